/** How long a password must and may be. */
export const passwordLength = { min: 10, max: 128 } as const;
