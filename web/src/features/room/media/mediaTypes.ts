/** A track that an element can show or play; LiveKit's own types stay behind this. */
export interface Playable {
  sid?: string;
  attach(element: HTMLMediaElement): HTMLMediaElement;
  detach(element: HTMLMediaElement): HTMLMediaElement;
}

/** What comes from one person at the SFU, by identity. */
export interface MediaPerson {
  video: Playable | null;
  audio: Playable | null;
  muted: boolean;
  speaking: boolean;
}

/** `troubled`: it was up and is being restored. */
export type MediaConnection = 'off' | 'connecting' | 'connected' | 'troubled';

export interface MediaSnapshot {
  connection: MediaConnection;
  people: Readonly<Record<string, MediaPerson>>;
  /** False while the browser wants a click before it plays sound. */
  canPlay: boolean;
  speaking: boolean;
  videoSent: boolean;
  audioSent: boolean;
  /** False for a seat that only watches. */
  maySend: boolean;
}

export const noMedia: MediaSnapshot = {
  connection: 'off',
  people: {},
  canPlay: true,
  speaking: false,
  videoSent: false,
  audioSent: false,
  maySend: true,
};
