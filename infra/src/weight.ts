import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from './paths.ts';

/**
 * What a signed-in patient's browser may load from the link in the mail until they stand in the room: bytes of JavaScript,
 * gzipped (React 60 000, the media client 88 000, socket.io 9 000).
 */
export const patientLimit = 300_000;

/** Loaded on the way beside the first page and what it names: the room, its sound and picture, what it says of hearing. */
const onTheWay = ['room', 'media', 'HearingNote'];

const assets = inRoot('web', 'dist', 'assets');
const textOf = (file: string) => readFileSync(path.join(assets, file), 'utf8');

/** What a script needs before it runs; what it may load later is not named so. */
function needs(file: string): string[] {
  return [...textOf(file).matchAll(/(?:from|import)"\.\/([\w.-]+\.js)"/g)].map(([, name]) => name ?? '');
}

function withNeeds(files: readonly string[]): Set<string> {
  const all = new Set<string>();
  const take = (file: string) => {
    if (all.has(file)) return;
    all.add(file);
    needs(file).forEach(take);
  };
  files.forEach(take);
  return all;
}

/** Every script on a patient's way to the room, with its gzipped size in bytes. */
export function patientWay(): Map<string, number> {
  const page = readFileSync(inRoot('web', 'dist', 'index.html'), 'utf8');
  const first = [...page.matchAll(/\/assets\/([\w.-]+\.js)"/g)].map(([, name]) => name ?? '');
  const files = readdirSync(assets).filter((file) => file.endsWith('.js'));
  const later = onTheWay.map((name) => {
    const file = files.find((one) => one.startsWith(`${name}-`));
    if (!file) throw new Error(`No script of the web is called ${name} any more: say in infra/src/weight.ts what took its place.`);
    return file;
  });
  return new Map([...withNeeds([...first, ...later])].map((file) => [file, gzipSync(readFileSync(path.join(assets, file))).length]));
}
