import { afterAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { verify } from './livekit-download.ts';
import { render } from './livekit.ts';
import { freePort, isFree } from './ports.ts';
import { startPostgres } from './postgres.ts';
import { localSecrets } from './secrets.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'rejoin-parts-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('local secrets', () => {
  it('are made once, can be read by their owner only, and stay the same', () => {
    const first = localSecrets(dir);
    expect(statSync(path.join(dir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(localSecrets(dir)).toEqual(first);
    expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
    expect(first.authSecret.length).toBeGreaterThanOrEqual(32);
  });
});

describe('the configuration of the media server', () => {
  const names = [...readFileSync(new URL('../livekit.yaml', import.meta.url), 'utf8').matchAll(/\$\{([A-Z_]+)\}/g)];
  const values = Object.fromEntries(names.map(([, name]) => [String(name), `value-of-${name}`]));

  it('has a value for every name, and keeps rooms from being made by a token', () => {
    const text = render(values);
    expect(text).not.toContain('${');
    expect(text).toMatch(/auto_create: false/);
    expect(text).toMatch(/use_external_ip: false/);
  });

  it('is refused where a value is missing', () => {
    expect(() => render({ ...values, LIVEKIT_STUN_SERVERS: undefined } as never)).toThrow('LIVEKIT_STUN_SERVERS');
  });
});

describe('a downloaded media server', () => {
  const content = Buffer.from('program');
  const sum = createHash('sha256').update(content).digest('hex');

  it('is taken if its checksum is the published one', () => {
    expect(() => verify(`${sum}  other.tar.gz\n${sum}  livekit.tar.gz\n`, 'livekit.tar.gz', content)).not.toThrow();
  });

  it('is refused if it differs or is not listed', () => {
    expect(() => verify(`${sum}  livekit.tar.gz`, 'livekit.tar.gz', Buffer.from('tampered'))).toThrow('checksum');
    expect(() => verify(`${sum}  other.tar.gz`, 'livekit.tar.gz', content)).toThrow('checksum');
  });
});

describe('ports', () => {
  it('are known to be taken while somebody listens, and free afterwards', async () => {
    const port = await freePort();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    expect(await isFree(port)).toBe(false);
    await new Promise((resolve) => server.close(resolve));
    expect(await isFree(port)).toBe(true);
  });
});

describe('the built-in PostgreSQL', () => {
  it('does not start in production', async () => {
    const before = process.env['NODE_ENV'];
    process.env['NODE_ENV'] = 'production';
    const passwords = { admin: 'a', owner: 'b', app: 'c' };
    await expect(startPostgres({ dataDir: path.join(dir, 'pg'), passwords, logFile: path.join(dir, 'pg.log') })).rejects.toThrow(
      'NODE_ENV=production',
    );
    process.env['NODE_ENV'] = before;
  });
});
