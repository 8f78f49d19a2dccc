import { patch, WatchReply, type ErrorBody, type RoomView, type ServerMessages } from '@rejoin/shared';
import { io, type Socket } from 'socket.io-client';
import type { TestApp } from '../../testing/app.js';
import { patienceMs } from '../../testing/until.js';
import type { Group, Member } from './group.js';

/** A browser's page on a room: its socket, everything it received, and the view that it made of it. */
export class Page {
  readonly socket: Socket;
  readonly patches: ServerMessages['room.patch'][] = [];
  readonly heard: { name: string; message: unknown }[] = [];
  /** Everything that came over the socket, as words. */
  received = '';
  closed: string | undefined;
  view: RoomView | undefined;

  constructor(app: TestApp, cookie: string, headers: Record<string, string> = { origin: app.config.PUBLIC_URL }) {
    this.socket = io(app.url.replace('localhost', '127.0.0.1'), {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { ...headers, ...(cookie && { cookie }) },
    });
    this.socket.on('disconnect', (reason) => (this.closed = reason));
    this.socket.onAny((name: string, message: unknown) => {
      this.heard.push({ name, message });
      this.received += JSON.stringify(message);
    });
    this.socket.on('room.patch', (news: ServerMessages['room.patch']) => {
      this.patches.push(news);
      this.view = patch(this.view, news.patch) as RoomView;
    });
  }

  /** The body of the refusal, or nothing when the socket opened. */
  opened(): Promise<ErrorBody | undefined> {
    return new Promise((resolve) => {
      if (this.socket.connected) return resolve(undefined);
      this.socket.once('connect', () => resolve(undefined));
      this.socket.once('connect_error', (error: Error & { data?: ErrorBody }) => resolve(error.data));
    });
  }

  ask(name: string, message: unknown): Promise<unknown> {
    return this.socket.timeout(patienceMs).emitWithAck(name, message);
  }

  async watch({ session }: Group, { device }: Member): Promise<WatchReply> {
    const reply = WatchReply.parse(await this.ask('room.watch', { sessionId: session.id, device }));
    if (reply.ok) {
      this.view = reply.view;
      this.received += JSON.stringify(reply);
    }
    return reply;
  }

  beat({ session }: Group, { device }: Member, said = {}): void {
    const beat = { connected: true, videoSent: true, audioSent: false, couldHear: true, ...said };
    this.socket.emit('beat', { sessionId: session.id, device, ...beat });
  }
}
