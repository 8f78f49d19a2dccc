import type { z } from 'zod';

type Json = z.infer<ReturnType<typeof z.json>>;
type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/**
 * What changed, as a JSON merge patch (RFC 7396); undefined where nothing did. The values may hold no null,
 * for null is how the patch says "gone". Lists are replaced as a whole.
 */
export function diff(before: unknown, after: unknown): Json | undefined;
export function diff(before: unknown, after: unknown): unknown {
  if (!isTree(before) || !isTree(after)) return isSame(before, after) ? undefined : after;
  const changes: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(after)) {
    if (value === undefined) continue;
    const change = diff(before[key], value);
    if (change !== undefined) changes[key] = change;
  }
  for (const [key, value] of Object.entries(before)) {
    if (value !== undefined && after[key] === undefined) changes[key] = null;
  }
  return Object.keys(changes).length > 0 ? changes : undefined;
}

/** Applies a JSON merge patch; the target stays as it is. */
export function patch(target: unknown, change: unknown): unknown {
  if (!isTree(change)) return change;
  const result: Record<string, unknown> = isTree(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(change)) {
    if (value === null) delete result[key];
    else result[key] = patch(result[key], value);
  }
  return result;
}
