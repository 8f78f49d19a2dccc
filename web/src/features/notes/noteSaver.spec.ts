import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Note } from '@rejoin/shared';
import { ApiError } from '../../lib/api';
import { NoteSaver, type NoteText } from './noteSaver';

const note = (text: string, version: number): Note => ({
  id: '00000000-0000-4000-8000-000000000001',
  sessionId: '00000000-0000-4000-8000-000000000002',
  kind: 'patient',
  patientId: '00000000-0000-4000-8000-000000000003',
  authorId: '00000000-0000-4000-8000-000000000004',
  authorName: 'Dana Reed',
  service: 'group',
  serviceDate: '2026-11-23',
  format: 'note',
  fields: { Note: text },
  clinicianPlace: '',
  version,
  opened: true,
  status: 'draft',
  signature: null,
  cosignature: null,
  cosigners: [],
  returned: null,
  lateEntryOn: null,
  contentHash: null,
  addenda: [],
  updatedAt: '2026-11-23T17:00:00.000Z',
});

/** A server of one note, which can be out of reach or lose its answer. */
class Server {
  note: Note | null = null;
  kept: NoteText | null = null;
  saves = 0;
  reachable = true;
  losesAnswer = false;

  readonly door = {
    save: async ({ body, version }: NoteText): Promise<Note> => {
      this.saves += 1;
      if (!this.reachable) throw new ApiError('network.failed', 'We cannot reach Rejoin right now.', 0);
      if ((this.note?.version ?? 0) !== version) throw new ApiError('row.changed', 'Someone else changed this.', 409);
      this.note = note(body, version + 1);
      if (!this.losesAnswer) return this.note;
      this.losesAnswer = false;
      throw new ApiError('row.changed', 'Someone else changed this.', 409);
    },
    read: () => Promise.resolve(this.note),
    keep: (text: NoteText) => {
      this.kept = text;
    },
    drop: () => {
      this.kept = null;
    },
    onSaved: () => undefined,
  };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('saves within a second of the first letter, also while typing goes on', async () => {
  const server = new Server();
  const saver = new NoteSaver(server.door, null);
  for (let at = 1; at <= 10; at++) {
    saver.type('x'.repeat(at));
    await jest.advanceTimersByTimeAsync(100);
  }
  expect(server.note?.fields.Note.length).toBeGreaterThanOrEqual(7);
  expect(await saver.flush()).toBe(true);
  expect(server.note?.fields.Note).toBe('x'.repeat(10));
});

test('keeps the text on the device only until the server has it', async () => {
  const server = new Server();
  const saver = new NoteSaver(server.door, null);
  saver.type('Spoke first today.');
  expect(server.kept).toEqual({ body: 'Spoke first today.', version: 0 });
  await saver.flush();
  expect(server.kept).toBeNull();
});

test('says that it is not saved while the server is out of reach, and tries until it is', async () => {
  const server = new Server();
  server.reachable = false;
  const saver = new NoteSaver(server.door, null);
  saver.type('Said offline.');
  await jest.advanceTimersByTimeAsync(1_000);
  expect(saver.current().phase).toBe('failing');
  server.reachable = true;
  await jest.advanceTimersByTimeAsync(3_000);
  expect(saver.current().phase).toBe('clean');
  expect(server.note?.fields.Note).toBe('Said offline.');
});

test('takes its own text for saved when only the answer was lost', async () => {
  const server = new Server();
  server.losesAnswer = true;
  const saver = new NoteSaver(server.door, null);
  saver.type('Once.');
  expect(await saver.flush()).toBe(true);
  expect(saver.current()).toMatchObject({ body: 'Once.', version: 1, theirs: null });
});

test('shows both texts when another tab has saved, and saves what is chosen', async () => {
  const server = new Server();
  server.note = note('Theirs.', 5);
  const saver = new NoteSaver(server.door, note('Before.', 4));
  saver.type('Mine.');
  expect(await saver.flush()).toBe(false);
  expect(saver.current()).toMatchObject({ phase: 'conflict', body: 'Mine.', theirs: { body: 'Theirs.' } });
  saver.settle('Theirs.\n\nMine.');
  await saver.flush();
  expect(server.note.fields.Note).toBe('Theirs.\n\nMine.');
});

test('sends a draft that a closed tab left behind', async () => {
  const server = new Server();
  server.note = note('Saved.', 2);
  const saver = new NoteSaver(server.door, server.note, { body: 'Saved. And more.', version: 2 });
  await saver.flush();
  expect(server.note.fields.Note).toBe('Saved. And more.');
});
