import { z } from 'zod';

const flag = z.stringbool().default(false);

/** Every secret of `.env.example` carries this word: an installation that forgot to choose its own does not start. */
const placeholder = /change-me/i;

const secret = z
  .string()
  .min(32, 'needs at least 32 characters')
  .refine((value) => !placeholder.test(value), 'is the example from .env.example: choose your own, such as from `openssl rand -hex 32`')
  .refine((value) => new Set(value).size >= 8, 'is too easy to guess: choose your own, such as from `openssl rand -hex 32`');

const databaseUrl = z.url().refine((value) => !placeholder.test(value), 'carries the example password from .env.example: choose your own');

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** Where the server listens; behind a proxy on the same host, 127.0.0.1. All addresses unless set. */
  BIND_ADDRESS: z.string().optional(),
  PUBLIC_URL: z.url().transform((value) => value.replace(/\/$/, '')),
  DATABASE_URL: databaseUrl,
  AUTH_SECRET: secret,
  /** Seals the audit log; where it is not set, AUTH_SECRET does. */
  AUDIT_KEY: z.string().min(32, 'needs at least 32 characters').optional(),
  LIVEKIT_URL: z.url(),
  LIVEKIT_API_KEY: z.string().min(1),
  LIVEKIT_API_SECRET: secret,
  SMTP_URL: z.url(),
  MAIL_FROM: z.string().default('Rejoin <no-reply@localhost>'),
  /** The web inbox of the local mail catcher, shown on the start page of a trial installation. */
  MAIL_INBOX_URL: z.url().optional(),
  /** The one help number of the installation, on every page of patients, also signed out and offline. */
  HELP_PHONE: z
    .string()
    .regex(/^\+?[\d ()./-]{3,29}$/, 'needs to be a phone number, such as (555) 010-0100')
    .optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  WEB_DIST: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  DEMO: flag,
  /** For going back one release: migrations are made to be read by the release before. */
  ACCEPT_NEWER_SCHEMA: flag,
});

const isLocal = (url: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

const Settings = Environment.refine(
  ({ NODE_ENV, PUBLIC_URL }) => NODE_ENV !== 'production' || PUBLIC_URL.startsWith('https://') || isLocal(PUBLIC_URL),
  { path: ['PUBLIC_URL'], message: 'must begin with https:// in production: cameras and sign-in cookies need it' },
);

export type Config = z.infer<typeof Environment>;
export const CONFIG = Symbol('config');

/** What the verifier of the audit log needs: the keys, and a role that may read. */
const Verifying = Environment.pick({ AUTH_SECRET: true, AUDIT_KEY: true }).extend({
  DATABASE_URL: z.url().optional(),
  DATABASE_OWNER_URL: z.url().optional(),
});

/** The only reader of the environment. Throws one readable message that names every setting that is wrong. */
export const readConfig = (environment: NodeJS.ProcessEnv = process.env): Config => read(Settings, environment);

export const readVerifying = (): z.infer<typeof Verifying> => read(Verifying, process.env);

function read<T>(schema: z.ZodType<T>, environment: NodeJS.ProcessEnv): T {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(set);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`These settings are missing or wrong:\n${problems.join('\n')}\nThe README lists every setting.`);
}
