import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { magicLink, twoFactor } from 'better-auth/plugins';
import { Pool } from 'pg';
import type { Config } from '../config.js';

export interface AuthMail {
  /** Mails carry no clinical word, and no name but the installation's. */
  send(mail: { to: string; subject: string; text: string }): Promise<void>;
}

/** The pages that mails lead to: a GET shows a button, the button consumes (mail scanners open links first). */
export const authPages = {
  verify: (base: string, token: string) => `${base}/account/verify?token=${encodeURIComponent(token)}`,
  reset: (base: string, token: string) => `${base}/account/reset?token=${encodeURIComponent(token)}`,
  link: (base: string, token: string) => `${base}/account/link?token=${encodeURIComponent(token)}`,
};

type AuthSettings = Pick<Config, 'PUBLIC_URL' | 'AUTH_SECRET' | 'TRUST_PROXY'>;

/** Tables of sign-in live in schema `auth`: their names would clash with ours. */
export function authPool(databaseUrl: string, max = 5): Pool {
  return new Pool({ connectionString: databaseUrl, options: '-c search_path=auth', max });
}

export function authOptions(config: AuthSettings, pool: Pool, mail: AuthMail) {
  const secure = config.PUBLIC_URL.startsWith('https://');
  return {
    appName: 'Rejoin',
    baseURL: config.PUBLIC_URL,
    basePath: '/api/auth',
    secret: config.AUTH_SECRET,
    database: pool,
    trustedOrigins: [config.PUBLIC_URL],
    disabledPaths: ['/sign-up/email', '/update-user', '/delete-user', '/change-email'],
    emailAndPassword: {
      enabled: true,
      requireEmailVerification: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) =>
        mail.send({
          to: user.email,
          subject: 'Choose a new password',
          text: `Someone asked for a new password for this address. If it was you, open this page:\n\n${authPages.reset(config.PUBLIC_URL, token)}\n\nIf not, you can ignore this mail.`,
        }),
    },
    emailVerification: {
      sendOnSignIn: true,
      sendVerificationEmail: async ({ user, token }) =>
        mail.send({
          to: user.email,
          subject: 'Confirm your e-mail address',
          text: `Please confirm this address:\n\n${authPages.verify(config.PUBLIC_URL, token)}`,
        }),
    },
    session: { expiresIn: 60 * 60 * 12, updateAge: 60 * 60 },
    rateLimit: { enabled: true, storage: 'database', window: 60, max: 100 },
    advanced: {
      cookiePrefix: `rejoin-${new URL(config.PUBLIC_URL).port || 'web'}`,
      useSecureCookies: secure,
      ipAddress: { ipAddressHeaders: config.TRUST_PROXY > 0 ? ['x-forwarded-for'] : ['x-rejoin-peer'] },
    },
    plugins: [
      twoFactor({ issuer: 'Rejoin' }),
      magicLink({
        disableSignUp: true,
        sendMagicLink: async ({ email, token }) =>
          mail.send({
            to: email,
            subject: 'Your sign-in link',
            text: `Open this page to sign in. The link works once, for 5 minutes:\n\n${authPages.link(config.PUBLIC_URL, token)}`,
          }),
      }),
    ],
  } satisfies BetterAuthOptions;
}

export type Auth = ReturnType<typeof createAuth>;
export const AUTH = Symbol('auth');

export function createAuth(config: AuthSettings, pool: Pool, mail: AuthMail) {
  return betterAuth(authOptions(config, pool, mail));
}
