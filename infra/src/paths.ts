import { homedir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');

export function inRoot(...parts: string[]): string {
  return path.join(root, ...parts);
}

/** What is kept between clones of one user, such as a built media server. */
export function userCache(...parts: string[]): string {
  const base = process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache');
  return path.join(base, 'rejoin', ...parts);
}
