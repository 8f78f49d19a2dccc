import { Injectable } from '@nestjs/common';
import { diff, project, type RoomState, type RoomView, type ServerMessages } from '@rejoin/shared';
import { AppError } from '../common/app-error.js';
import { seatHeld } from './room.commands.js';
import { RoomStore, type RoomChange } from './room.store.js';

/** One page that watches one room. */
export interface Watching {
  sessionId: string;
  seatId: string;
  personId: string;
  device: string;
  /** The counter of this page's own differences. */
  n: number;
  view: RoomView;
  stop(): void;
}

export interface Page {
  /** Called once, before any difference can come. */
  begin(watching: Watching): void;
  patch(n: number, patch: ServerMessages['room.patch']['patch']): void;
}

interface Watcher extends Watching {
  page: Page;
}

/** Sends each page the differences of its own view: nothing when nothing changed for it, so that it cannot tell that anything did. */
@Injectable()
export class RoomWatch {
  private readonly watchers = new Map<string, Set<Watcher>>();

  constructor(private readonly store: RoomStore) {
    store.changed$.subscribe((change) => this.spread(change));
  }

  /** The whole view now, and its differences from then on. */
  async watch(sessionId: string, personId: string, device: string, page: Page): Promise<Watching> {
    const read = await this.store.read(sessionId);
    const state = this.store.known(sessionId) ?? read;
    const { seatId } = this.seat(state, personId);
    const watcher: Watcher = {
      sessionId,
      seatId,
      personId,
      device,
      n: 0,
      view: project(state, seatId),
      page,
      stop: () => this.stop(watcher),
    };
    const watchers = this.watchers.get(sessionId) ?? new Set();
    this.watchers.set(sessionId, watchers.add(watcher));
    page.begin(watcher);
    return watcher;
  }

  isWatched(sessionId: string): boolean {
    return this.watchers.has(sessionId);
  }

  private seat(state: RoomState, personId: string) {
    const seat = seatHeld(state, personId);
    if (!seat) throw new AppError('room.notSeated');
    return seat;
  }

  private stop(watcher: Watcher): void {
    const watchers = this.watchers.get(watcher.sessionId);
    watchers?.delete(watcher);
    if (watchers?.size === 0) this.watchers.delete(watcher.sessionId);
  }

  private spread({ sessionId, after }: RoomChange): void {
    const views = new Map<string, RoomView>();
    for (const watcher of this.watchers.get(sessionId) ?? []) {
      const view = views.get(watcher.seatId) ?? project(after, watcher.seatId);
      views.set(watcher.seatId, view);
      this.push(watcher, view);
      if (after.roster[watcher.seatId]?.ended) watcher.stop();
    }
  }

  private push(watcher: Watcher, view: RoomView): void {
    const patch = diff(watcher.view, view);
    if (patch === undefined) return;
    watcher.view = view;
    watcher.n += 1;
    watcher.page.patch(watcher.n, patch);
  }
}
