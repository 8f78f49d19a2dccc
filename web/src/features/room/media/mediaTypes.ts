/** A track that an element can show or play; LiveKit's own types stay behind this. */
export interface Playable {
  sid?: string;
  readonly mediaStreamTrack: MediaStreamTrack;
  attach(element: HTMLMediaElement): HTMLMediaElement;
  detach(element: HTMLMediaElement): HTMLMediaElement;
}

/** What comes from one person at the SFU, by identity. */
export interface MediaPerson {
  video: Playable | null;
  audio: Playable | null;
  /** A screen that this person shows, and its sound. */
  screen: Playable | null;
  screenAudio: Playable | null;
  muted: boolean;
  speaking: boolean;
}

/** `troubled`: it was up and is being restored. */
export type MediaConnection = 'off' | 'connecting' | 'connected' | 'troubled';

/** What a weak line leaves of the pictures: all, only who speaks, or none. Sound always comes. */
export type LineStep = 'all' | 'speaker' | 'audio';

/** By identity at the SFU: whose camera this page shows, and whether it shows a shared screen. */
export interface Wanted {
  cameras: ReadonlySet<string>;
  screens: boolean;
  /** As large as the line allows; else the middle size is enough. */
  sharp: boolean;
}

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
  line: LineStep;
}

export const noMedia: MediaSnapshot = {
  connection: 'off',
  people: {},
  canPlay: true,
  speaking: false,
  videoSent: false,
  audioSent: false,
  maySend: true,
  line: 'all',
};
