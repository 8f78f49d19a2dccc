import { dueAt, nobody, type Patience, type Turn, turnAfter } from './speaker';

interface Heard {
  order: readonly string[];
  speaking: ReadonlySet<string>;
  wait: Patience;
}

/** Keeps who is shown large over time. */
export class TurnKeeper {
  private turn: Turn = nobody;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly get = (): string | null => this.turn.seatId;

  hear(heard: Heard): void {
    clearTimeout(this.timer);
    const now = { ...heard, at: Date.now() };
    const before = this.turn.seatId;
    this.turn = turnAfter(this.turn, now, heard.wait);
    const due = dueAt(this.turn, now, heard.wait);
    if (due !== null) this.timer = setTimeout(() => this.hear(heard), Math.max(0, due - now.at));
    if (before !== this.turn.seatId) for (const listener of this.listeners) listener();
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
