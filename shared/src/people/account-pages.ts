/** Where the links in our mails lead. Each opens a page with a button: mail scanners open links first, so only the button uses the token up. */
export const accountPages = {
  magicLink: (token: string) => `/sign-in/link?token=${encodeURIComponent(token)}`,
  verifyEmail: (token: string) => `/verify-email?token=${encodeURIComponent(token)}`,
  resetPassword: (token: string) => `/reset-password?token=${encodeURIComponent(token)}`,
} as const;

/** How long a password must and may be. */
export const passwordLength = { min: 10, max: 128 } as const;
