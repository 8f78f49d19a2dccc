import { expect, test } from '@playwright/test';
import { listNotes, readDay, readNote, type Note } from '@rejoin/shared';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inRoot } from '../../infra/src/paths.ts';
import { freePort } from '../../infra/src/ports.ts';
import { launch } from '../../infra/src/processes.ts';
import { migrate, startServer, type ServerOptions } from '../../infra/src/server.ts';
import { logFile, startServices } from '../../infra/src/services.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'rejoin-backup-'));
// PostgreSQL does not run as root: its account has to get in here.
chmodSync(dir, 0o711);
test.afterAll(() => rmSync(dir, { recursive: true, force: true }));
const place = (name: string) => path.join(dir, name);
const only = (folder: string) => path.join(folder, readdirSync(folder)[0] ?? '');

/** A local installation on a data folder of its own, with demo people, until it is stopped. */
async function startOn(dataDir: string) {
  const port = await freePort();
  const services = await startServices({ dataDir, port });
  const options: ServerOptions = {
    services,
    port,
    metricsPort: await freePort(),
    dataDir,
    publicUrl: `http://localhost:${port}`,
    isDemo: true,
    output: { file: logFile(dataDir, 'server') },
  };
  await migrate(options);
  const server = await startServer(options);
  return {
    url: options.publicUrl,
    stop: async () => {
      await server.stop();
      await services.localLivekit?.child.stop();
      await services.mail?.child.stop();
      await services.postgres?.stop();
    },
  };
}

/** The therapist of the trial, and what they may read. */
async function therapistAt(url: string) {
  const response = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email: 'ruth@example.org', password: 'calm-harbor-2026' }),
  });
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return async (route: string): Promise<unknown> => (await fetch(`${url}/api${route}`, { headers: { cookie } })).json();
}

async function signedNote(url: string): Promise<Note> {
  const read = await therapistAt(url);
  const { notesToSign } = readDay.reply.parse(await read('/my-day'));
  const { patients } = listNotes.reply.parse(await read(`/sessions/${notesToSign[0]?.sessionId ?? ''}/notes`));
  const note = patients.find((slot) => slot.note?.status === 'signed')?.note;
  if (!note) throw new Error('The trial has no signed note.');
  return note;
}

async function runs(command: string, dataDir: string, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const file = place(`${command}-${Math.random()}.log`);
  const env = { ...process.env, DATA_DIR: dataDir };
  const { code } = await launch(command, process.execPath, [inRoot('infra', 'src', `${command}.ts`), ...args], {
    cwd: inRoot(),
    env,
    output: { file },
  }).exited;
  return { code, said: readFileSync(file, 'utf8') };
}

test('a signed note is opened again from a backup that was restored elsewhere, with keys that were kept apart', async () => {
  test.setTimeout(240_000);
  const here = await startOn(place('here'));
  const note = await signedNote(here.url);
  const tooEarly = await runs('backup', place('here'), '--to', place('early'), '--keys-to', place('early-keys'));
  expect([tooEarly.code, tooEarly.said]).toEqual([1, expect.stringContaining('stop Rejoin first')]);
  await here.stop();

  const together = await runs('backup', place('here'), '--to', place('data'), '--keys-to', place('data/keys'));
  expect([together.code, together.said]).toEqual([1, expect.stringContaining('a folder of their own')]);
  const made = await runs('backup', place('here'), '--to', place('data'), '--keys-to', place('keys'));
  expect([made.said, made.code]).toEqual([expect.any(String), 0]);
  const [data, keys] = [only(place('data')), only(place('keys'))];
  expect(readdirSync(data).sort()).toEqual(['cluster.tar.gz', 'manifest.json']);
  expect(readdirSync(keys)).toEqual(['secrets.json']);

  const restored = await runs('restore', place('there'), '--from', data, '--keys-from', keys);
  expect([restored.said, restored.code]).toEqual([expect.any(String), 0]);
  const again = await runs('restore', place('there'), '--from', data, '--keys-from', keys);
  expect([again.code, again.said]).toEqual([1, expect.stringContaining('Nothing was overwritten')]);

  const there = await startOn(place('there'));
  const read = await therapistAt(there.url);
  expect(readNote.reply.parse(await read(`/notes/${note.id}`)).note).toEqual(note);
  await there.stop();

  const archive = readFileSync(path.join(data, 'cluster.tar.gz'));
  archive[archive.length >> 1] = (archive[archive.length >> 1] ?? 0) ^ 1;
  writeFileSync(path.join(data, 'cluster.tar.gz'), archive);
  const spoilt = await runs('restore', place('elsewhere'), '--from', data, '--keys-from', keys);
  expect([spoilt.code, spoilt.said]).toEqual([1, expect.stringContaining('checksum differs')]);
});
