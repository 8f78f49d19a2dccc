import type { Note } from '@rejoin/shared';
import { ApiError } from '../../lib/api';

export interface NoteText {
  body: string;
  version: number;
}

/** `refused`: the server will not take it, with its sentence in `error`. */
export type SavePhase = 'clean' | 'waiting' | 'saving' | 'failing' | 'conflict' | 'refused';

export interface SaverState {
  body: string;
  phase: SavePhase;
  version: number;
  savedAt: string | null;
  /** The other text, when two people wrote. */
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

const saveAfterMs = 700;
const againAfterMs = 3_000;
/** What passes by itself, or when the person is back. */
const later: readonly ApiError['code'][] = ['network.failed', 'auth.tooMany', 'auth.locked', 'auth.signedOut'];

/** Saves one note while it is typed: one request at a time, the newest text, again and again until the server has it. */
export class NoteSaver {
  private state: SaverState;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private saved: Note | null;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly door: SaverDoor,
    note: Note | null,
    draft?: NoteText,
  ) {
    const { body, version } = draft ?? (note ? { body: note.fields.Note, version: note.version } : { body: '', version: 0 });
    this.saved = note;
    this.state = { body, version, phase: 'clean', savedAt: note?.updatedAt ?? null, theirs: null, error: null };
    if (draft && draft.body !== (note?.fields.Note ?? '')) this.schedule(0, 'waiting');
    else if (draft) door.drop();
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
    if (body === this.state.body) return;
    this.door.keep({ body, version: this.state.version });
    this.set({ body });
    if (this.state.phase === 'conflict' || this.state.phase === 'refused' || this.running) return;
    if (!this.timer) this.schedule(saveAfterMs, 'waiting');
    else this.set({ phase: 'waiting' });
  }

  /** Saves what is not saved yet, now; true when the server has everything. */
  async flush(): Promise<boolean> {
    if (this.timer) this.run();
    while (this.running) await this.running;
    return this.state.phase === 'clean';
  }

  /** Ends a conflict with the text that shall stand. */
  settle(body: string): void {
    const { theirs } = this.state;
    if (!theirs) return;
    this.saved = theirs;
    this.set({ body, version: theirs.version, theirs: null, error: null });
    if (body === theirs.fields.Note) return this.accept(theirs, body);
    this.door.keep({ body, version: theirs.version });
    this.schedule(0, 'waiting');
  }

  /** Takes over what another tab or person saved, while nothing of ours is under way. */
  adopt(note: Note): void {
    if (this.state.phase !== 'clean' || note.version <= this.state.version) return;
    this.saved = note;
    this.set({ body: note.fields.Note, version: note.version, savedAt: note.updatedAt });
  }

  private set(change: Partial<SaverState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  private schedule(afterMs: number, phase: SavePhase): void {
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
    const { body, version } = this.state;
    this.set({ phase: 'saving' });
    try {
      this.accept(await this.door.save({ body, version }, this.saved), body);
    } catch (cause) {
      await this.refused(cause, body);
    }
  }

  private accept(note: Note, sent: string): void {
    const more = this.state.body !== sent;
    this.saved = note;
    this.set({ version: note.version, savedAt: note.updatedAt, phase: 'clean', error: null });
    if (more) {
      this.door.keep({ body: this.state.body, version: note.version });
      this.schedule(saveAfterMs, 'waiting');
    } else this.door.drop();
    this.door.onSaved(note);
  }

  private async refused(cause: unknown, sent: string): Promise<void> {
    const error = cause instanceof ApiError ? cause : null;
    if (error?.code === 'row.changed') return this.compare(sent);
    const unreachable = !error || error.status >= 500 || later.includes(error.code);
    if (unreachable) this.schedule(againAfterMs, 'failing');
    else this.set({ phase: 'refused', error });
  }

  // The reply to an earlier save may have been lost: then the other text is our own.
  private async compare(sent: string): Promise<void> {
    const theirs = await this.door.read().catch(() => null);
    if (!theirs) this.schedule(againAfterMs, 'failing');
    else if (theirs.fields.Note === sent) this.accept(theirs, sent);
    else this.set({ phase: 'conflict', theirs });
  }
}
