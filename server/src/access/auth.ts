import { Logger } from '@nestjs/common';
import { passwordLength } from '@rejoin/shared';
import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { magicLink, twoFactor } from 'better-auth/plugins';
import { Pool } from 'pg';
import type { Config } from '../config.js';
import { authMails, authPages, linkMinutes, type AuthMail } from './auth-mails.js';

type AuthSettings = Pick<Config, 'PUBLIC_URL' | 'AUTH_SECRET'>;

const logger = new Logger('Accounts');

/** Tables of sign-in live in schema `auth`: their names would clash with ours. */
export function authPool(databaseUrl: string, max = 5): Pool {
  const pool = new Pool({ connectionString: databaseUrl, options: '-c search_path=auth', max, statement_timeout: 15_000 });
  pool.on('error', (error) => logger.warn(`A connection to the database was lost: ${error.message}`));
  return pool;
}

/** A sign-in lasts this long after its last use, which is noted at most this often. */
export const signInSeconds = 12 * 60 * 60;
export const renewAfterSeconds = 60 * 60;

/** Cookies ignore ports: two installations on one host must not overwrite each other's. */
export const cookiePrefix = (publicUrl: string): string => `rejoin-${new URL(publicUrl).port || 'web'}`;

/** The header that the server itself sets to the caller's address (`markPeer`). */
export const peerHeader = 'x-rejoin-peer';

/** The plugin asks for the second step after a password only; a mailed link must not be a way around it. */
function twoFactorOnEveryWayIn() {
  const plugin = twoFactor({ issuer: 'Rejoin', trustDeviceMaxAge: 0 });
  const after = plugin.hooks.after.map((hook) => ({
    handler: hook.handler,
    matcher: (context: Parameters<typeof hook.matcher>[0]) => context.path === '/magic-link/verify' || hook.matcher(context),
  }));
  return { ...plugin, hooks: { after } };
}

/** Nobody waits for a mail, so that no answer tells by its time whether an address is known. */
function sendLater(mail: AuthMail, to: string, content: { subject: string; text: string }): void {
  mail.send({ to, ...content }).catch((error: unknown) => {
    logger.error(`A mail could not be sent: ${error instanceof Error ? error.message : 'unknown failure'}`);
  });
}

/** Per minute and address. A clinic's people may all come from one address at nine o'clock. */
const rateLimits = {
  '/sign-in/email': { window: 60, max: 20 },
  '/sign-in/magic-link': { window: 60, max: 5 },
  '/magic-link/verify': { window: 60, max: 10 },
  '/request-password-reset': { window: 60, max: 5 },
  '/reset-password': { window: 60, max: 10 },
  '/send-verification-email': { window: 60, max: 5 },
  '/verify-email': { window: 60, max: 10 },
  '/change-password': { window: 60, max: 5 },
  '/two-factor/*': { window: 60, max: 10 },
};

function passwords(config: AuthSettings, pool: Pool, mail: AuthMail) {
  return {
    enabled: true,
    disableSignUp: true,
    requireEmailVerification: true,
    minPasswordLength: passwordLength.min,
    maxPasswordLength: passwordLength.max,
    revokeSessionsOnPasswordReset: true,
    sendResetPassword: async ({ user, token }) => sendLater(mail, user.email, authMails.reset(authPages.reset(config.PUBLIC_URL, token))),
    // Whoever could open the mail has shown that the address is theirs.
    onPasswordReset: async ({ user }) => {
      await pool.query('UPDATE "user" SET "emailVerified" = true WHERE id = $1', [user.id]);
    },
  } satisfies BetterAuthOptions['emailAndPassword'];
}

function linkByMail(config: AuthSettings, mail: AuthMail) {
  return magicLink({
    disableSignUp: true,
    expiresIn: linkMinutes * 60,
    storeToken: 'hashed',
    sendMagicLink: async ({ email, token }, context) => {
      const known = await context?.context.internalAdapter.findUserByEmail(email);
      if (known) sendLater(mail, email, authMails.link(authPages.link(config.PUBLIC_URL, token)));
    },
  });
}

export function authOptions(config: AuthSettings, pool: Pool, mail: AuthMail) {
  return {
    appName: 'Rejoin',
    baseURL: config.PUBLIC_URL,
    basePath: '/api/auth',
    secret: config.AUTH_SECRET,
    database: pool,
    trustedOrigins: [config.PUBLIC_URL],
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => logger.error(message) },
    emailAndPassword: passwords(config, pool, mail),
    verification: { storeIdentifier: 'hashed' },
    emailVerification: {
      sendOnSignIn: true,
      sendVerificationEmail: async ({ user, token }) =>
        sendLater(mail, user.email, authMails.verify(authPages.verify(config.PUBLIC_URL, token))),
    },
    session: { expiresIn: signInSeconds, updateAge: renewAfterSeconds },
    rateLimit: { enabled: true, storage: 'database', window: 60, max: 100, customRules: rateLimits },
    advanced: {
      cookiePrefix: cookiePrefix(config.PUBLIC_URL),
      useSecureCookies: config.PUBLIC_URL.startsWith('https://'),
      ipAddress: { ipAddressHeaders: [peerHeader] },
      disableOriginCheck: false,
      disableCSRFCheck: false,
    },
    plugins: [twoFactorOnEveryWayIn(), linkByMail(config, mail)],
  } satisfies BetterAuthOptions;
}

export type Auth = ReturnType<typeof createAuth>;
export const AUTH = Symbol('auth');
export const AUTH_POOL = Symbol('auth pool');

export function createAuth(config: AuthSettings, pool: Pool, mail: AuthMail) {
  return betterAuth(authOptions(config, pool, mail));
}
