import { createHash, createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { TestApp } from './app.js';

export interface SfuParticipant {
  sid: string;
  identity: string;
  joinedAt: number;
}

interface Asked {
  room?: string;
  name?: string;
  identity?: string;
}

async function bodyOf(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(request, 'end');
  const body: Asked = JSON.parse(Buffer.concat(chunks).toString() || '{}');
  return body;
}

/** Speaks the SFU's API for rooms and participants, without media: for tests that need its answers, not its frames. */
export class FakeSfu {
  readonly rooms = new Map<string, Map<string, SfuParticipant>>();
  readonly removed: string[] = [];
  /** Whom we asked to remove, there or not. */
  readonly removalsAsked: string[] = [];
  isDown = false;
  private server: Server | undefined;
  url = '';

  async start(): Promise<this> {
    this.server = createServer((request, response) => {
      void bodyOf(request).then((asked) => {
        const reply = this.isDown ? undefined : this.answer(request.url?.split('/').at(-1) ?? '', asked);
        response.writeHead(reply ? 200 : this.isDown ? 503 : 404, { 'content-type': 'application/json' });
        response.end(JSON.stringify(reply ?? { code: 'not_found', msg: 'not found' }));
      });
    });
    const server = this.server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    this.url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    return this;
  }

  stop(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  join(room: string, identity: string, joinedAt: number): SfuParticipant {
    const participant = { sid: `PA_${randomUUID().slice(0, 12)}`, identity, joinedAt };
    this.people(room).set(identity, participant);
    return participant;
  }

  leave(room: string, identity: string): void {
    this.people(room).delete(identity);
  }

  people(room: string): Map<string, SfuParticipant> {
    const known = this.rooms.get(room) ?? new Map<string, SfuParticipant>();
    this.rooms.set(room, known);
    return known;
  }

  private answer(method: string, { room = '', name = '', identity = '' }: Asked): unknown {
    switch (method) {
      case 'CreateRoom':
        this.people(name);
        return { name };
      case 'DeleteRoom':
        return this.rooms.delete(room) ? {} : undefined;
      case 'ListRooms':
        return { rooms: [...this.rooms.keys()].map((one) => ({ name: one })) };
      case 'ListParticipants':
        return { participants: [...(this.rooms.get(room)?.values() ?? [])].map(participantJson) };
      case 'RemoveParticipant':
        this.removalsAsked.push(identity);
        if (!this.rooms.get(room)?.delete(identity)) return undefined;
        this.removed.push(identity);
        return {};
      default:
        return {};
    }
  }
}

const participantJson = ({ sid, identity, joinedAt }: SfuParticipant) => ({
  sid,
  identity,
  state: 'ACTIVE',
  joinedAt: String(Math.floor(joinedAt / 1000)),
  joinedAtMs: String(joinedAt),
});

export interface SfuNews {
  event: string;
  room: string;
  participant: SfuParticipant;
  at: number;
  reason?: string;
}

/** The body and the signature of a webhook, as the SFU makes them. */
export function signedNews(
  app: TestApp,
  news: SfuNews,
  { secret = app.config.LIVEKIT_API_SECRET, ttl = 300 }: { secret?: string; ttl?: number } = {},
): { body: string; signature: string } {
  const body = JSON.stringify({
    event: news.event,
    id: `EV_${randomUUID()}`,
    createdAt: String(Math.floor(news.at / 1000)),
    room: { name: news.room },
    participant: { ...participantJson(news.participant), ...(news.reason && { disconnectReason: news.reason }) },
  });
  const sha256 = createHash('sha256').update(body).digest('base64');
  const expires = Math.floor(Date.now() / 1000) + ttl;
  return { body, signature: jwt({ iss: app.config.LIVEKIT_API_KEY, exp: expires, sha256 }, secret) };
}

function jwt(claims: object, secret: string): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** Delivers a webhook over HTTP and gives the status of the answer. */
export async function deliver(app: TestApp, { body, signature }: { body: string; signature: string }): Promise<number> {
  const headers = { 'content-type': 'application/webhook+json', authorization: signature };
  return (await app.stranger.send('POST', '/api/livekit/webhook', body, headers)).status;
}
