import { Injectable } from '@nestjs/common';
import { idleLimitSeconds } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../common/request.js';
import { LiveRooms } from './live-rooms.js';

/** How a sign-in was opened. */
export type How = 'password' | 'link' | 'code' | 'backupCode' | 'pin';

/** When somebody last used a sign-in: it ends by itself when nobody does, but for the live room that its person stands in. */
@Injectable()
export class SignInState {
  constructor(
    private readonly database: DataSource,
    private readonly rooms: LiveRooms,
    private readonly audit: AuditService,
  ) {}

  /** The actor where the sign-in is in use, the same with `locked` where only their room goes on, or nobody. */
  async check(actor: Actor): Promise<Actor | undefined> {
    if (actor.idleSeconds === undefined || actor.idleSeconds < idleLimitSeconds(actor.roles)) return actor;
    if (await this.rooms.holds(actor.personId)) return { ...actor, locked: true };
    await this.end(actor);
    return undefined;
  }

  async opened(token: string, how: How): Promise<void> {
    await this.database.query(
      `INSERT INTO sign_in_state (sign_in_id, how) SELECT id, $2 FROM auth.session WHERE token = $1
       ON CONFLICT (sign_in_id) DO UPDATE SET active_at = now(), how = excluded.how`,
      [token, how],
    );
  }

  /** Somebody used a page so many seconds ago; nothing makes a sign-in older than it is known to be. */
  async used({ via, signInId }: Actor, secondsAgo: number): Promise<void> {
    const at = `now() - make_interval(secs => $2)`;
    await this.database.query(
      via === 'account'
        ? `INSERT INTO sign_in_state AS s (sign_in_id, active_at) SELECT id, ${at} FROM auth.session WHERE id = $1
           ON CONFLICT (sign_in_id) DO UPDATE SET active_at = greatest(s.active_at, excluded.active_at)`
        : `UPDATE link_session SET active_at = greatest(active_at, ${at}) WHERE id = $1::uuid`,
      [signInId, secondsAgo],
    );
  }

  async howOf(signInId: string): Promise<How | undefined> {
    const rows: { how: How }[] = await this.database.query('SELECT how FROM sign_in_state WHERE sign_in_id = $1', [signInId]);
    return rows[0]?.how;
  }

  /** Of several requests that come at the same time one ends it and records that. */
  private async end({ via, signInId, personId }: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const ended: [unknown[], number] = await tx.query(
        via === 'account'
          ? 'DELETE FROM auth.session WHERE id = $1 RETURNING id'
          : 'UPDATE link_session SET revoked_at = now() WHERE id = $1::uuid AND revoked_at IS NULL RETURNING id',
        [signInId],
      );
      if (ended[1] > 0) await this.audit.record({ actorId: personId, action: 'signIn.idle', outcome: 'done', details: { via } }, tx);
    });
  }
}
