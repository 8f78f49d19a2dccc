import { Injectable } from '@nestjs/common';
import { clientMessages, type ClientMessages } from '@rejoin/shared';
import { AccessService } from '../access/access.service.js';
import { ActorService } from '../access/actor.service.js';
import { AuditService } from '../audit/audit.service.js';
import { AppError } from '../common/app-error.js';
import type { Actor } from '../common/request.js';
import { RoomKeeper } from '../room/room.keeper.js';
import { RoomWatch } from '../room/room.watch.js';
import type { Answer, AppSocket } from './connection.js';

/** Pages that one socket watches at a time. */
const roomsAtOnce = 5;

function parsed<K extends keyof ClientMessages>(name: K, message: unknown): ClientMessages[K];
function parsed(name: keyof ClientMessages, message: unknown): unknown {
  const result = clientMessages[name].safeParse(message);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => [issue.path.join('.') || name, issue.message] as const);
  throw new AppError('input.invalid', { fields: Object.fromEntries(fields) });
}

/** What pages say over the socket. */
@Injectable()
export class Messages {
  constructor(
    private readonly actors: ActorService,
    private readonly access: AccessService,
    private readonly audit: AuditService,
    private readonly watch: RoomWatch,
    private readonly keeper: RoomKeeper,
  ) {}

  async take(socket: AppSocket, name: keyof ClientMessages, message: unknown, answer: Answer): Promise<void> {
    switch (name) {
      case 'room.watch':
        return this.begin(socket, parsed(name, message), answer);
      case 'room.unwatch':
        this.leave(socket, parsed(name, message).sessionId);
        return answer({ ok: true });
      case 'beat':
        this.beat(socket, parsed(name, message));
        return answer({ ok: true });
    }
  }

  /** Asked anew with the cookie of this socket: roles may have changed since it opened. */
  private async begin(socket: AppSocket, { sessionId, device }: ClientMessages['room.watch'], answer: Answer): Promise<void> {
    const actor = await this.actors.of(socket.request.headers);
    await this.allow(actor, sessionId);
    if (!actor) throw new AppError('auth.signedOut');
    if (socket.data.watching.size >= roomsAtOnce && !socket.data.watching.has(sessionId)) throw new AppError('auth.tooMany');
    await this.watch.watch(sessionId, actor.personId, device, {
      begin: (watching) => {
        this.leave(socket, sessionId);
        if (!socket.connected) return watching.stop();
        socket.data.watching.set(sessionId, watching);
        this.keeper.seen(watching);
        answer({ ok: true, n: watching.n, view: watching.view });
      },
      patch: (n, patch) => socket.emit('room.patch', { sessionId, n, patch }),
    });
  }

  private async allow(actor: Actor | undefined, sessionId: string): Promise<void> {
    try {
      await this.access.require(actor, 'room.view', sessionId);
    } catch (error) {
      if (error instanceof AppError && actor) {
        const details = { code: error.code, message: 'room.watch' };
        await this.audit.record({ actorId: actor.personId, action: 'room.view', outcome: 'refused', rowKind: 'session', rowId: sessionId, details });
      }
      throw error;
    }
  }

  private leave(socket: AppSocket, sessionId: string): void {
    socket.data.watching.get(sessionId)?.stop();
    socket.data.watching.delete(sessionId);
  }

  private beat(socket: AppSocket, { sessionId, device, ...beat }: ClientMessages['beat']): void {
    const watching = socket.data.watching.get(sessionId);
    if (watching?.device === device) this.keeper.beat(watching, beat);
  }
}
