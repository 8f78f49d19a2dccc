import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import type { Stack } from '../../infra/src/stack.ts';

export interface Cookie {
  name: string;
  value: string;
}

/** Signs a person in as better-auth does it, without a form: a row in `auth.session` and a signed cookie. */
export async function mintSignIn(stack: Stack, database: pg.Client, userId: string): Promise<Cookie> {
  const [id, token] = [randomUUID(), randomBytes(24).toString('base64url')];
  await database.query(
    `INSERT INTO auth.session (id, token, "userId", "expiresAt", "createdAt", "updatedAt")
     VALUES ($1, $2, $3, now() + interval '6 hours', now(), now())`,
    [id, token, userId],
  );
  // In use for as long as the tests take, unless one of them says otherwise.
  await database.query(`INSERT INTO sign_in_state (sign_in_id, active_at) VALUES ($1, now() + interval '6 hours')`, [id]);
  const secrets: unknown = JSON.parse(readFileSync(path.join(stack.dataDir, 'secrets.json'), 'utf8'));
  const { authSecret } = z.object({ authSecret: z.string() }).parse(secrets);
  const signature = createHmac('sha256', authSecret).update(token).digest('base64');
  return { name: `rejoin-${stack.port}.session_token`, value: encodeURIComponent(`${token}.${signature}`) };
}
