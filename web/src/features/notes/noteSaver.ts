import type { Note } from '@rejoin/shared';
import { ApiError } from '../../lib/api';
import { isSame, type NoteText, textOf, type Written } from './noteText';

/** `failing`: the server does not have it yet and is asked again; `refused`: it will not take it, with its sentence in `error`. */
export type SavePhase = 'clean' | 'waiting' | 'saving' | 'failing' | 'conflict' | 'refused';

export interface SaverState extends NoteText {
  phase: SavePhase;
  savedAt: string | null;
  /** What the server has instead: changed or signed elsewhere. */
  theirs: Note | null;
  error: ApiError | null;
}

export interface SaverDoor {
  /** `known` is the note as the server last confirmed it, if there is one. */
  save: (text: NoteText, known: Note | null) => Promise<Note>;
  /** The note as the server has it now. */
  read: () => Promise<Note | null>;
  keep: (text: NoteText) => void;
  drop: () => void;
  onSaved: (note: Note) => void;
}

const saveAfterMs = 600;
const slowAfterMs = 1_500;
const againAfterMs = 3_000;
const signedOutAgainAfterMs = 15_000;
const changedElsewhere: readonly string[] = ['row.changed', 'note.signed', 'note.awaiting'];

/** How long until the server is asked again; null where asking again cannot help. */
function againAfter(error: ApiError | null): number | null {
  if (!error || error.code === 'network.failed' || error.code === 'auth.tooMany' || error.status >= 500) return againAfterMs;
  return error.code.startsWith('auth.') ? signedOutAgainAfterMs : null;
}

/** Saves one part while it is typed: one request at a time, the newest text, again and again until the server has it. */
export class NoteSaver {
  private state: SaverState;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private saved: Note | null;
  private sentAt = 0;
  private stopped = false;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly door: SaverDoor,
    note: Note | null,
    draft?: NoteText,
  ) {
    this.saved = note;
    this.state = { ...(draft ?? textOf(note)), phase: 'clean', savedAt: note?.updatedAt ?? null, theirs: null, error: null };
    if (!draft) return;
    if (isSame(draft, textOf(note))) door.drop();
    else if (note && note.status !== 'draft') this.state = { ...this.state, phase: 'conflict', theirs: note };
    else this.schedule(0, 'waiting');
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly current = (): SaverState => this.state;

  /** The note as the server last confirmed it. */
  note(): Note | null {
    return this.saved;
  }

  type(body: string): void {
    this.write({ body, place: this.state.place });
  }

  typePlace(place: string): void {
    this.write({ body: this.state.body, place });
  }

  /** Saves what is not saved yet, now; true when the server has everything. */
  async flush(): Promise<boolean> {
    if (this.timer) this.run();
    while (this.running) await this.running;
    return this.state.phase === 'clean';
  }

  /** Sends once more what was refused. */
  again(): void {
    if (this.state.phase === 'refused') this.schedule(0, 'waiting');
  }

  /** Ends a conflict with the text that shall stand. */
  settle(body: string): void {
    const { theirs, place } = this.state;
    if (!theirs) return;
    const isTheirs = body === theirs.fields.Note;
    const next = { body, place: isTheirs ? theirs.clinicianPlace : place };
    this.saved = theirs;
    this.set({ ...next, version: theirs.version, theirs: null, error: null });
    if (isTheirs) return this.accept(theirs, next);
    this.door.keep({ ...next, version: theirs.version });
    this.schedule(0, 'waiting');
  }

  /** Takes over what another tab or person saved, while nothing of ours is under way. */
  adopt(note: Note): void {
    const isNews =
      note.version > this.state.version || (note.version === this.state.version && note.updatedAt > (this.state.savedAt ?? ''));
    if (this.state.phase !== 'clean' || !isNews) return;
    this.saved = note;
    this.set({ ...textOf(note), savedAt: note.updatedAt });
  }

  /** The sign-in is over: nothing is sent any more. */
  stop(): void {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private write(next: Written): void {
    if (this.stopped || isSame(next, this.state)) return;
    this.door.keep({ ...next, version: this.state.version });
    this.set(next);
    const { phase } = this.state;
    if (phase !== 'conflict' && phase !== 'refused' && !this.running && !this.timer) this.schedule(saveAfterMs, 'waiting');
  }

  private set(change: Partial<SaverState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private schedule(afterMs: number, phase: SavePhase): void {
    if (this.stopped) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), afterMs);
    this.set({ phase });
  }

  private run(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.running ??= this.send().finally(() => {
      this.running = null;
    });
  }

  private async send(): Promise<void> {
    const { body, place, version, phase } = this.state;
    if (phase !== 'failing') this.set({ phase: 'saving' });
    this.sentAt = Date.now();
    const slow = setTimeout(() => this.set({ phase: 'failing' }), slowAfterMs);
    try {
      const note = await this.door.save({ body, place, version }, this.saved);
      if (!this.stopped) this.accept(note, { body, place });
    } catch (cause) {
      if (!this.stopped) await this.refused(cause, { body, place });
    } finally {
      clearTimeout(slow);
    }
  }

  private accept(note: Note, sent: Written): void {
    const hasMore = !isSame(this.state, sent);
    this.saved = note;
    this.set({ version: note.version, savedAt: note.updatedAt, phase: 'clean', error: null });
    if (hasMore) {
      this.door.keep({ body: this.state.body, place: this.state.place, version: note.version });
      this.schedule(Math.max(0, this.sentAt + saveAfterMs - Date.now()), 'waiting');
    } else this.door.drop();
    this.door.onSaved(note);
  }

  private async refused(cause: unknown, sent: Written): Promise<void> {
    const error = cause instanceof ApiError ? cause : null;
    if (error && changedElsewhere.includes(error.code)) return this.compare(sent);
    const afterMs = againAfter(error);
    if (afterMs === null) this.set({ phase: 'refused', error });
    else this.schedule(afterMs, 'failing');
  }

  // The reply to an earlier save may have been lost: then the other text is our own.
  private async compare(sent: Written): Promise<void> {
    const theirs = await this.door.read().catch(() => null);
    if (this.stopped) return;
    if (!theirs) this.schedule(againAfterMs, 'failing');
    else if (isSame(textOf(theirs), sent)) this.accept(theirs, sent);
    else this.set({ phase: 'conflict', theirs });
  }
}
