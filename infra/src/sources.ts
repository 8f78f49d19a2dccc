import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.ts';

/** A digest of everything that a build reads. */
export function digest(patterns: string[]): string {
  const hash = createHash('sha256');
  const files = globSync(patterns, { cwd: inRoot() }).filter((file) => statSync(inRoot(file)).isFile());
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(inRoot(file)))
      .update('\0');
  return hash.digest('hex');
}

const stampFile = (part: string) => inRoot('node_modules', '.cache', 'rejoin', `${part}.stamp`);

export function isFresh(part: string, wanted: string): boolean {
  const file = stampFile(part);
  return existsSync(file) && readFileSync(file, 'utf8') === wanted;
}

export function remember(part: string, built: string): void {
  mkdirSync(path.dirname(stampFile(part)), { recursive: true });
  writeFileSync(stampFile(part), built);
}
