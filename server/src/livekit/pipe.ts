import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

const answerWithinMs = 8_000;
const handshake = ['sec-websocket-key', 'sec-websocket-version', 'sec-websocket-extensions', 'sec-websocket-protocol', 'user-agent'];

/** The far end of a signalling connection, open and not yet passed on. */
export interface Upstream {
  response: IncomingMessage;
  socket: Duplex;
  head: Buffer;
}

export class UpstreamRefusal extends Error {
  constructor(readonly status: number) {
    super(`The SFU answered ${status}`);
  }
}

/** Asks the SFU for the connection that the browser asked us for. No cookie of ours goes along. */
export function openUpstream(base: URL, path: string, request: IncomingMessage, signal: AbortSignal): Promise<Upstream> {
  const headers = Object.fromEntries(handshake.flatMap((name) => (request.headers[name] ? [[name, request.headers[name]]] : [])));
  const target = new URL(`${base.pathname.replace(/\/$/, '')}${path}`, base);
  const start = target.protocol === 'https:' ? secureRequest : plainRequest;
  return new Promise((resolve, reject) => {
    const asked = start(target, {
      headers: { ...headers, connection: 'Upgrade', upgrade: 'websocket' },
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]),
    });
    asked.on('upgrade', (response, socket, head) => {
      // It may break before anybody listens to it.
      socket.on('error', () => socket.destroy());
      resolve({ response, socket, head });
    });
    asked.on('response', (response) => {
      response.resume();
      reject(new UpstreamRefusal(response.statusCode ?? 502));
    });
    asked.on('error', reject);
    asked.end();
  });
}

function handshakeOf({ rawHeaders }: IncomingMessage): string {
  const lines = Array.from({ length: rawHeaders.length / 2 }, (_, at) => `${rawHeaders[2 * at]}: ${rawHeaders[2 * at + 1]}`);
  return ['HTTP/1.1 101 Switching Protocols', ...lines, '', ''].join('\r\n');
}

function settle(socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  if (isSocket(socket)) socket.setTimeout(0).setNoDelay(true).setKeepAlive(true, 5_000);
}

const isSocket = (socket: Duplex): socket is Socket => 'setNoDelay' in socket;

const isReset = (error: Error): boolean => 'code' in error && error.code === 'ECONNRESET';

/**
 * Passes bytes both ways until both sides are closed. Says when the client was last heard of: with its last bytes, or when it
 * ended the connection. That the SFU or we closed it tells nothing of the client.
 */
export function join(client: Duplex, head: Buffer, upstream: Upstream): Promise<{ heardAt: Date }> {
  const { socket } = upstream;
  let heardAt = new Date();
  const heard = () => void (heardAt = new Date());
  client.on('data', heard).once('end', heard);
  client.once('error', (error) => isReset(error) && heard());
  settle(client);
  settle(socket);
  client.write(handshakeOf(upstream.response));
  if (upstream.head.length > 0) client.write(upstream.head);
  if (head.length > 0) socket.write(head);
  client.pipe(socket).pipe(client);
  return new Promise((resolve) => {
    socket.once('close', () => client.end(() => client.destroy()));
    client.once('close', () => {
      socket.destroy();
      resolve({ heardAt });
    });
  });
}
