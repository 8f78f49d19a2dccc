import { Injectable } from '@nestjs/common';
import { permissions, type PermissionName } from '@rejoin/shared';
import { AccessService } from '../access/access.service.js';
import { ActorService } from '../access/actor.service.js';
import { AuditService } from '../audit/audit.service.js';
import { AppError } from '../common/app-error.js';
import type { Actor } from '../common/request.js';
import type { AppSocket } from './connection.js';

/** Whether the person behind a socket may; asked anew with its cookie, for roles may have changed since it opened. */
@Injectable()
export class SocketAccess {
  constructor(
    private readonly actors: ActorService,
    private readonly access: AccessService,
    private readonly audit: AuditService,
  ) {}

  async require(socket: AppSocket, permission: PermissionName, rowId: string): Promise<Actor> {
    const actor = await this.actors.of(socket.request.headers);
    if (!actor) throw new AppError('auth.signedOut');
    try {
      await this.access.require(actor, permission, rowId);
    } catch (error) {
      if (error instanceof AppError) await this.recordRefusal(actor, permission, rowId, error);
      throw error;
    }
    return actor;
  }

  private recordRefusal(actor: Actor, permission: PermissionName, rowId: string, { code }: AppError): Promise<void> {
    const rowKind = permissions[permission].row;
    return this.audit.record({
      actorId: actor.personId,
      action: permission,
      outcome: 'refused',
      rowKind,
      rowId,
      details: { code, socket: true },
    });
  }
}
