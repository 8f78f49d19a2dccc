import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.ts';
import { say } from './progress.ts';

/**
 * A registry that mirrors only some platforms makes npm write a lock file without the others, which `npm ci` then refuses
 * everywhere. This adds what is missing: the exact version that its parent asks for, bound to its platform.
 * Run it after a change of dependencies: node infra/src/complete-lock.ts
 */
type Entry = { version?: string; optional?: boolean; os?: string[]; cpu?: string[]; optionalDependencies?: Record<string, string> };

const file = inRoot('package-lock.json');
const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync(file, 'utf8'));
const missing = new Map(missingIn(lock.packages));
for (const [place, entry] of missing) lock.packages[place] = entry;
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
if (missing.size > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
say(`${missing.size} packages of other platforms added.`);

function* missingIn(packages: Record<string, Entry>): Generator<[string, Entry]> {
  for (const [parent, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const isThere = `${parent}/node_modules/${name}` in packages || `node_modules/${name}` in packages;
      const platform = platformOf(name);
      if (!isThere && platform) yield [`node_modules/${name}`, { version, optional: true, ...platform }];
    }
  }
}

function platformOf(name: string): { os: string[]; cpu: string[] } | undefined {
  const [, os, cpu] = /(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|s390x|riscv64|loong64)/.exec(name) ?? [];
  return os && cpu ? { os: [os], cpu: [cpu] } : undefined;
}
