import { Injectable } from '@nestjs/common';
import { grantsOf, openWhileLocked, permissions, type Grant, type PermissionName } from '@rejoin/shared';
import { AppError } from '../common/app-error.js';
import type { Actor } from '../common/request.js';
import { Prepared } from '../database/prepared.js';
import { ActorService } from './actor.service.js';
import { LiveRooms } from './live-rooms.js';
import { withRowFacts, type RowFacts } from './row-facts.js';

/** Whether the actor holds one of the roles now: in one of the programs, or anywhere where none are named. */
function holds(actor: Actor, roles: Grant['roles'], programs?: readonly string[]): boolean {
  return actor.roles.some(
    (held) => (!roles || roles.includes(held.role)) && (!programs || held.programId === null || programs.includes(held.programId)),
  );
}

function stands(grant: Grant, actor: Actor, rowId: string, row: RowFacts): boolean {
  switch (grant.relation) {
    case 'self':
      return rowId === actor.personId;
    case 'program':
      return holds(actor, grant.roles, row.programs);
    case 'careTeam':
      return row.onCareTeam && holds(actor, grant.roles);
    case 'author':
      return row.isAuthor && holds(actor, grant.roles);
    case 'supervises':
      return row.supervises && holds(actor, grant.roles);
    case 'emergency':
      return row.emergency && holds(actor, grant.roles);
    case 'seat':
      return (
        row.seat !== null &&
        (!grant.seats || grant.seats.some((capacity) => capacity === row.seat)) &&
        (!grant.roles || holds(actor, grant.roles, row.programs))
      );
    case 'anyone':
    case 'signedIn':
    case 'held':
      return false;
  }
}

/** Row access in one place. "Not found" and "not yours" are one answer, so that existence does not leak. */
@Injectable()
export class AccessService {
  constructor(
    private readonly prepared: Prepared,
    private readonly actors: ActorService,
    private readonly rooms: LiveRooms,
  ) {}

  /**
   * Refuses with `auth.signedOut`, `auth.twoFactorRequired`, `access.refused` (no role for this anywhere) or `row.notFound`.
   * `known` are the facts of the row where they were read with the actor (null: no such row); else they are read here.
   */
  async require(actor: Actor | undefined, permission: PermissionName, rowId: string | undefined, known?: RowFacts | null): Promise<void> {
    const grants = grantsOf(permission);
    if (grants.some((grant) => grant.relation === 'anyone')) return;
    if (!actor) throw new AppError('auth.signedOut');
    if (actor.locked && !(await this.isOpen(actor, permission, rowId))) throw new AppError('auth.locked');
    if (!permission.startsWith('me.') && this.actors.mustSetUpTwoFactor(actor)) throw new AppError('auth.twoFactorRequired');
    if (permissions[permission].row === 'none') {
      const allowed = grants.some((grant) => grant.relation === 'signedIn' || holds(actor, grant.roles));
      if (!allowed) throw new AppError('access.refused');
      return;
    }
    if (!grants.some((grant) => !grant.roles || holds(actor, grant.roles))) throw new AppError('access.refused');
    const row = rowId && (known === undefined ? await this.rowFacts(actor, permission, rowId) : known);
    if (!row || !grants.some((grant) => stands(grant, actor, rowId, row))) throw new AppError('row.notFound');
  }

  /** Locked for want of input: the room one stands in goes on, and no other one. */
  private async isOpen({ personId }: Actor, permission: PermissionName, rowId: string | undefined): Promise<boolean> {
    if (!openWhileLocked.includes(permission)) return false;
    return permissions[permission].row === 'none' || (rowId !== undefined && this.rooms.holds(personId, rowId));
  }

  private async rowFacts(actor: Actor, permission: PermissionName, rowId: string): Promise<RowFacts | null> {
    const kind = permissions[permission].row;
    if (kind === 'none') return null;
    const sql = withRowFacts(kind, `SELECT $1::uuid AS "personId", $2::uuid AS "rowId"`);
    const rows = await this.prepared.query<{ row: RowFacts | null }[]>(sql, [actor.personId, rowId]);
    return rows[0]?.row ?? null;
  }
}
