import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Note } from '@rejoin/shared';
import { ApiError } from '../../lib/api';
import { NoteSaver } from './noteSaver';
import { note, NoteServer } from './testing/noteServer';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('saves within a second of the first letter, also while typing goes on', async () => {
  const server = new NoteServer();
  const saver = new NoteSaver(server.door, null);
  for (let at = 1; at <= 10; at++) {
    saver.type('x'.repeat(at));
    await jest.advanceTimersByTimeAsync(100);
  }
  expect(server.note?.fields.Note.length).toBeGreaterThanOrEqual(6);
  expect(await saver.flush()).toBe(true);
  expect(server.note?.fields.Note).toBe('x'.repeat(10));
});

test('keeps the text on the device only until the server has it', async () => {
  const server = new NoteServer();
  const saver = new NoteSaver(server.door, null);
  saver.type('Spoke first today.');
  expect(server.kept).toEqual({ body: 'Spoke first today.', place: '', version: 0 });
  await saver.flush();
  expect(server.kept).toBeNull();
});

test('says that it is not saved while the server is out of reach, and tries until it is', async () => {
  const server = new NoteServer();
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
  const server = new NoteServer();
  server.losesAnswer = true;
  const saver = new NoteSaver(server.door, null);
  saver.type('Once.');
  expect(await saver.flush()).toBe(true);
  expect(saver.current()).toMatchObject({ body: 'Once.', version: 1, theirs: null });
});

test('shows both texts when another tab has saved, and saves what is chosen', async () => {
  const server = new NoteServer();
  server.note = note('Theirs.', 5);
  const saver = new NoteSaver(server.door, note('Before.', 4));
  saver.type('Mine.');
  expect(await saver.flush()).toBe(false);
  expect(saver.current()).toMatchObject({ phase: 'conflict', body: 'Mine.', theirs: { fields: { Note: 'Theirs.' } } });
  saver.settle('Theirs.\n\nMine.');
  await saver.flush();
  expect(server.note.fields.Note).toBe('Theirs.\n\nMine.');
});

test('sends a draft that a closed tab left behind', async () => {
  const server = new NoteServer();
  server.note = note('Saved.', 2);
  const saver = new NoteSaver(server.door, server.note, { body: 'Saved. And more.', place: '', version: 2 });
  await saver.flush();
  expect(server.note.fields.Note).toBe('Saved. And more.');
});

test('never has more than a second of typing that was not sent, however slowly the server answers', async () => {
  const server = new NoteServer();
  server.takesMs = 300;
  const saver = new NoteSaver(server.door, null);
  for (let at = 1; at <= 40; at++) {
    saver.type('x'.repeat(at));
    await jest.advanceTimersByTimeAsync(100);
    expect(at - (server.note?.fields.Note.length ?? 0)).toBeLessThanOrEqual(10);
  }
});

test('says after a moment that a save which gets no answer is not saved', async () => {
  const server = new NoteServer();
  server.takesMs = 60_000;
  const saver = new NoteSaver(server.door, null);
  saver.type('Waits.');
  await jest.advanceTimersByTimeAsync(2_500);
  expect(saver.current().phase).toBe('failing');
  expect(server.kept).toMatchObject({ body: 'Waits.' });
});

test('keeps what was typed beside a part that was signed elsewhere, and lets the writer let it go', async () => {
  const server = new NoteServer();
  server.note = { ...note('Signed.', 3), status: 'signed' };
  const saver = new NoteSaver(server.door, note('Signed.', 3));
  saver.type('Signed. One more thing.');
  expect(await saver.flush()).toBe(false);
  expect(saver.current()).toMatchObject({ phase: 'conflict', body: 'Signed. One more thing.', theirs: { status: 'signed' } });
  expect(server.kept).toMatchObject({ body: 'Signed. One more thing.' });
  saver.settle('Signed.');
  expect(saver.current()).toMatchObject({ phase: 'clean', body: 'Signed.' });
  expect(server.kept).toBeNull();
});

test('shows a draft that a closed tab left behind beside the text that was signed meanwhile', () => {
  const server = new NoteServer();
  const signed: Note = { ...note('Signed.', 3), status: 'signed' };
  const saver = new NoteSaver(server.door, signed, { body: 'Signed. And more.', place: '', version: 2 });
  expect(saver.current()).toMatchObject({ phase: 'conflict', body: 'Signed. And more.', theirs: { status: 'signed' } });
});

test('saves where the clinician was, as it saves the text', async () => {
  const server = new NoteServer();
  const saver = new NoteSaver(server.door, note('Text.', 0));
  saver.typePlace('At home');
  await saver.flush();
  expect(server.note).toMatchObject({ clinicianPlace: 'At home', fields: { Note: 'Text.' } });
});

test('asks again by itself after a sign-in that ended, and never after it was stopped', async () => {
  const server = new NoteServer();
  let refusals = 0;
  const door = {
    ...server.door,
    save: () => {
      refusals += 1;
      return Promise.reject(new ApiError('auth.signedOut', 'Please sign in.', 401));
    },
  };
  const saver = new NoteSaver(door, null);
  saver.type('Mine.');
  await jest.advanceTimersByTimeAsync(16_000);
  expect(refusals).toBe(2);
  expect(saver.current().phase).toBe('failing');
  saver.stop();
  await jest.advanceTimersByTimeAsync(60_000);
  expect(refusals).toBe(2);
});

test('shows what a supervisor gave back, though its text and version are the same', () => {
  const server = new NoteServer();
  const saver = new NoteSaver(server.door, { ...note('Text.', 3), status: 'awaitingCosignature' });
  const returned = { byName: 'Robin', at: '2026-11-23T18:00:00.000Z', word: 'Say how.' };
  saver.adopt({ ...note('Text.', 3), returned, updatedAt: '2026-11-23T18:00:00.000Z' });
  expect(saver.note()).toMatchObject({ status: 'draft', returned: { word: 'Say how.' } });
});
