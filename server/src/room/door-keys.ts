import { Injectable } from '@nestjs/common';
import type { AtMediaDoor, ErrorCode } from '@rejoin/shared';
import { filter, firstValueFrom, merge, timer } from 'rxjs';
import { AccessService } from '../access/access.service.js';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/request.js';
import { AppError } from '../common/app-error.js';
import { toAppError } from '../common/error.filter.js';
import { RoomService, type Key } from './room.service.js';
import { RoomStore } from './room.store.js';

/** The command that moves a person and their way to the media may come in any order. */
const patienceMs = 2_000;
const maybeSoon: readonly ErrorCode[] = ['room.notAdmitted', 'room.notOpen', 'room.otherDevice'];

/** Keys that are made at the media door itself, for the place where the person stands. They never reach a page that is refused. */
@Injectable()
export class DoorKeys {
  constructor(
    private readonly access: AccessService,
    private readonly rooms: RoomService,
    private readonly store: RoomStore,
    private readonly audit: AuditService,
  ) {}

  /** Refuses by throwing an AppError; either way it is in the audit. */
  async make(actor: Actor, door: AtMediaDoor): Promise<Key> {
    try {
      await this.access.require(actor, 'room.token', door.sessionId);
      const key = await this.keySoon(actor.personId, door);
      await this.record(actor, door, 'done', null);
      return key;
    } catch (error) {
      const refusal = toAppError(error);
      if (refusal.status < 500) await this.record(actor, door, 'refused', refusal.code);
      throw error;
    }
  }

  private async keySoon(personId: string, door: AtMediaDoor): Promise<Key> {
    const until = Date.now() + patienceMs;
    for (;;) {
      const changed = firstValueFrom(
        merge(this.store.changed$.pipe(filter(({ sessionId }) => sessionId === door.sessionId)), timer(until - Date.now())),
      );
      try {
        return await this.rooms.key(personId, door);
      } catch (error) {
        if (!(error instanceof AppError) || !maybeSoon.includes(error.code) || Date.now() >= until) throw error;
      }
      await changed;
    }
  }

  private async record(actor: Actor, { sessionId }: AtMediaDoor, outcome: 'done' | 'refused', code: ErrorCode | null): Promise<void> {
    await this.audit.record({
      actorId: actor.personId,
      action: 'room.token',
      outcome,
      rowKind: 'session',
      rowId: sessionId,
      sessionId,
      details: { path: '/rtc', ...(code && { code }) },
    });
  }
}
