import { useSyncExternalStore } from 'react';

/** The screen that this page shows to the room, or is about to. */
export interface OwnScreen {
  video: MediaStreamTrack;
  audio: MediaStreamTrack | null;
}

const listeners = new Set<() => void>();
let screen: OwnScreen | null = null;

export const ownScreen = (): OwnScreen | null => screen;

export function onOwnScreen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useOwnScreen = (): OwnScreen | null => useSyncExternalStore(onOwnScreen, ownScreen);

function tell(): void {
  for (const listener of listeners) listener();
}

/** Shows this one from now on. The browser has a button of its own that ends it. */
export function takeScreen(stream: MediaStream, onEnded: () => void): void {
  const [video] = stream.getVideoTracks();
  if (!video) return;
  dropScreen();
  // Letters stay sharp when the line is weak; they may come less often.
  video.contentHint = 'detail';
  const taken: OwnScreen = { video, audio: stream.getAudioTracks()[0] ?? null };
  video.addEventListener('ended', () => screen === taken && onEnded());
  screen = taken;
  tell();
}

export function dropScreen(): void {
  if (!screen) return;
  screen.video.stop();
  screen.audio?.stop();
  screen = null;
  tell();
}
