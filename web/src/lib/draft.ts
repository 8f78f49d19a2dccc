import type { z } from 'zod';
import { onForget } from './auth';

const prefix = 'rejoin-draft:';

/** Keeps what was typed in this tab until the server has it; another person of this browser never sees it. */
export function keepDraft(personId: string, name: string, value: unknown): void {
  try {
    sessionStorage.setItem(`${prefix}${personId}:${name}`, JSON.stringify(value));
  } catch {
    // A full or forbidden storage only means that a reload would lose the draft.
  }
}

export function readDraft<S extends z.ZodType>(personId: string, name: string, schema: S): z.infer<S> | undefined {
  try {
    const stored = sessionStorage.getItem(`${prefix}${personId}:${name}`);
    const parsed = stored === null ? undefined : schema.safeParse(JSON.parse(stored));
    return parsed?.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

export function dropDraft(personId: string, name: string): void {
  try {
    sessionStorage.removeItem(`${prefix}${personId}:${name}`);
  } catch {
    // Nothing was kept then.
  }
}

/** Leaves nothing of what was typed on the device. */
export function wipeDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
}

onForget(wipeDrafts);
