import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { Stack } from '../src/stack.ts';

/** Somebody who is in the room, signed in. */
export interface Member {
  token: string;
  cookie: string;
  device: string;
  personId: string;
  seatId: string;
}

async function signIn(stack: Stack, database: pg.Client, personId: string): Promise<Omit<Member, 'device' | 'personId' | 'seatId'>> {
  const [userId, signInId, token] = [randomUUID(), randomUUID(), randomBytes(24).toString('base64url')];
  await database.query(
    `INSERT INTO auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt") VALUES ($1, '', $2, true, now(), now())`,
    [userId, `${userId}@bench.example`],
  );
  await database.query(`UPDATE person SET user_id = $2 WHERE id = $1`, [personId, userId]);
  await database.query(
    `INSERT INTO auth.session (id, token, "userId", "expiresAt", "createdAt", "updatedAt")
     VALUES ($1, $2, $3, now() + interval '6 hours', now(), now())`,
    [signInId, token, userId],
  );
  await database.query(`INSERT INTO sign_in_state (sign_in_id, active_at) VALUES ($1, now() + interval '6 hours')`, [signInId]);
  const { authSecret } = JSON.parse(readFileSync(path.join(stack.dataDir, 'secrets.json'), 'utf8')) as { authSecret: string };
  const signature = createHmac('sha256', authSecret).update(token).digest('base64');
  return { token, cookie: `rejoin-${stack.port}.session_token=${encodeURIComponent(`${token}.${signature}`)}` };
}

/** Somebody with a seat in it, signed in and not there yet. */
export async function seat(stack: Stack, database: pg.Client, sessionId: string, capacity: string): Promise<Member> {
  const [personId, seatId] = [randomUUID(), randomUUID()];
  await database.query(`INSERT INTO person (id, given_name, family_name, display_name, zone) VALUES ($1, 'A', 'B', 'A', 'UTC')`, [
    personId,
  ]);
  await database.query(
    `INSERT INTO role_assignment (id, person_id, role, from_at) VALUES ($1, $2, 'therapist', now() - interval '1 day')`,
    [randomUUID(), personId],
  );
  await database.query(
    `INSERT INTO seat (id, session_id, person_id, capacity, during) VALUES ($1, $2, $3, $4, tstzrange(now(), now() + interval '3 hours'))`,
    [seatId, sessionId, personId, capacity],
  );
  return { ...(await signIn(stack, database, personId)), device: randomUUID(), personId, seatId };
}

export async function command(stack: Stack, sessionId: string, member: Member, asked: object): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${stack.port}/api/sessions/${sessionId}/room/commands`, {
    method: 'POST',
    headers: { cookie: member.cookie, 'content-type': 'application/json', origin: stack.url },
    body: JSON.stringify({ id: randomUUID(), command: asked }),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
}

/** A session that starts now, and in which nobody has a seat yet. */
export async function makeSession(stack: Stack): Promise<{ sessionId: string; database: pg.Client }> {
  const database = new pg.Client({ connectionString: stack.ownerUrl });
  // It is ended with the stack, also where a bench fails before it.
  database.on('error', () => undefined);
  await database.connect();
  const [sessionId, programId] = [randomUUID(), randomUUID()];
  await database.query(`INSERT INTO program (id, name, zone) VALUES ($1, $2, 'UTC')`, [programId, `Measured ${programId}`]);
  await database.query(
    `INSERT INTO session (id, program_id, kind, mode, title, starts_local, zone, starts_at, planned_minutes, created_by)
     SELECT $1, $2, 'group', 'virtual', 'Group', now()::timestamp, 'UTC', now(), 180, id FROM person LIMIT 1`,
    [sessionId, programId],
  );
  return { sessionId, database };
}

/** A running session with this many people in its room, each signed in. */
export async function openGroup(stack: Stack, count: number): Promise<{ sessionId: string; members: Member[]; database: pg.Client }> {
  const { sessionId, database } = await makeSession(stack);
  const members: Member[] = [];
  for (let n = 0; n < count; n += 1) members.push(await seat(stack, database, sessionId, n === 0 ? 'lead' : 'coLead'));
  for (const member of members) await command(stack, sessionId, member, { type: 'arrive', device: member.device, stayHere: false });
  return { sessionId, members, database };
}
