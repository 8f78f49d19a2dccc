import { listNotes, saveGroupNote, saveNote, signNotes, type Note } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startStack, type Stack } from '../../infra/src/stack.ts';
import { Seed, type Api, type Somebody } from '../support/seed.ts';
import { expect, test } from '@playwright/test';

/** A part as its page knows it: what the server has said yes to, and what it was sent last. */
class Typing {
  readonly id = randomUUID();
  acknowledged: Note | null = null;
  saves = 0;

  constructor(
    private readonly api: Api,
    private readonly sessionId: string,
    private readonly patientId: string | null,
  ) {}

  /** Types on and on, as a page does: the same save again until there is an answer. */
  async until(isDone: () => boolean): Promise<void> {
    while (!isDone()) {
      const Note = `${this.acknowledged?.fields.Note ?? ''} word${(this.saves += 1)}`;
      this.acknowledged = await persistently(() => this.save(Note));
    }
  }

  private save(Note: string): Promise<Note> {
    const body = { id: this.id, version: this.acknowledged?.version ?? 0, fields: { Note } };
    const { sessionId, patientId } = this;
    return patientId === null
      ? this.api.call(saveGroupNote, { params: { sessionId }, body })
      : this.api.call(saveNote, { params: { sessionId, patientId }, body });
  }
}

/** Asks again while the database is away; every other refusal is a failure. */
async function persistently<T>(ask: () => Promise<T>): Promise<T> {
  for (const end = Date.now() + 60_000; ; await delay(40)) {
    try {
      return await ask();
    } catch (error) {
      const isAway = error instanceof Error && /: 503 |fetch failed/.test(error.message);
      if (!isAway || Date.now() > end) throw error;
    }
  }
}

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await work(client);
  await client.end();
}

/** As in an installation: a commit is answered when it is written. Test databases are faster than that. */
const makeDurable = (stack: Stack) =>
  withClient(stack.adminUrl, async (client) => {
    await client.query('ALTER ROLE rejoin_app SET synchronous_commit = on');
    await client.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'rejoin_app'`);
  });

async function killAndStart(stack: Stack, afterMs: number): Promise<void> {
  await delay(afterMs);
  await stack.killPostgres();
  await delay(300);
  await stack.startPostgres();
}

interface Round {
  lead: Somebody;
  sessionId: string;
  patients: Somebody[];
}

/** A session that is over, whose lead may sign. */
async function held(seed: Seed): Promise<Round> {
  const programId = await seed.program();
  const lead = await seed.staff(programId, 'therapist');
  const patients = [await seed.patient(programId), await seed.patient(programId), await seed.patient(programId)];
  const sessionId = await seed.session(programId, lead, patients);
  await seed.database.query(
    `UPDATE session SET started_at = starts_at - interval '1 hour', ended_at = starts_at - interval '1 minute', ending = 'lead' WHERE id = $1`,
    [sessionId],
  );
  await seed.database.query(
    `INSERT INTO signing_window (sign_in_id, until_at)
     SELECT s.id, now() + interval '1 hour' FROM auth.session s JOIN person p ON p.user_id = s."userId" WHERE p.id = $1`,
    [lead.id],
  );
  return { lead, sessionId, patients };
}

const partsOf = async (api: Api, sessionId: string): Promise<Note[]> => {
  const { group, patients } = await persistently(() => api.call(listNotes, { params: { sessionId } }));
  return [group, ...patients].flatMap((slot) => slot?.note ?? []);
};

test('what was acknowledged outlives kill -9 of the database, while a note is typed and while it is signed', async () => {
  test.setTimeout(240_000);
  const stack = await startStack({ demo: true });
  try {
    await makeDurable(stack);
    const seed = await Seed.of(stack);
    const rounds = [await held(seed), await held(seed)];
    const apis = rounds.map(({ lead }) => seed.as(lead));
    await seed.close();
    for (const [n, { sessionId, patients }] of rounds.entries()) {
      const api = apis[n];
      if (!api) throw new Error('Nobody is signed in.');
      const parts = [null, ...patients.map(({ id }) => id)].map((patientId) => new Typing(api, sessionId, patientId));

      await test.step(`round ${n + 1}: typing`, async () => {
        let isOver = false;
        const typing = parts.map((part) => part.until(() => isOver));
        await killAndStart(stack, 700 + 150 * n);
        const [before, after] = [parts.map(({ saves }) => saves), () => parts.map(({ saves }) => saves)];
        await expect.poll(() => after().every((saves, at) => saves > (before[at] ?? 0) + 3), { timeout: 60_000 }).toBe(true);
        isOver = true;
        await Promise.all(typing);
        const kept = await partsOf(api, sessionId);
        for (const { id, acknowledged } of parts) {
          expect(kept.find((note) => note.id === id)).toMatchObject({ version: acknowledged?.version, fields: acknowledged?.fields });
        }
      });

      await test.step(`round ${n + 1}: signing`, async () => {
        const asked = parts.map(({ id, acknowledged }) => ({ id, version: acknowledged?.version ?? 0 }));
        const sign = () => api.call(signNotes, { params: { sessionId }, body: { parts: asked } });
        const killed = killAndStart(stack, 5 + 20 * n);
        const answer = await persistently(sign);
        await killed;
        expect(new Set(answer.parts.map(({ refusal }) => refusal?.code ?? 'signed')).size).toBe(1);
        const kept = await partsOf(api, sessionId);
        for (const { note, refusal } of answer.parts) {
          expect(refusal?.code ?? 'note.signed').toBe('note.signed');
          expect(note).toMatchObject({ status: 'signed', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
          expect(kept).toContainEqual(note);
        }
        for (const { id, acknowledged } of parts) {
          expect(kept.find((note) => note.id === id)).toMatchObject({ status: 'signed', fields: acknowledged?.fields });
        }
      });
    }
  } finally {
    await stack.stop();
  }
});
