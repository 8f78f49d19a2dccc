import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import {
  lostAfterMs,
  mayUndoEnd,
  phaseOf,
  unattendedMinutes,
  type ClientMessages,
  type RoomState,
  type Standing,
  type SystemCommand,
} from '@rejoin/shared';
import { AttendanceService } from '../attendance/attendance.service.js';
import { Clock } from '../common/clock.js';
import { RoomBeats } from './room.beats.js';
import { RoomCommands } from './room.commands.js';
import { RoomStore, type RoomChange } from './room.store.js';
import { RoomWatch, type Watching } from './room.watch.js';

const lookEveryMs = 1_000;
/** What another instance wrote just before it died, nobody told us. */
const readAgainEveryMs = 5_000;

type Here = Standing & { place: 'waiting' | 'main' };

function isHere(standing: Standing): standing is Here {
  return standing.place === 'waiting' || standing.place === 'main';
}

/** Also who has to be given the time to find the way back after an end that was taken back. */
function isExpected(standing: Standing): boolean {
  return isHere(standing) && (standing.online || standing.awaited === true);
}

function isNewTo(before: Standing | undefined, after: Standing): boolean {
  return !before || !before.online || before.identity !== after.identity || before.place !== after.place;
}

/** Keeps the rooms' time: who gives no sign of life is lost, and a room that everyone left comes to its end. */
@Injectable()
export class RoomKeeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(RoomKeeper.name);
  /** When this instance began to look after a seat of which it has heard nothing itself. */
  private readonly firstSeen = new Map<string, number>();
  private readonly busy = new Set<string>();
  private timers: NodeJS.Timeout[] = [];
  private bootedAt = 0;

  constructor(
    private readonly store: RoomStore,
    private readonly commands: RoomCommands,
    private readonly beats: RoomBeats,
    private readonly watch: RoomWatch,
    private readonly clock: Clock,
    private readonly attendance: AttendanceService,
  ) {
    store.changed$.subscribe((change) => this.arrivals(change));
  }

  /** Pages need a moment to find a server that was away: nobody is lost before they could. */
  async onApplicationBootstrap(): Promise<void> {
    this.bootedAt = this.clock.now().getTime();
    for (const sessionId of await this.store.open()) await this.open(sessionId);
    this.timers = [setInterval(() => this.look(), lookEveryMs), setInterval(() => this.readAgain(), readAgainEveryMs)];
  }

  onApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer);
  }

  /** A sign of life of a page that watches; only the device that holds the seat keeps it. */
  beat(
    { sessionId, seatId, personId, device }: Omit<Watching, 'n' | 'view' | 'stop'>,
    beat: Omit<ClientMessages['beat'], 'sessionId' | 'device'>,
  ): void {
    const standing = this.store.known(sessionId)?.standings[seatId];
    if (standing?.device !== device || !isHere(standing)) return;
    const { place, identity } = standing;
    this.attendance.beat({ sessionId, seatId, personId, place, identity, ...beat, at: this.clock.now() });
    this.alive(sessionId, seatId, standing);
  }

  /** A page that begins to watch gives a sign of life with it. */
  seen({ sessionId, seatId, device }: Watching): void {
    const standing = this.store.known(sessionId)?.standings[seatId];
    if (standing?.device === device && isHere(standing)) this.alive(sessionId, seatId, standing);
  }

  private alive(sessionId: string, seatId: string, standing: Here): void {
    this.beats.beat(seatId);
    if (!standing.online) this.ask(sessionId, seatId, () => ({ type: 'find', seatId }));
  }

  /** One look at every room. */
  look(): void {
    for (const [sessionId, state] of this.store.loaded()) {
      const phase = phaseOf(state);
      const isOver = phase === 'ended' || phase === 'cancelled';
      if (phase === 'ended' && state.closedAt === null) this.closeSoon(sessionId, state);
      else if (isOver && !this.watch.isWatched(sessionId)) this.letGo(sessionId, state);
      else if (!isOver) this.tend(sessionId, state);
    }
  }

  /** An end can be taken back for a while, and then stands: also where the server was away meanwhile. */
  private closeSoon(sessionId: string, state: RoomState): void {
    if (!mayUndoEnd(state, this.clock.now().getTime())) this.ask(sessionId, 'end', () => ({ type: 'close' }));
  }

  /** A room that cannot be read is no reason for the others to stay closed. */
  private async open(sessionId: string): Promise<void> {
    try {
      await this.store.read(sessionId);
    } catch (error) {
      this.logger.error(`Room ${sessionId} could not be opened: ${String(error)}`);
    }
  }

  private tend(sessionId: string, state: RoomState): void {
    const now = this.clock.now().getTime();
    if (now - this.bootedAt < lostAfterMs) return;
    const { emptySince } = state;
    if (emptySince && now - Date.parse(emptySince) >= unattendedMinutes * 60_000)
      this.ask(sessionId, 'end', () => ({ type: 'endUnattended' }));
    if (state.break && !state.break.over && now >= Date.parse(state.break.endsAt))
      this.ask(sessionId, 'break', () => ({ type: 'endBreak' }));
    for (const [seatId, standing] of Object.entries(state.standings)) {
      if (isHere(standing) && state.roster[seatId]?.ended) this.ask(sessionId, seatId, () => ({ type: 'unseat', seatId }));
      else if (isExpected(standing) && this.isSilent(seatId, now)) this.ask(sessionId, seatId, () => this.loss(seatId, now));
    }
  }

  private isSilent(seatId: string, now: number): boolean {
    return now - Math.max(this.beats.lastOf(seatId) ?? 0, this.firstSeen.get(seatId) ?? 0) >= lostAfterMs;
  }

  private async loss(seatId: string, now: number): Promise<SystemCommand> {
    const at = (await this.beats.lastSignOf(seatId)) ?? this.firstSeen.get(seatId) ?? now;
    return { type: 'lose', seatId, at: new Date(at).toISOString() };
  }

  /** To come, to come back and to take the seat over are signs of life too. */
  private arrivals({ before, after }: RoomChange): void {
    for (const [seatId, standing] of Object.entries(after.standings)) {
      if (!before || (standing.awaited && !before.standings[seatId]?.awaited)) this.firstSeen.set(seatId, this.clock.now().getTime());
      else if (standing.online && isNewTo(before.standings[seatId], standing)) this.beats.beat(seatId);
    }
  }

  /** One thing at a time about each seat. */
  private ask(sessionId: string, about: string, command: () => SystemCommand | Promise<SystemCommand>): void {
    const key = `${sessionId} ${about}`;
    if (this.busy.has(key)) return;
    this.busy.add(key);
    Promise.resolve()
      .then(command)
      .then((found) => this.commands.note(sessionId, found))
      .catch((error: unknown) => this.logger.warn(`Room ${sessionId} was not told of ${about}: ${String(error)}`))
      .finally(() => this.busy.delete(key));
  }

  private readAgain(): void {
    for (const [sessionId] of this.store.loaded()) this.store.refresh(sessionId);
  }

  private letGo(sessionId: string, state: RoomState): void {
    void this.store.forget(sessionId);
    for (const seatId of Object.keys(state.roster)) {
      this.beats.forget(seatId);
      this.firstSeen.delete(seatId);
    }
  }
}
