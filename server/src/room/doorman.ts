import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError } from '../common/app-error.js';
import { toAppError } from '../common/error.filter.js';
import { LivekitService } from '../livekit/livekit.service.js';
import { join, openUpstream, UpstreamRefusal, type Upstream } from '../livekit/pipe.js';
import { DoormanCheck, statusOf, type Admitted } from './doorman-check.js';
import { DoormanPipes, type Pipe } from './doorman-pipes.js';

const isOurs = (path: string): boolean => path === '/rtc' || path.startsWith('/rtc/');
const pathOf = (request: IncomingMessage): string => (request.url ?? '').split('?')[0] ?? '';

/** What is said at the door: never why inside. */
function refusalOf(error: unknown): AppError {
  if (error instanceof UpstreamRefusal && error.status < 500) return new AppError('room.notAdmitted');
  const refusal = toAppError(error);
  return refusal.status === 500 || error instanceof UpstreamRefusal ? new AppError('room.mediaDown') : refusal;
}

function answer(socket: Duplex, error: AppError): void {
  if (!socket.writable) return void socket.destroy();
  const status = statusOf(error);
  const headers = `Content-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(error.message)}\r\nConnection: close`;
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${headers}\r\n\r\n${error.message}`, () => socket.destroy());
}

/**
 * The only way to the SFU. A key to a media room is not a permission: it lives on after a removal. So every connection and
 * every resume is asked of the log, and cut when the log says otherwise.
 */
@Injectable()
export class Doorman implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Doorman.name);

  constructor(
    private readonly livekit: LivekitService,
    private readonly check: DoormanCheck,
    private readonly pipes: DoormanPipes,
  ) {}

  /** Takes the connections below /rtc, leaves the news socket its own, and refuses all others. */
  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const path = pathOf(request);
      if (path.startsWith('/socket.io/')) return;
      socket.on('error', () => socket.destroy());
      if (!isOurs(path)) return answer(socket, new AppError('row.notFound'));
      void this.enter(request, socket, head);
    });
  }

  /** Below /rtc over plain HTTP: why a connection was refused. Never passed on. */
  readonly explain = (request: Request, response: Response, next: NextFunction): void => {
    if (!isOurs(request.path)) return next();
    void this.explained(request).then(({ status, text }) =>
      response.status(status).set('cache-control', 'no-store').type('text/plain').send(text),
    );
  };

  beforeApplicationShutdown(): void {
    this.pipes.cutAll();
  }

  private async explained(request: Request): Promise<{ status: number; text: string }> {
    try {
      if (request.method !== 'GET' || !request.path.endsWith('/validate')) throw new AppError('row.notFound');
      await this.check.admit(request);
      if (!(await this.livekit.isUp())) throw new AppError('room.mediaDown');
      return { status: 200, text: 'success' };
    } catch (error) {
      const refusal = refusalOf(error);
      return { status: statusOf(refusal), text: refusal.message };
    }
  }

  private async enter(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    let pipe: Pipe | undefined;
    try {
      const admitted = await this.check.admit(request);
      if (socket.destroyed) return;
      pipe = this.pipes.begin(admitted, request.headers, socket);
      await this.pass(pipe, socket, head, await this.openUpstream(admitted, request, pipe));
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal.code === 'room.mediaDown') this.logger.warn(`The SFU cannot be reached: ${error instanceof Error ? error.message : ''}`);
      answer(socket, refusal);
    } finally {
      if (pipe) this.pipes.end(pipe);
    }
  }

  /** Asked once more while the way opens: a removal before the pipe was listed would have found nothing to cut. */
  private async openUpstream({ mediaRoom, path }: Admitted, request: IncomingMessage, pipe: Pipe): Promise<Upstream> {
    const opening = this.livekit.ensureRoom(mediaRoom).then(() => openUpstream(this.livekit.url, path, request, pipe.signal));
    try {
      const [upstream] = await Promise.all([opening, this.check.holds(pipe, pipe.headers)]);
      pipe.signal.throwIfAborted();
      return upstream;
    } catch (error) {
      opening.then(
        ({ socket }) => socket.destroy(),
        () => undefined,
      );
      throw error;
    }
  }

  private async pass(pipe: Pipe, socket: Duplex, head: Buffer, upstream: Upstream): Promise<void> {
    this.pipes.opened(pipe);
    const { heardAt } = await join(socket, head, upstream);
    this.pipes.closed(pipe, heardAt);
  }
}
