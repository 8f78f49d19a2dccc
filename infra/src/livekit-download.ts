import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { arch, platform } from 'node:os';
import path from 'node:path';
import { run } from './processes.ts';

/** Downloads the official release into `work` and returns the program in it; throws where there is none or no network. */
export async function downloadRelease(version: string, work: string): Promise<string> {
  const cpu = { x64: 'amd64', arm64: 'arm64', arm: 'armv7' }[arch() as string];
  if (platform() !== 'linux' || !cpu) throw new Error(`there is no release for ${platform()} on ${arch()}.`);
  const base = `https://github.com/livekit/livekit/releases/download/v${version}`;
  const archive = `livekit_${version}_linux_${cpu}.tar.gz`;
  await reach('github.com');
  const [sums, content] = await Promise.all([download(`${base}/checksums.txt`, 20), download(`${base}/${archive}`, 180)]);
  verify(sums.toString('utf8'), archive, content);
  const file = path.join(work, archive);
  writeFileSync(file, content);
  await run('Unpacking LiveKit', 'tar', ['-xzf', file, '-C', work, 'livekit-server']);
  return path.join(work, 'livekit-server');
}

/** Throws unless the list of checksums names this file with this content. */
export function verify(sums: string, fileName: string, content: Buffer): void {
  const line = sums.split('\n').find((entry) => entry.trim().endsWith(` ${fileName}`));
  const actual = createHash('sha256').update(content).digest('hex');
  if (line?.trim().split(/\s+/)[0] !== actual) throw new Error(`the checksum of ${fileName} does not match.`);
}

async function reach(host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const socket = connect({ host, port: 443 });
    const giveUp = () => end(new Error(`${host} cannot be reached within 5 s.`));
    const end = (error?: Error) => {
      clearTimeout(timer);
      socket.destroy();
      if (error) reject(error);
      else resolve();
    };
    const timer = setTimeout(giveUp, 5000);
    socket.once('connect', () => end());
    socket.once('error', () => end(new Error(`${host} cannot be reached.`)));
  });
}

async function download(url: string, seconds: number): Promise<Buffer> {
  const reply = await fetch(url, { signal: AbortSignal.timeout(seconds * 1000) });
  if (!reply.ok) throw new Error(`${url} answers ${reply.status}.`);
  return Buffer.from(await reply.arrayBuffer());
}
