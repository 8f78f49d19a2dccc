import { existsSync } from 'node:fs';
import { inRoot } from './paths.ts';
import { say } from './progress.ts';

type DemoPerson = { name: string; email: string; password: string; role: string };

/** Prints who there is to sign in as. */
export async function sayDemoPeople(): Promise<void> {
  const people = await demoPeople();
  if (people.length === 0) return;
  say('\nSign in as one of these demo people:');
  const columns = people.map(({ role, name, email, password }) => [role, name, email, password]);
  const widths = [0, 1, 2].map((index) => Math.max(...columns.map((column) => column[index]?.length ?? 0)));
  for (const column of columns) say(`  ${column.map((text, index) => text.padEnd(widths[index] ?? 0)).join('  ')}`);
  say('');
}

async function demoPeople(): Promise<DemoPerson[]> {
  const file = inRoot('server/dist/demo/people.js');
  if (!existsSync(file)) return [];
  const loaded: unknown = await import(file);
  if (typeof loaded !== 'object' || loaded === null || !('demoPeople' in loaded)) return [];
  return Array.isArray(loaded.demoPeople) ? loaded.demoPeople.filter(isDemoPerson) : [];
}

function isDemoPerson(value: unknown): value is DemoPerson {
  if (typeof value !== 'object' || value === null) return false;
  const entries = new Map(Object.entries(value));
  return ['name', 'email', 'password', 'role'].every((key) => typeof entries.get(key) === 'string');
}
