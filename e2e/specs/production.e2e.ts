import { expect, test as base, type Browser } from '@playwright/test';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import pg from 'pg';
import { linkIn, mail } from '../support/mailbox.ts';
import { startProduction, type Production } from '../support/production.ts';

const test = base.extend<object, { site: Production }>({
  site: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const site = await startProduction();
      await use(site);
      await site.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

interface Asked {
  path: string;
  from?: string;
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A request over TLS that trusts the site's own authority, from an address of this machine. */
function ask(site: Production, { path, from = '127.0.0.1', method = 'GET', body, headers = {} }: Asked) {
  const sent = body === undefined ? undefined : JSON.stringify(body);
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const request = https.request(
      {
        host: '127.0.0.1',
        servername: 'localhost',
        port: site.port,
        path,
        method,
        localAddress: from,
        ca: site.rootCertificate,
        headers: { host: `localhost:${site.port}`, ...(sent && { 'content-type': 'application/json' }), ...headers },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk) => (text += String(chunk)));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      },
    );
    request.on('error', reject);
    request.end(sent);
  });
}

const signIn = (site: Production, email: string, more: Partial<Asked> = {}) =>
  ask(site, { path: '/api/auth/sign-in/email', method: 'POST', body: { email, password: 'not-the-password' }, ...more });

/** Whether something accepts connections at an address of this machine. */
const listens = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect({ host, port });
    socket.once('connect', () => (socket.destroy(), resolve(true)));
    socket.once('error', () => resolve(false));
  });

test('pages come over TLS only, with a policy that keeps them to our host', async ({ site }) => {
  const redirect = await fetch(`http://localhost:${site.httpPort}/`, { redirect: 'manual' });
  expect([redirect.status, redirect.headers.get('location')]).toEqual([301, expect.stringMatching(/^https:\/\/localhost/)]);
  const page = await ask(site, { path: '/' });
  expect(page.status).toBe(200);
  expect(page.headers['strict-transport-security']).toMatch(/max-age=\d{7,}/);
  expect(page.headers['content-security-policy']).toContain(`wss://localhost:${site.port}`);
});

test('nothing but the proxy and the media can be reached from elsewhere', async ({ site }) => {
  for (const port of [site.appPort, site.mediaPort]) {
    expect([port, await listens('127.0.0.1', port)]).toEqual([port, true]);
    expect([port, await listens('127.0.0.3', port)]).toEqual([port, false]);
  }
});

test('the server works as the role that owns nothing', async ({ site }) => {
  const admin = new pg.Client({ connectionString: site.adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ role: string }>(
    `SELECT DISTINCT usename AS role FROM pg_stat_activity WHERE datname = 'rejoin' AND pid <> pg_backend_pid()`,
  );
  await admin.end();
  expect(rows).toEqual([{ role: 'rejoin_app' }]);
});

test('there are no demo people, and nobody can sign in as one', async ({ site }) => {
  expect(JSON.parse((await ask(site, { path: '/api/demo' })).text)).toEqual({ people: [], inboxUrl: null });
  const refused = await ask(site, {
    path: '/api/auth/sign-in/email',
    method: 'POST',
    body: { email: 'grace@rejoin.example', password: 'rejoin-demo' },
    from: '127.0.0.9',
  });
  expect(refused.status).toBe(401);
});

test('the first administrator comes by a command and a mail, over Secure cookies and wss, and sets up a second step', async ({
  browser,
  site,
}) => {
  const argv = ['--email', 'avery@rejoin.test', '--given', 'Avery', '--family', 'Stone'];
  expect(await site.runBeside('first-administrator.js', argv)).toEqual({ code: 0, signal: null });
  const invited = await mail(site, 'avery@rejoin.test', 1);
  expect(invited.text).toContain(`${site.url}/`);
  const { context, page, sockets } = await visit(browser, site);
  await page.goto(linkIn(invited));
  await page.getByLabel('New password').fill('a-quiet-lake-7');
  await page.getByRole('button', { name: 'Save the new password' }).click();
  await page.getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('E-mail').fill('avery@rejoin.test');
  await page.getByLabel('Password', { exact: true }).fill('a-quiet-lake-7');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText(/second/i).first()).toBeVisible();
  const cookies = await context.cookies();
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) {
    expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'Lax', name: expect.stringMatching(/^__Secure-/) });
  }
  await expect.poll(() => sockets.some((url) => url.startsWith(`wss://localhost:${site.port}/socket.io`))).toBe(true);
  await context.close();
});

async function visit(browser: Browser, site: Production) {
  const context = await browser.newContext({ baseURL: site.url, ignoreHTTPSErrors: true, locale: 'en-US', timezoneId: 'America/New_York' });
  const page = await context.newPage();
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  return { context, page, sockets };
}

test('limits on tries go by the address that the proxy saw, whatever the caller says of itself', async ({ site }) => {
  const one = '127.0.0.4';
  const statuses: number[] = [];
  for (let tries = 0; tries < 21; tries++) statuses.push((await signIn(site, `nobody-${tries}@rejoin.test`, { from: one })).status);
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401));
  expect(statuses[20]).toBe(429);
  const disguised = { from: one, headers: { 'x-forwarded-for': '198.51.100.7', 'x-rejoin-peer': '198.51.100.8' } };
  expect((await signIn(site, 'nobody-30@rejoin.test', disguised)).status).toBe(429);
  expect((await signIn(site, 'nobody-31@rejoin.test', { from: '127.0.0.5' })).status).toBe(401);
});

test('a media key that is none gets an answer in words through the proxy', async ({ site }) => {
  const answer = await ask(site, { path: '/rtc/v1/validate?access_token=none' });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
});

test('an example secret is refused at the start, by its name', async ({ site }, info) => {
  const example = 'change-me-change-me-change-me-change-me';
  const changes = { AUTH_SECRET: example, LIVEKIT_API_SECRET: example };
  const file = info.outputPath('refused.log');
  expect(await site.runBeside('main.js', [], changes, { file })).toMatchObject({ code: 1 });
  const said = readFileSync(file, 'utf8');
  for (const sentence of ['AUTH_SECRET: is the example', 'LIVEKIT_API_SECRET: is the example']) expect(said).toContain(sentence);
  expect(said).not.toContain(example);
});

test('the relay for closed networks answers over TLS with a certificate of its own name', async ({ site }) => {
  const { domain, ip, port } = site.relay;
  const socket = tls.connect({ host: ip, port, servername: domain, ca: site.rootCertificate });
  await new Promise<void>((resolve, reject) => socket.once('secureConnect', resolve).once('error', reject));
  expect(socket.authorized).toBe(true);
  // A STUN binding request (RFC 8489): type 1, no attributes, the magic cookie, a transaction of 12 bytes.
  const request = Buffer.concat([Buffer.from([0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42]), Buffer.from('twelve-bytes')]);
  const answer = await new Promise<Buffer>((resolve) => {
    socket.once('data', resolve);
    socket.write(request);
  });
  socket.destroy();
  expect(answer.readUInt16BE(0)).toBe(0x0101);
  expect(answer.subarray(8, 20)).toEqual(request.subarray(8, 20));
});

test('what the server writes to its log names nobody', async ({ site }) => {
  const log = site.log('app');
  expect(log).not.toMatch(/avery|stone|rejoin\.test|nobody-/i);
});
