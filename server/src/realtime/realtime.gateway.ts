import { Inject, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { WebSocketGateway, type OnGatewayConnection, type OnGatewayInit } from '@nestjs/websockets';
import { ActorService } from '../access/actor.service.js';
import { AppError } from '../common/app-error.js';
import { toAppError } from '../common/error.filter.js';
import { CONFIG, type Config } from '../config.js';
import { Allowance } from './allowance.js';
import type { Answer, AppServer, AppSocket } from './connection.js';
import { SignIns } from './sign-ins.js';
import { SocketMessages } from './socket-messages.js';

const isAnswer = (value: unknown): value is Answer => typeof value === 'function';

/** The one socket: it takes lossy messages and tells news; commands go over REST. */
@WebSocketGateway({ serveClient: false, maxHttpBufferSize: 16_384, destroyUpgrade: false, pingInterval: 10_000, pingTimeout: 8_000 })
export class RealtimeGateway
  implements OnGatewayInit<AppServer>, OnGatewayConnection<AppSocket>, OnApplicationBootstrap, OnApplicationShutdown
{
  private readonly logger = new Logger(RealtimeGateway.name);

  constructor(
    private readonly actors: ActorService,
    private readonly messages: SocketMessages,
    private readonly signIns: SignIns,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  afterInit(server: AppServer): void {
    server.use((socket, next) => {
      this.admit(socket).then(
        () => next(),
        (error: unknown) => next(this.refusal(error)),
      );
    });
  }

  onApplicationBootstrap(): void {
    this.signIns.begin();
  }

  onApplicationShutdown(): void {
    this.signIns.end();
  }

  handleConnection(socket: AppSocket): void {
    this.signIns.add(socket);
    socket.onAny((name: string, ...sent: unknown[]) => void this.receive(socket, name, sent));
    socket.once('disconnect', () => this.signIns.drop(socket));
  }

  /** The websocket transport knows no CORS: another site's page could open a socket with our cookies. */
  private async admit(socket: AppSocket): Promise<void> {
    const { headers } = socket.request;
    const { origin } = headers;
    if (origin !== undefined && origin !== new URL(this.config.PUBLIC_URL).origin) throw new AppError('auth.origin');
    const actor = await this.actors.of(headers);
    if (!actor) throw new AppError('auth.signedOut');
    if (this.actors.mustSetUpTwoFactor(actor)) throw new AppError('auth.twoFactorRequired');
    socket.data = { actor, allowance: new Allowance() };
  }

  private refusal(error: unknown): Error {
    const refusal = toAppError(error);
    return Object.assign(new Error(refusal.message), { data: refusal.body });
  }

  /** Every message is answered by name where the page asked for an answer; nothing of it is ever thrown. */
  private async receive(socket: AppSocket, name: string, sent: unknown[]): Promise<void> {
    const last = sent.at(-1);
    const answer: Answer = isAnswer(last) ? last : () => undefined;
    try {
      await this.take(socket, name, sent[0], answer);
    } catch (error) {
      const refusal = toAppError(error);
      if (refusal.status >= 500) this.logger.error(error instanceof Error ? (error.stack ?? error.message) : 'unknown failure');
      answer({ ok: false, error: refusal.body });
    }
  }

  private async take(socket: AppSocket, name: string, message: unknown, answer: Answer): Promise<void> {
    if (!socket.data.allowance.take()) {
      if (socket.data.allowance.isAbused) socket.disconnect(true);
      throw new AppError('auth.tooMany');
    }
    return this.messages.take(socket, name, message, answer);
  }
}
