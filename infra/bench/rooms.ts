import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { inRoot } from '../src/paths.ts';

/** The rooms of the built server on a database, without HTTP in front. */
export interface Rooms {
  sessions(count: number): Promise<string[]>;
  insert(sessionId: string): Promise<void>;
  say(sessionId: string, id: string): Promise<void>;
  /** Transactions that were begun so far. */
  tries(): number;
  verify(sessionIds: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

interface Database {
  initialize(): Promise<unknown>;
  destroy(): Promise<void>;
  query(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  transaction<T>(work: (tx: Database) => Promise<T>): Promise<T>;
}
interface Commands {
  run(sessionId: string, personId: string, request: { id: string; command: Record<string, unknown> }): Promise<void>;
}
type Maker<T> = new (...parts: readonly unknown[]) => T;

/** The built server and its packages have no types here. */
async function load<T>(module: string): Promise<T> {
  return (await import(module)) as T;
}

const built = <T>(file: string): Promise<T> => load<T>(inRoot('server', 'dist', file));

async function makeSession(database: Database, commands: Commands, lead: string): Promise<string> {
  const [sessionId, programId] = [randomUUID(), randomUUID()];
  await database.query(`INSERT INTO program (id, name, zone) VALUES ($1, $2, 'UTC')`, [programId, programId]);
  await database.query(`INSERT INTO person (id, given_name, family_name, display_name, zone) VALUES ($1, 'A', 'B', 'Lead', 'UTC')`, [lead]);
  await database.query(`INSERT INTO role_assignment (id, person_id, role, from_at) VALUES ($1, $2, 'therapist', now())`, [
    randomUUID(),
    lead,
  ]);
  await database.query(
    `INSERT INTO session (id, program_id, kind, mode, title, starts_local, zone, starts_at, planned_minutes, created_by)
     VALUES ($1, $2, 'group', 'virtual', 'Group', now()::timestamp, 'UTC', now(), 180, $3)`,
    [sessionId, programId, lead],
  );
  await database.query(
    `INSERT INTO seat (id, session_id, person_id, capacity, during) VALUES ($1, $2, $3, 'lead', tstzrange(now(), now() + interval '3 hours'))`,
    [randomUUID(), sessionId, lead],
  );
  await commands.run(sessionId, lead, { id: randomUUID(), command: { type: 'arrive', device: randomUUID(), stayHere: false } });
  await commands.run(sessionId, lead, { id: randomUUID(), command: { type: 'start' } });
  return sessionId;
}

async function verify(database: Database, sessionIds: readonly string[]): Promise<void> {
  const rows = await database.query(
    `SELECT session_id FROM room_event WHERE session_id = ANY ($1) GROUP BY session_id HAVING max(seq) <> count(*)`,
    [sessionIds],
  );
  if (rows.length > 0) throw new Error(`${rows.length} logs have a gap.`);
}

const silence = { subscribe: () => undefined };

export async function openRooms(url: string): Promise<Rooms> {
  await load('reflect-metadata');
  const { appDatabase } = await built<{ appDatabase: (url: string) => unknown }>('database/data-source.js');
  const { RoomStore } = await built<{ RoomStore: Maker<unknown> }>('room/room.store.js');
  const { RoomCommands } = await built<{ RoomCommands: Maker<Commands> }>('room/room.commands.js');
  const { Clock } = await built<{ Clock: Maker<unknown> }>('common/clock.js');
  const { DataSource } = await load<{ DataSource: Maker<Database> }>('typeorm');
  const database = new DataSource(appDatabase(url));
  await database.initialize();
  const begin = database.transaction.bind(database);
  let tries = 0;
  database.transaction = (work) => {
    tries += 1;
    return begin(work);
  };
  const store = new RoomStore(database, { on: () => silence, reconnected$: silence }, database);
  const commands = new RoomCommands(store, new Clock(), { AUTH_SECRET: 'a secret for measuring that is long enough' });
  const leads = new Map<string, string>();
  const leadOf = (sessionId: string): string => leads.get(sessionId) ?? '';
  return {
    tries: () => tries,
    /** Other instances are told after the commit, and nobody waits for that: it may still be under way. */
    close: async () => {
      await delay(500);
      await database.destroy();
    },
    verify: (sessionIds) => verify(database, sessionIds),
    async sessions(count) {
      for (let n = 0; n < count; n += 1) {
        const lead = randomUUID();
        leads.set(await makeSession(database, commands, lead), lead);
      }
      return [...leads.keys()];
    },
    async insert(sessionId) {
      const text = `INSERT INTO room_text (id, session_id, body, written_at) VALUES ($1, $2, 'Hello', now())`;
      await begin((tx) => tx.query(text, [randomUUID(), sessionId]));
    },
    say: (sessionId, id) =>
      commands.run(sessionId, leadOf(sessionId), { id, command: { type: 'chat.say', textId: randomUUID(), body: 'Hello' } }),
  };
}
