import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.ts';
import { missingIn, parseLock } from './lock.ts';
import { say } from './progress.ts';

// Run after a change of dependencies on a registry that mirrors only some platforms: node infra/src/complete-lock.ts
const file = inRoot('package-lock.json');
const lock = parseLock(readFileSync(file, 'utf8'));
const missing = missingIn(lock.packages);
const packages = { ...lock.packages, ...Object.fromEntries(missing) };
const sorted = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
if (missing.length > 0) writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
say(`${missing.length} packages of other platforms added.`);
