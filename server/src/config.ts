import { z } from 'zod';

const flag = z.stringbool().default(false);

const Environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  PUBLIC_URL: z.url().transform((value) => value.replace(/\/$/, '')),
  DATABASE_URL: z.url(),
  AUTH_SECRET: z.string().min(32, 'needs at least 32 characters'),
  LIVEKIT_URL: z.url(),
  LIVEKIT_API_KEY: z.string().min(1),
  LIVEKIT_API_SECRET: z.string().min(32, 'needs at least 32 characters'),
  SMTP_URL: z.url(),
  MAIL_FROM: z.string().default('Rejoin <no-reply@localhost>'),
  /** The web inbox of the local mail catcher, shown on the start page of a trial installation. */
  MAIL_INBOX_URL: z.url().optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  WEB_DIST: z.string().optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  DEMO: flag,
});

export type Config = z.infer<typeof Environment>;
export const CONFIG = Symbol('config');

/** The only reader of the environment. Throws one readable message that names every setting that is wrong. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(set);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`These settings are missing or wrong:\n${problems.join('\n')}\nThe README lists every setting.`);
}
