import { onForget } from '../../../lib/auth';

const prefix = 'rejoin-room:';

/** What this tab remembers over a reload; nothing where storage is switched off. */
export function recall(key: string): string | null {
  try {
    return sessionStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

export function keep(key: string, value: string | null): void {
  try {
    if (value === null) sessionStorage.removeItem(prefix + key);
    else sessionStorage.setItem(prefix + key, value);
  } catch {
    // Without storage the page works, it only forgets more over a reload.
  }
}

/** Forgets every key that begins so. */
export function forget(start = ''): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix + start)) sessionStorage.removeItem(key);
  } catch {
    // There is nothing to forget.
  }
}

onForget(() => forget());
