import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { emptyLog, fold, type RoomEvent, type RoomState } from '@rejoin/shared';
import { Subject, type Observable } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Notifications } from '../database/notifications.js';
import { Prepared } from '../database/prepared.js';
import { readEvents, textsInWindow, type Queries } from './room.log.js';
import { RoomPlans, type Planned } from './room.plan.js';

const roomChanged = 'room_changed';
/** Commands may be decided on a plan this old, which every change of the schedule makes unknown at once. */
const planKeptMs = 1_000;

export interface RoomChange {
  sessionId: string;
  /** None where this instance saw the room for the first time. */
  before: RoomState | undefined;
  after: RoomState;
}

interface Worked<T> {
  state: RoomState;
  result: T;
}

function isSame(a: RoomState, b: RoomState): boolean {
  return a === b || (a.seq === b.seq && JSON.stringify([a.plan, a.roster, a.texts]) === JSON.stringify([b.plan, b.roster, b.texts]));
}

/** The rooms that this instance knows: folded from their logs once, and caught up at every look. */
@Injectable()
export class RoomStore implements OnModuleInit {
  private readonly logger = new Logger(RoomStore.name);
  private readonly rooms = new Map<string, RoomState>();
  private readonly plans = new RoomPlans();
  private readonly planReadAt = new Map<string, number>();
  private readonly queues = new Map<string, Promise<unknown>>();
  private readonly refreshing = new Set<string>();
  private readonly reads = new Map<string, Promise<RoomState>>();
  private readonly changes = new Subject<RoomChange>();
  /** After the commit, in the order of each log. */
  readonly changed$: Observable<RoomChange> = this.changes.asObservable();

  constructor(
    private readonly database: DataSource,
    private readonly notifications: Notifications,
    private readonly prepared: Prepared,
  ) {}

  onModuleInit(): void {
    this.notifications.on(roomChanged).subscribe((payload) => this.heard(payload));
    this.notifications.reconnected$.subscribe(() => {
      for (const sessionId of this.rooms.keys()) this.refresh(sessionId);
    });
  }

  loaded(): IterableIterator<[string, RoomState]> {
    return this.rooms.entries();
  }

  /** Sessions whose media room is not closed. */
  async open(): Promise<string[]> {
    const rows: { id: string }[] = await this.database.query(`SELECT DISTINCT session_id AS id FROM media_room WHERE closed_at IS NULL`);
    return rows.map(({ id }) => id);
  }

  known(sessionId: string): RoomState | undefined {
    return this.rooms.get(sessionId);
  }

  /** In turn: a look that has begun would keep what it read all the same. */
  forget(sessionId: string): Promise<void> {
    return this.inTurn(sessionId, () => {
      this.rooms.delete(sessionId);
      this.plans.forget(sessionId);
      this.planReadAt.delete(sessionId);
    });
  }

  /** The room as the database has it now. */
  read(sessionId: string): Promise<RoomState> {
    return this.look(sessionId, 0);
  }

  /** The log as it is now, on a plan that may be a second old, as commands decide on it. */
  readLately(sessionId: string): Promise<RoomState> {
    return this.look(sessionId, planKeptMs);
  }

  /** Looks that wait for their turn together are one. */
  private look(sessionId: string, planAgeMs: number): Promise<RoomState> {
    const key = `${sessionId} ${planAgeMs}`;
    const waiting = this.reads.get(key);
    if (waiting) return waiting;
    const read = this.inTurn(sessionId, async () => {
      this.reads.delete(key);
      return this.keep(sessionId, await this.caughtUp(this.prepared, sessionId, planAgeMs));
    });
    this.reads.set(key, read);
    return read;
  }

  /** Changes a room: one after another here by the queue, and across instances by the lock. */
  change<T>(sessionId: string, work: (tx: EntityManager, state: RoomState) => Promise<Worked<T>>): Promise<T> {
    return this.inTurn(sessionId, async () => {
      const worked = await this.underLock(sessionId, work);
      const isNews = worked.state.seq !== this.rooms.get(sessionId)?.seq;
      this.keep(sessionId, worked.state);
      if (isNews) this.tell(sessionId, worked.state.seq);
      return worked.result;
    });
  }

  private async underLock<T>(sessionId: string, work: (tx: EntityManager, state: RoomState) => Promise<Worked<T>>): Promise<Worked<T>> {
    try {
      return await this.database.transaction(async (tx) => {
        await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('room:' || $1, 0))`, [sessionId]);
        return work(tx, await this.caughtUp(tx, sessionId, planKeptMs));
      });
    } catch (error) {
      this.planReadAt.delete(sessionId);
      throw error;
    }
  }

  /** Looks again, for those who watch; looks that were asked for meanwhile are this one. */
  refresh(sessionId: string): void {
    if (this.refreshing.has(sessionId)) return;
    this.refreshing.add(sessionId);
    void this.inTurn(sessionId, async () => {
      this.refreshing.delete(sessionId);
      this.keep(sessionId, await this.caughtUp(this.prepared, sessionId, 0));
    }).catch((error: unknown) => this.logger.warn(`Room ${sessionId} could not be read: ${String(error)}`));
  }

  private inTurn<T>(sessionId: string, work: () => T | Promise<T>): Promise<T> {
    const turn = (this.queues.get(sessionId) ?? Promise.resolve()).then(work);
    const settled = turn
      .catch(() => undefined)
      .then(() => {
        if (this.queues.get(sessionId) === settled) this.queues.delete(sessionId);
      });
    this.queues.set(sessionId, settled);
    return turn;
  }

  private async caughtUp(db: Queries, sessionId: string, planAgeMs: number): Promise<RoomState> {
    const known = this.rooms.get(sessionId);
    const { events, plan, roster } = await this.news(db, sessionId, known, planAgeMs);
    if (known && events.length === 0 && plan === known.plan && roster === known.roster) return known;
    const log = fold(events, known ?? emptyLog);
    return { ...log, plan, roster, texts: await textsInWindow(db, log, known?.texts ?? {}) };
  }

  private async news(
    db: Queries,
    sessionId: string,
    known: RoomState | undefined,
    planAgeMs: number,
  ): Promise<Planned & { events: RoomEvent[] }> {
    const readAt = this.planReadAt.get(sessionId) ?? -Infinity;
    const now = performance.now();
    if (known && now - readAt < planAgeMs) {
      return { plan: known.plan, roster: known.roster, events: await readEvents(db, sessionId, known.seq) };
    }
    this.planReadAt.set(sessionId, now);
    const read = await this.plans.read(db, sessionId, known?.seq ?? 0);
    if (!read) throw new AppError('row.notFound');
    return read;
  }

  private keep(sessionId: string, after: RoomState): RoomState {
    const before = this.rooms.get(sessionId);
    this.rooms.set(sessionId, after);
    if (!before || !isSame(before, after)) this.changes.next({ sessionId, before, after });
    return after;
  }

  /** Not part of the transaction: notifying inside one makes all commits of the database wait for each other. */
  private tell(sessionId: string, seq: number): void {
    this.database
      .query(`SELECT pg_notify($1, $2)`, [roomChanged, `${sessionId} ${seq}`])
      .catch((error: unknown) => this.logger.warn(`Others were not told of room ${sessionId}: ${String(error)}`));
  }

  /** `<session>` where the plan changed, `<session> <seq>` where the log grew. */
  private heard(payload: string): void {
    const [sessionId = '', seq] = payload.split(' ');
    const known = this.rooms.get(sessionId);
    if (seq === undefined) this.planReadAt.delete(sessionId);
    if (!known || (seq !== undefined && Number(seq) <= known.seq)) return;
    this.refresh(sessionId);
  }
}
