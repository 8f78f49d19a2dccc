import { createServer } from 'node:net';
import { createSocket } from 'node:dgram';

/** A TCP port that was free a moment ago; never the same one twice in a row. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = await listenOnce(0, '127.0.0.1');
    if (typeof port === 'number' && !given.has(port)) {
      given.add(port);
      return port;
    }
  }
}

export async function freeUdpPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createSocket('udp4');
    socket.once('error', reject);
    socket.bind(0, '127.0.0.1', () => {
      const { port } = socket.address();
      socket.close(() => resolve(port));
    });
  });
}

/** Whether nobody listens on this port, on any address of this machine. */
export async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '0.0.0.0', '::']) {
    if ((await listenOnce(port, host)) === 'taken') return false;
  }
  return true;
}

const given = new Set<number>();

async function listenOnce(port: number, host: string): Promise<number | 'taken' | 'unavailable'> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE' ? 'taken' : 'unavailable'));
    server.listen({ port, host, exclusive: true, ipv6Only: host === '::' }, () => {
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      server.close(() => resolve(bound));
    });
  });
}
