import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Explained } from './progress.ts';

/** What lies beside the data of a backup and says what they are. The keys lie elsewhere: whoever finds one folder can read nothing. */
export type Manifest = {
  madeAt: string;
  /** `cluster`: the folder of a stopped PostgreSQL; `dump`: what pg_dump wrote */
  kind: 'cluster' | 'dump';
  file: string;
  sha256: string;
  rejoin: string;
};

const manifestName = 'manifest.json';

export async function checksum(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Two folders, neither inside the other. */
export function separate(data: string, keys: string): void {
  const [a, b] = [path.resolve(data), path.resolve(keys)];
  const isInside = (inner: string, outer: string) => inner === outer || inner.startsWith(outer + path.sep);
  if (isInside(a, b) || isInside(b, a)) {
    throw new Explained('The keys go to a folder of their own, apart from the data: else whoever takes one takes both.');
  }
}

/** A new folder that only its owner may read. */
export function newFolder(parent: string, name: string): string {
  const folder = path.resolve(parent, name);
  if (existsSync(folder)) throw new Explained(`${folder} exists already. Nothing was overwritten.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

export function writeManifest(folder: string, manifest: Manifest): void {
  writeFileSync(path.join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

/** The manifest of a backup whose data are as they were written. */
export async function readBackup(folder: string): Promise<{ manifest: Manifest; file: string }> {
  const place = path.join(folder, manifestName);
  if (!existsSync(place)) throw new Explained(`There is no backup in ${folder}: ${manifestName} is missing.`);
  const manifest = parse(readFileSync(place, 'utf8'));
  const file = path.join(folder, manifest.file);
  if (!existsSync(file)) throw new Explained(`The backup in ${folder} is not whole: ${manifest.file} is missing.`);
  if ((await checksum(file)) !== manifest.sha256) throw new Explained(`${file} is not as it was written: its checksum differs.`);
  return { manifest, file };
}

function parse(text: string): Manifest {
  const value: unknown = JSON.parse(text);
  const entries = new Map<string, unknown>(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  const of = (name: string): string => {
    const found = entries.get(name);
    if (typeof found !== 'string') throw new Explained(`${manifestName} names no ${name}.`);
    return found;
  };
  const kind = of('kind');
  if (kind !== 'cluster' && kind !== 'dump')
    throw new Explained(`${manifestName} names a kind of backup that this release does not know: ${kind}.`);
  return { madeAt: of('madeAt'), kind, file: path.basename(of('file')), sha256: of('sha256'), rejoin: of('rejoin') };
}
