import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** A seeded choice, so that a failing run can be run again. */
function chooser(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

export interface Meddler {
  url: string;
  /** Where the news goes on to. */
  target: string;
  fates: Record<'dropped' | 'doubled' | 'late' | 'passed', number>;
  close(): void;
}

/** Stands between the SFU and our server and drops, doubles and delays its news. */
export async function meddleWithWebhooks(seed: number): Promise<Meddler> {
  const next = chooser(seed);
  const meddler: Meddler = {
    url: '',
    target: '',
    fates: { dropped: 0, doubled: 0, late: 0, passed: 0 },
    close: () => server.close(),
  };
  const forward = async (body: Buffer, headers: Record<string, string>): Promise<void> => {
    await fetch(meddler.target, { method: 'POST', body: new Uint8Array(body), headers }).catch(() => undefined);
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.end();
      const body = Buffer.concat(chunks);
      const headers = {
        'content-type': request.headers['content-type'] ?? '',
        authorization: request.headers.authorization ?? '',
      };
      const fate = next();
      if (fate < 0.3) meddler.fates.dropped += 1;
      else if (fate < 0.5) {
        meddler.fates.doubled += 1;
        void forward(body, headers).then(() => forward(body, headers));
      } else if (fate < 0.8) {
        meddler.fates.late += 1;
        void delay(next() * 3_000).then(() => forward(body, headers));
      } else {
        meddler.fates.passed += 1;
        void forward(body, headers);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  meddler.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return meddler;
}
