import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { ClientMessages, ServerMessages } from '@rejoin/shared';
import { AttendanceService } from '../attendance/attendance.service.js';
import { AppError } from '../common/app-error.js';
import type { Answer, AppSocket } from '../realtime/connection.js';
import { SocketAccess } from '../realtime/socket-access.js';
import { SocketMessages } from '../realtime/socket-messages.js';
import { RoomKeeper } from './room.keeper.js';
import { RoomTalk } from './room.talk.js';
import { RoomWatch, type Watching } from './room.watch.js';

/** Rooms that one socket watches at a time. */
const roomsAtOnce = 5;

/** What the pages of a room say over their sockets, and are told. */
@Injectable()
export class RoomPages implements OnModuleInit {
  private readonly watching = new Map<AppSocket, Map<string, Watching>>();

  constructor(
    private readonly access: SocketAccess,
    private readonly watch: RoomWatch,
    private readonly keeper: RoomKeeper,
    private readonly attendance: AttendanceService,
    private readonly messages: SocketMessages,
    private readonly talk: RoomTalk,
  ) {}

  onModuleInit(): void {
    this.messages.on('room.watch', (socket, message, answer) => this.begin(socket, message, answer));
    this.messages.on('room.unwatch', (socket, { sessionId }, answer) => {
      this.stop(socket, sessionId);
      answer({ ok: true });
    });
    this.messages.on('beat', (socket, { sessionId, device, spoke, ...beat }, answer) => {
      const watching = this.watching.get(socket)?.get(sessionId);
      if (watching?.device === device) {
        this.keeper.beat(watching, beat);
        if (spoke) this.talk.heard(watching);
      }
      answer({ ok: true });
    });
    this.talk.told$.subscribe((spoken) => this.tellTalk(spoken));
    this.attendance.changed$.subscribe((sessionId) => this.tellStaff(sessionId));
  }

  private async begin(socket: AppSocket, { sessionId, device }: ClientMessages['room.watch'], answer: Answer): Promise<void> {
    const { personId } = await this.access.require(socket, 'room.view', sessionId);
    await this.watch.watch(sessionId, personId, device, {
      begin: (watching) => {
        this.stop(socket, sessionId);
        this.hold(socket, watching);
        this.keeper.seen(watching);
        answer({ ok: true, n: watching.n, view: watching.view });
        void this.tellTalkSoFar(socket, watching);
      },
      patch: (n, patch) => socket.emit('room.patch', { sessionId, n, patch }),
    });
  }

  private hold(socket: AppSocket, watching: Watching): void {
    const held = this.watching.get(socket) ?? new Map<string, Watching>();
    if (!socket.connected || held.size >= roomsAtOnce) {
      watching.stop();
      throw new AppError('auth.tooMany');
    }
    if (held.size === 0 && !this.watching.has(socket)) socket.once('disconnect', () => this.stopAll(socket));
    this.watching.set(socket, held.set(watching.sessionId, watching));
  }

  private stop(socket: AppSocket, sessionId: string): void {
    const held = this.watching.get(socket);
    held?.get(sessionId)?.stop();
    held?.delete(sessionId);
  }

  private stopAll(socket: AppSocket): void {
    for (const watching of this.watching.get(socket)?.values() ?? []) watching.stop();
    this.watching.delete(socket);
  }

  /** Who was heard for how long, to staff and to nobody else. */
  private tellTalk(spoken: ServerMessages['room.talked']): void {
    for (const [socket, held] of this.watching) {
      if (held.get(spoken.sessionId)?.view.me.staff) socket.emit('room.talked', spoken);
    }
  }

  private async tellTalkSoFar(socket: AppSocket, { sessionId, view }: Watching): Promise<void> {
    if (!view.me.staff || view.endedAt) return;
    const seconds = await this.talk.read(sessionId).catch(() => ({}));
    if (Object.keys(seconds).length > 0 && this.watching.get(socket)?.get(sessionId)?.view.me.staff) {
      socket.emit('room.talked', { sessionId, seconds });
    }
  }

  /** That it changed; what it is now they read by REST. */
  private tellStaff(sessionId: string): void {
    for (const [socket, held] of this.watching) {
      if (held.get(sessionId)?.view.me.staff) socket.emit('attendance.changed', { sessionId });
    }
  }
}
