import { createServer, request as ask } from 'node:http';
import { PassThrough, type Transform } from 'node:stream';

/** A way to our server that adds somebody's cookie, as their browser would: media clients outside a browser cannot. */
export async function withCookie(
  target: string,
  cookie: string,
  heard: () => Transform = () => new PassThrough(),
): Promise<{ url: string; close(): void }> {
  const to = new URL(target.replace('localhost', '127.0.0.1'));
  const headers = (given: NodeJS.Dict<string | string[]>) => ({ ...given, host: to.host, ...(cookie && { cookie }) });
  const server = createServer((request, response) => {
    const passed = ask(new URL(request.url ?? '/', to), { headers: headers(request.headers) }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    passed.on('error', () => response.destroy());
    request.pipe(passed);
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const passed = ask(new URL(request.url ?? '/', to), { headers: headers(request.headers) });
    passed.on('upgrade', (answer, upstream, upstreamHead) => {
      upstream.on('error', () => upstream.destroy());
      const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${String(value)}`);
      socket.write(['HTTP/1.1 101 Switching Protocols', ...lines, '', ''].join('\r\n'));
      const filter = heard();
      filter.write(upstreamHead);
      upstream.write(head);
      socket.pipe(upstream).pipe(filter).pipe(socket);
      socket.once('close', () => upstream.destroy());
      upstream.once('close', () => socket.destroy());
    });
    passed.on('response', (answer) => {
      socket.write(`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\nconnection: close\r\n\r\n`);
      answer.pipe(socket);
    });
    passed.on('error', () => socket.destroy());
    passed.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `ws://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, close };
}

/** What the doorman says of a key by plain HTTP. */
export async function askDoorman(
  target: string,
  key: string,
  { cookie, origin }: { cookie: string; origin?: string },
): Promise<{ status: number; text: string }> {
  const headers = { ...(cookie && { cookie }), ...(origin && { origin }) };
  const response = await fetch(`${target.replace('localhost', '127.0.0.1')}/rtc/v1/validate?access_token=${key}`, { headers });
  return { status: response.status, text: await response.text() };
}
