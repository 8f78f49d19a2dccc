import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const names = ['authSecret', 'livekitApiKey', 'livekitApiSecret', 'admin', 'owner', 'app'] as const;

export type Secrets = Record<(typeof names)[number], string>;

/** The secrets of a local installation: made once, readable by their owner only. */
export function localSecrets(dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'secrets.json');
  const known = existsSync(file) ? parse(readFileSync(file, 'utf8')) : {};
  const secrets = { ...makeSecrets(), ...known };
  if (Object.keys(known).length < names.length) {
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  }
  return secrets;
}

function makeSecrets(): Secrets {
  const secret = () => randomBytes(32).toString('hex');
  return {
    authSecret: secret(),
    livekitApiKey: `API${randomBytes(8).toString('hex')}`,
    livekitApiSecret: secret(),
    admin: secret(),
    owner: secret(),
    app: secret(),
  };
}

function parse(text: string): Partial<Secrets> {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return {};
  const entries = Object.entries(value).filter(([, secret]) => typeof secret === 'string');
  return Object.fromEntries(entries.filter(([name]) => names.some((known) => known === name)));
}
