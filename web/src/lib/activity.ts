import { activityEverySeconds, idleWarningSeconds, reportActivity } from '@rejoin/shared';
import { useEffect, useState } from 'react';
import { call } from './api';

/** `warning`: the page is about to close itself; `idle`: nobody has used it for too long. */
export type Use = 'active' | 'warning' | 'idle';

const inputs = ['pointerdown', 'pointermove', 'keydown', 'touchstart', 'wheel'] as const;
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('rejoin-activity');
const everyMs = activityEverySeconds * 1000;

let lastInput = 0;
let lastReport = 0;
let timer: ReturnType<typeof setTimeout> | null = null;

/** What is known of the last input from elsewhere: another tab, or the server when the page was opened. */
export function usedAt(at: number): void {
  lastInput = Math.max(lastInput, Math.min(at, Date.now()));
}

function report(): void {
  timer = null;
  lastReport = Date.now();
  const secondsAgo = Math.min(120, Math.round((lastReport - lastInput) / 1000));
  // A page that is locked or signed out hears of that by what it asks next.
  call(reportActivity, { body: { secondsAgo } }).catch(() => undefined);
}

// Only what a person does counts: an event that a script made is not trusted.
function input(event: Event): void {
  const now = Date.now();
  if (!event.isTrusted || now - lastInput < 1_000) return;
  lastInput = now;
  channel?.postMessage(now);
  timer ??= setTimeout(report, Math.max(0, lastReport + everyMs - now));
}

function heard({ data }: MessageEvent<unknown>): void {
  if (typeof data === 'number') usedAt(data);
}

/** Listens to pointer, keys and touch, and tells the server of them once a minute at most. Returns the way to stop. */
export function watchInput(): () => void {
  for (const name of inputs) window.addEventListener(name, input, { capture: true, passive: true });
  channel?.addEventListener('message', heard);
  return () => {
    for (const name of inputs) window.removeEventListener(name, input, { capture: true });
    channel?.removeEventListener('message', heard);
    if (timer) clearTimeout(timer);
    timer = null;
  };
}

function stateOf(limitSeconds: number): Use {
  const left = limitSeconds * 1000 - (Date.now() - lastInput);
  if (left <= 0) return 'idle';
  return left <= idleWarningSeconds * 1000 ? 'warning' : 'active';
}

/** Whether somebody still uses this browser's pages. */
export function useUse(limitSeconds: number): Use {
  const [use, setUse] = useState<Use>('active');
  useEffect(() => {
    const ticking = setInterval(() => setUse(stateOf(limitSeconds)), 500);
    return () => clearInterval(ticking);
  }, [limitSeconds]);
  return use;
}
