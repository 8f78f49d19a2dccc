import { createHmac } from 'node:crypto';
import type { Answer } from '../../testing/agent.js';
import type { TestApp } from '../../testing/app.js';
import { testPassword, type TestPerson } from '../../testing/factories.js';

/** A browser for the accounts part: keeps cookies, sends the Origin that a page of ours sends. */
export class Browser {
  private readonly cookies = new Map<string, string>();
  readonly setCookies: string[] = [];

  constructor(
    private readonly app: TestApp,
    private readonly headers: Record<string, string> = {},
  ) {}

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  set cookie(value: string) {
    this.cookies.clear();
    for (const part of value.split('; ')) this.keep(part);
  }

  async send(method: 'GET' | 'POST', path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.app.url.replace('localhost', '127.0.0.1')}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        origin: this.app.url,
        cookie: this.cookie,
        ...(method === 'POST' && { 'content-type': 'application/json' }),
        ...this.headers,
        ...headers,
      },
      body: method === 'POST' ? (typeof body === 'string' ? body : JSON.stringify(body ?? {})) : undefined,
    });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    this.setCookies.push(...response.headers.getSetCookie());
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const parsed: unknown = isJson && text !== '' ? JSON.parse(text) : text;
    return { status: response.status, body: parsed, headers: response.headers };
  }

  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    return this.send('POST', `/api/auth${path}`, body, headers);
  }

  get(path: string, headers?: Record<string, string>): Promise<Answer> {
    return this.send('GET', `/api/auth${path}`, undefined, headers);
  }

  signIn(person: Pick<TestPerson, 'email'>, password = testPassword): Promise<Answer> {
    return this.post('/sign-in/email', { email: person.email, password });
  }

  /** 200 where this browser is signed in, 401 where it is not. */
  async me(): Promise<number> {
    return (await this.send('GET', '/api/me')).status;
  }

  private keep(cookie: string): void {
    const [pair = ''] = cookie.split(';');
    const at = pair.indexOf('=');
    const value = pair.slice(at + 1);
    if (value === '' || /max-age=0/i.test(cookie)) this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), value);
  }
}

/** The token of the link in a mail. */
export function tokenIn(text: string): string {
  const found = /\?token=([^\s&]+)/.exec(text)?.[1];
  if (!found) throw new Error(`There is no link in: ${text}`);
  return decodeURIComponent(found);
}

/** The six digits that a code app would show now, or so many steps from now (RFC 6238: SHA-1, 30 seconds). Each works once. */
export function codeFor(totpUri: string, steps = 0): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac('sha1', base32(new URL(totpUri).searchParams.get('secret') ?? ''))
    .update(counter)
    .digest();
  const truncated = digest.readUInt32BE((digest.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(truncated % 1_000_000).padStart(6, '0');
}

function base32(text: string): Uint8Array {
  const bits = [...text].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

/** Forgets which codes were used, where a test needs more of them than half a minute has. */
export async function forgetCodes(app: TestApp): Promise<void> {
  await app.database.query('DELETE FROM used_code');
}

/** Forgets how often an address has tried, so that one test does not slow down the next. */
export async function forgetTries(app: TestApp): Promise<void> {
  await app.database.query('DELETE FROM auth."rateLimit"');
  await app.database.query('DELETE FROM sign_in_try');
}
