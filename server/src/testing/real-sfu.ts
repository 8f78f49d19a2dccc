import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import { z } from 'zod';

export const sfuKey = 'test-key';
export const sfuSecret = 'a media secret for tests, long enough';

export interface RealSfu {
  url: string;
  /** Takes it away, and brings it back without any of its rooms. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Passes the SFU's news on to a server that gets its port later than the SFU its settings. */
export async function relayNews(): Promise<{ url: string; target: string; close(): void }> {
  const server = createServer((request, response) => {
    const { 'content-type': type = '', authorization = '' } = request.headers;
    const headers = { 'content-type': type, authorization };
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      void fetch(relay.target, { method: 'POST', headers, body: Buffer.concat(chunks).toString() }).catch(() => undefined);
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const close = () => void server.close();
  const relay = { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`, target: '', close };
  return relay;
}

/** A real livekit-server, with media on this machine only. */
export async function startSfu(webhookUrl: string): Promise<RealSfu> {
  const script = new URL('../../../infra/src/livekit-alone.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, sfuKey, sfuSecret, webhookUrl], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done) throw new Error('The media server for tests did not start.');
    return line.value;
  };
  const say = async (command: string): Promise<void> => {
    child.stdin.write(`${command}\n`);
    while ((await next()) !== `${command} done`);
  };
  let first = await next();
  while (!first.startsWith('{')) first = await next();
  const { url } = z.object({ url: z.url() }).parse(JSON.parse(first));
  const close = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    await ended;
  };
  return { url, stop: () => say('stop'), start: () => say('start'), close };
}
