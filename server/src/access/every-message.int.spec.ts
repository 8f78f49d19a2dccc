import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clientMessagePermissions, clientMessages, ErrorBody } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { startApp, type TestApp } from '../testing/app.js';
import { callers, makeCast, type Caller, type Cast } from './testing/cast.js';
import { makeStage, patientSecretsOf, secretsOf, type Stage } from './testing/stage.js';

let app: TestApp;
let cast: Cast;
let stage: Stage;
const device = randomUUID();
const Reply = z.object({ ok: z.boolean(), error: ErrorBody.optional() });

/** Written down by hand: whoever has a seat that was not ended, and still the role that it needs. */
const seated: readonly Caller[] = [
  'lead',
  'peer mentor as co-lead',
  'patient in the session',
  'peer in the session',
  'observer',
  'family in the session',
];

beforeAll(async () => {
  app = await startApp();
  cast = await makeCast(app);
  stage = await makeStage(cast);
}, 60_000);
afterAll(() => app.close());

function open(cookie: string, headers: Record<string, string> = {}): Socket {
  const extraHeaders = { ...(cookie && { cookie }), ...headers };
  return io(app.url.replace('localhost', '127.0.0.1'), { transports: ['websocket'], extraHeaders, reconnection: false, forceNew: true });
}

const connected = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });

async function say(caller: Caller, name: string, message: unknown): Promise<{ reply: z.infer<typeof Reply>; told: string }> {
  const socket = open(cast.agents[caller].cookie);
  await connected(socket);
  const reply: unknown = await socket.timeout(5_000).emitWithAck(name, message);
  socket.disconnect();
  return { reply: Reply.parse(reply), told: JSON.stringify(reply) };
}

const signedIn = callers.filter((caller) => caller !== 'signed out');
const found = (text: string, secrets: readonly string[]): string[] => secrets.filter((secret) => text.includes(secret));

describe('the socket', () => {
  it('opens for nobody who is signed out, or whose page is not ours', async () => {
    await expect(connected(open(''))).rejects.toMatchObject({ data: { code: 'auth.signedOut' } });
    await expect(connected(open(cast.agents.lead.cookie, { origin: 'https://evil.example' }))).rejects.toMatchObject({
      data: { code: 'auth.origin' },
    });
  });

  it('shows a room to who has a seat there and to nobody else, and no surname to anyone', async () => {
    for (const caller of signedIn) {
      const { reply, told } = await say(caller, 'room.watch', { sessionId: stage.session.id, device });
      expect([caller, reply.ok]).toEqual([caller, seated.includes(caller)]);
      expect([caller, found(told, reply.ok ? patientSecretsOf(cast) : secretsOf(cast, stage))]).toEqual([caller, []]);
      if (!reply.ok) expect([caller, reply.error?.code]).toEqual([caller, 'row.notFound']);
    }
  });

  it('takes no sign of life and no farewell for a room that the page does not watch', async () => {
    const beat = { sessionId: stage.session.id, device, connected: true, videoSent: true, audioSent: true, couldHear: true };
    for (const caller of signedIn) {
      for (const [name, message] of [
        ['beat', beat],
        ['room.unwatch', { sessionId: stage.session.id }],
      ] as const) {
        const { told } = await say(caller, name, message);
        expect([caller, name, found(told, secretsOf(cast, stage))]).toEqual([caller, name, []]);
      }
    }
    for (const table of ['connection', 'medium', 'activity', 'room_event']) {
      expect([table, await app.database.query(`SELECT * FROM ${table} WHERE session_id = $1`, [stage.session.id])]).toEqual([table, []]);
    }
  });

  it('answers by name to what is no message of the contract', async () => {
    expect(Object.keys(clientMessagePermissions).sort()).toEqual(Object.keys(clientMessages).sort());
    for (const name of ['room.patch', 'signed.out', 'toString', '__proto__', 'room.watch', 'beat']) {
      for (const message of [
        undefined,
        null,
        'x',
        [],
        { sessionId: 'x' },
        { sessionId: stage.session.id, device, more: 1 },
        { __proto__: { sessionId: stage.session.id } },
      ]) {
        const { reply } = await say('lead', name, message);
        expect([name, message, reply.ok, reply.error?.code]).toEqual([name, message, false, expect.stringMatching(/^input\./)]);
      }
    }
  });
});
