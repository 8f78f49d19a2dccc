import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { IncomingHttpHeaders } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { Duplex } from 'node:stream';
import { z } from 'zod';
import { ConnectionsService } from '../attendance/connections.service.js';
import { Presence } from '../attendance/presence.js';
import { Clock } from '../common/clock.js';
import { Notifications } from '../database/notifications.js';
import { LivekitService } from '../livekit/livekit.service.js';
import { DoormanCheck, isRefusal, type Admitted } from './doorman-check.js';
import { RoomService, type InMedia } from './room.service.js';

const recheckEveryMs = 30_000;
/** By then the SFU lists who has just connected. */
const joinedAfterMs = 1_000;

/** A signalling connection between a page and the SFU. */
export interface Pipe extends Admitted {
  headers: IncomingHttpHeaders;
  signal: AbortSignal;
  cut(): void;
}

const AccessChange = z.union([
  z.object({ authSessionId: z.string() }).transform(({ authSessionId }) => ({ signInId: authSessionId })),
  z.object({ linkSessionId: z.string() }).transform(({ linkSessionId }) => ({ signInId: linkSessionId })),
  z.object({ personId: z.string() }),
]);

/** All open pipes of this instance, and what ends them: the log, the end of a sign-in, a role that is over. */
@Injectable()
export class DoormanPipes implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DoormanPipes.name);
  private readonly pipes = new Set<Pipe>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly rooms: RoomService,
    private readonly check: DoormanCheck,
    private readonly livekit: LivekitService,
    private readonly connections: ConnectionsService,
    private readonly presence: Presence,
    private readonly notifications: Notifications,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.rooms.displaced$.subscribe((displaced) => this.cut(displaced));
    this.notifications.on('access_changed').subscribe((payload) => this.attempt(this.accessChanged(payload)));
    this.notifications.reconnected$.subscribe(() => this.attempt(this.recheck(() => true)));
    this.timer = setInterval(() => this.attempt(this.recheck(() => true)), recheckEveryMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  begin(admitted: Admitted, headers: IncomingHttpHeaders, socket: Duplex): Pipe {
    const abort = new AbortController();
    const cut = () => {
      abort.abort();
      socket.destroy();
    };
    socket.once('close', () => abort.abort());
    const pipe: Pipe = { ...admitted, headers, signal: abort.signal, cut };
    this.pipes.add(pipe);
    return pipe;
  }

  opened({ sessionId }: Pipe): void {
    if (sessionId !== null) void delay(joinedAfterMs, undefined, { ref: false }).then(() => this.presence.ask(sessionId));
  }

  closed({ identity, sessionId }: Pipe, heardAt: Date): void {
    if (sessionId !== null) this.attempt(this.connections.socketClosed(identity, heardAt));
  }

  end(pipe: Pipe): void {
    this.pipes.delete(pipe);
  }

  cutAll(): void {
    for (const pipe of this.pipes) pipe.cut();
  }

  private cut({ mediaRoom, identity }: InMedia): void {
    for (const pipe of this.pipes) if (pipe.identity === identity && pipe.mediaRoom === mediaRoom) pipe.cut();
  }

  /** Ends a connection for good, although the log still has the person here. */
  private async putOut({ mediaRoom, identity }: InMedia): Promise<void> {
    const at = this.clock.now();
    this.cut({ mediaRoom, identity });
    await Promise.all([this.livekit.removeParticipant(mediaRoom, identity), this.record({ mediaRoom, identity }, at)]);
  }

  private async record({ mediaRoom, identity }: InMedia, at: Date): Promise<void> {
    const who = await this.rooms.whoIs(mediaRoom, identity);
    if (who) await this.connections.endedByUs({ sessionId: who.sessionId, identity, at });
  }

  private async accessChanged(payload: string): Promise<void> {
    const change = AccessChange.parse(JSON.parse(payload));
    if ('personId' in change) return this.recheck((pipe) => pipe.personId === change.personId);
    const ended = [...this.pipes].filter((pipe) => pipe.signInId === change.signInId);
    for (const pipe of ended) pipe.cut();
    await Promise.all(ended.map((pipe) => this.putOut(pipe)));
  }

  /** Sign-ins run out by themselves, and news can be lost: whoever would not be let in now has to go. */
  private async recheck(which: (pipe: Pipe) => boolean): Promise<void> {
    for (const pipe of [...this.pipes].filter(which)) {
      const admitted = await this.check.holds(pipe, pipe.headers).then(
        () => true,
        (error: unknown) => !isRefusal(error),
      );
      if (!admitted) await this.putOut(pipe);
    }
  }

  private attempt(work: Promise<void>): void {
    work.catch((error: unknown) => this.logger.warn(`A connection could not be ended: ${error instanceof Error ? error.message : ''}`));
  }
}
