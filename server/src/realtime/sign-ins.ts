import { Injectable, Logger } from '@nestjs/common';
import { Subscription } from 'rxjs';
import { z } from 'zod';
import { ActorService } from '../access/actor.service.js';
import type { Actor } from '../common/request.js';
import { Notifications } from '../database/notifications.js';
import type { AppSocket } from './connection.js';

const accessChanged = 'access_changed';

/** Told by triggers: a sign-in ended, or what a person may do has changed. */
const Change = z.union([
  z.object({ authSessionId: z.string() }),
  z.object({ linkSessionId: z.string() }),
  z.object({ personId: z.string() }),
]);

/** A sign-in that runs out is told by nobody, nor a role that begins or ends on its day. */
const lookEveryMs = 60_000;

const rolesOf = ({ roles }: Actor): string =>
  roles
    .map(({ role, programId }) => `${role} ${programId ?? ''}`)
    .sort()
    .join();

/** Which sockets hang on which sign-in: they end together. */
@Injectable()
export class SignIns {
  private readonly logger = new Logger(SignIns.name);
  private readonly sockets = new Set<AppSocket>();
  private readonly heard = new Subscription();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly actors: ActorService,
    private readonly notifications: Notifications,
  ) {}

  begin(): void {
    this.heard.add(this.notifications.on(accessChanged).subscribe((payload) => this.changed(payload)));
    this.heard.add(this.notifications.reconnected$.subscribe(() => this.lookAtAll()));
    this.timer = setInterval(() => this.lookAtAll(), lookEveryMs);
  }

  end(): void {
    this.heard.unsubscribe();
    clearInterval(this.timer);
  }

  /** The sign-in may have ended while the socket was opening. */
  add(socket: AppSocket): void {
    this.sockets.add(socket);
    void this.look(socket);
  }

  drop(socket: AppSocket): void {
    this.sockets.delete(socket);
  }

  private changed(payload: string): void {
    const change = Change.safeParse(JSON.parse(payload));
    if (!change.success) return;
    const { data } = change;
    for (const socket of this.sockets) {
      const { signInId, personId } = socket.data.actor;
      if ('personId' in data ? data.personId === personId : Object.values(data).includes(signInId)) {
        if ('personId' in data) this.reopen(socket);
        else this.close(socket);
      }
    }
  }

  private lookAtAll(): void {
    for (const socket of this.sockets) void this.look(socket);
  }

  private async look(socket: AppSocket): Promise<void> {
    try {
      const actor = await this.actors.of(socket.request.headers);
      if (actor?.signInId !== socket.data.actor.signInId) this.close(socket);
      else if (rolesOf(actor) !== rolesOf(socket.data.actor)) this.reopen(socket);
    } catch (error) {
      this.logger.warn(`A sign-in could not be looked at: ${String(error)}`);
    }
  }

  private close(socket: AppSocket): void {
    socket.emit('signed.out', {});
    socket.disconnect(true);
  }

  /** The page comes back by itself, with the roles that hold now. */
  private reopen(socket: AppSocket): void {
    socket.conn.close();
  }
}
