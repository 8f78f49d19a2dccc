import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { routes, permissions } from '@rejoin/shared';
import { z } from 'zod';
import { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePerson, makeProgram, signIn, testPassword, type TestPerson } from '../testing/factories.js';
import { Browser, codeFor, forgetTries, tokenIn } from './testing/browser.js';
import { authPaths } from './auth.mount.js';

let app: TestApp;
let programId: string;
const Enabled = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });

beforeAll(async () => {
  app = await startApp();
  programId = (await makeProgram(app)).id;
});
afterAll(() => app.close());
beforeEach(() => forgetTries(app));

const therapist = (): Promise<TestPerson> => makePerson(app, { role: 'therapist', programId });

/** A therapist who has set up the second step, with what their code app and their drawer keep. */
async function withSecondStep(): Promise<{ person: TestPerson; uri: string; backupCodes: string[] }> {
  const person = await therapist();
  const browser = new Browser(app);
  await browser.signIn(person);
  const enabled = Enabled.parse((await browser.post('/two-factor/enable', { password: testPassword })).body);
  expect((await browser.post('/two-factor/verify-totp', { code: codeFor(enabled.totpURI) })).status).toBe(200);
  expect((await browser.send('GET', '/api/my-day')).status).not.toBe(403);
  return { person, uri: enabled.totpURI, backupCodes: enabled.backupCodes };
}

describe('the second step', () => {
  it('has to be set up by staff before anything but their own account opens', async () => {
    const browser = new Browser(app);
    await browser.signIn(await therapist());
    const agent = new Agent(app.url, browser.cookie);
    for (const [name, route] of Object.entries(routes)) {
      // Signing out everywhere would end the test.
      if (permissions[route.permission].grants.some((grant) => grant.relation === 'anyone') || route.permission === 'me.change') continue;
      const answer = await agent.ask(route, {
        params: Object.fromEntries(Object.keys(route.params?.shape ?? {}).map((key) => [key, crypto.randomUUID()])),
      });
      if (route.permission === 'me.read') expect(answer.status).toBe(200);
      else expect([name, answer.status, answer.body]).toMatchObject([name, 403, { code: 'auth.twoFactorRequired' }]);
    }
  });

  it('is asked for after the password and lets in with the right code only', async () => {
    const { person, uri } = await withSecondStep();
    const browser = new Browser(app);
    expect((await browser.signIn(person)).body).toMatchObject({ twoFactorRedirect: true });
    expect(await browser.me()).toBe(401);
    const right = codeFor(uri);
    const wrong = right === '000000' ? '000001' : '000000';
    expect(await browser.post('/two-factor/verify-totp', { code: wrong })).toMatchObject({ status: 401, body: { code: 'INVALID_CODE' } });
    expect(await browser.me()).toBe(401);
    expect((await browser.post('/two-factor/verify-totp', { code: right })).status).toBe(200);
    expect(await browser.me()).toBe(200);
  });

  it('is asked for after a mailed link too', async () => {
    const { person, uri } = await withSecondStep();
    for (const callback of ['', '&callbackURL=%2F']) {
      await forgetTries(app);
      const browser = new Browser(app);
      const seen = app.mailbox.mails.length;
      await browser.post('/sign-in/magic-link', { email: person.email });
      const mail = await app.mailbox.next(person.email, (each) => app.mailbox.mails.indexOf(each) >= seen);
      const answer = await browser.get(`/magic-link/verify?token=${tokenIn(mail.text)}${callback}`);
      expect(answer.body).toMatchObject({ twoFactorRedirect: true });
      expect(await browser.me()).toBe(401);
      expect((await browser.post('/two-factor/verify-totp', { code: codeFor(uri) })).status).toBe(200);
      expect(await browser.me()).toBe(200);
    }
  });

  it('ends a try after five wrong codes and closes the account for a while after ten', async () => {
    const { person, uri } = await withSecondStep();
    const codes: unknown[] = [];
    for (let i = 0; i < 2; i++) {
      const browser = new Browser(app);
      await browser.signIn(person);
      for (let n = 0; n < 6; n++) {
        await forgetTries(app);
        const answer = await browser.post('/two-factor/verify-totp', { code: 'wrong!' });
        codes.push(z.object({ code: z.string() }).parse(answer.body).code);
      }
    }
    expect(codes.slice(0, 6)).toEqual([...Array<string>(5).fill('INVALID_CODE'), 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE']);
    const browser = new Browser(app);
    await browser.signIn(person);
    const locked = await browser.post('/two-factor/verify-totp', { code: codeFor(uri) });
    expect(locked).toMatchObject({ status: 429, body: { code: 'ACCOUNT_TEMPORARILY_LOCKED' } });
    expect(await browser.me()).toBe(401);
  });

  it('takes each backup code once', async () => {
    const { person, backupCodes } = await withSecondStep();
    const [first, second] = [new Browser(app), new Browser(app)];
    await first.signIn(person);
    expect((await first.post('/two-factor/verify-backup-code', { code: backupCodes[0] })).status).toBe(200);
    expect(await first.me()).toBe(200);
    await second.signIn(person);
    expect((await second.post('/two-factor/verify-backup-code', { code: backupCodes[0] })).status).toBe(401);
    expect(await second.me()).toBe(401);
  });

  it('is asked for at every sign-in, whatever a browser says about trusting it', async () => {
    const { person, uri } = await withSecondStep();
    const browser = new Browser(app);
    await browser.signIn(person);
    await browser.post('/two-factor/verify-totp', { code: codeFor(uri), trustDevice: true });
    expect(await browser.me()).toBe(200);
    expect((await browser.signIn(person)).body).toMatchObject({ twoFactorRedirect: true });
    expect(await browser.me()).toBe(401);
  });
});

describe('the rate limits', () => {
  it('answer in readable JSON, hold for every instance, and count the address that really asks', async () => {
    const answers = [];
    for (let i = 0; i < 6; i++) {
      const headers = { 'x-forwarded-for': `203.0.113.${i}`, 'x-rejoin-peer': `203.0.113.${i}`, 'x-real-ip': `203.0.113.${i}` };
      answers.push(await new Browser(app, headers).post('/request-password-reset', { email: `x${i}@example.org` }));
    }
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers[5]?.body).toMatchObject({ code: 'auth.tooMany', message: expect.stringMatching(/try again/) });
    const kept: { key: string; count: number }[] = await app.database.query('SELECT key, count::int FROM auth."rateLimit"');
    expect(kept).toEqual([{ key: '127.0.0.1|/request-password-reset', count: 5 }]);
  });

  it('are strict for every way to guess', async () => {
    const tries: Record<string, unknown> = {
      '/sign-in/email': { email: 'x@example.org', password: 'x' },
      '/sign-in/magic-link': { email: 'x@example.org' },
      '/reset-password': { token: 'x', newPassword: 'long-enough-for-this' },
      '/send-verification-email': { email: 'x@example.org' },
      '/two-factor/verify-totp': { code: '000000' },
      '/two-factor/verify-backup-code': { code: 'x' },
    };
    for (const [path, body] of Object.entries(tries)) {
      const statuses = await Promise.all(
        Array.from({ length: 25 }, () => new Browser(app).post(path, body).then((answer) => answer.status)),
      );
      expect([path, statuses.filter((status) => status !== 429).length <= 20]).toEqual([path, true]);
      expect([path, statuses.filter((status) => status >= 500)]).toEqual([path, []]);
    }
  });
});

describe('the door of the accounts part', () => {
  it('opens only what this product uses', async () => {
    const agent = new Browser(app, { cookie: (await signIn(app, await therapist())).cookie });
    const closed = [
      '/sign-up/email',
      '/update-user',
      '/delete-user',
      '/change-email',
      '/set-password',
      '/update-session',
      '/sign-in/social',
      '/list-accounts',
      '/link-social',
      '/account-info',
      '/get-access-token',
      '/two-factor/send-otp',
      '/two-factor/get-totp-uri',
      '/ok',
      '/error',
      '/reset-password/abc',
      '//sign-in/email',
      '/sign-in/email/',
      '/SIGN-IN/EMAIL',
      '/sign-in/%65mail',
      '/toString',
      '/constructor',
      '/',
    ];
    for (const path of closed) {
      for (const method of ['GET', 'POST'] as const) {
        const answer = await agent.send(method, `/api/auth${path}`, {});
        expect([method, path, answer.status, answer.body]).toMatchObject([method, path, 404, { code: 'row.notFound' }]);
      }
    }
  });

  it('never fails on what it cannot read, and answers in JSON with a code', async () => {
    const huge = JSON.stringify({ email: 'x'.repeat(20_000) });
    const bodies = [
      '{',
      '[]',
      '"x"',
      'null',
      '{"email":{"$ne":null},"password":[]}',
      '{"__proto__":{"x":1}}',
      huge,
      '{"email":"a\\u0000@example.org","password":"x","token":"\\u0000","code":"\\u0000","newPassword":"long-enough-\\u0000"}',
    ];
    for (const [path, method] of Object.entries(authPaths)) {
      const answers =
        method === 'GET'
          ? [
              await new Browser(app).get(`${path}?token=%00`),
              await new Browser(app).get(`${path}?token[]=1&token=2`),
              await new Browser(app).get(`${path}?%E0%A4%A`),
            ]
          : await Promise.all([
              ...bodies.map((body) => new Browser(app).post(path, body)),
              new Browser(app).post(path, 'a=b', { 'content-type': 'text/plain' }),
            ]);
      for (const answer of answers) {
        expect(answer.status).toBeLessThan(500);
        if (answer.status >= 400)
          expect([path, answer.body]).toMatchObject([path, { code: expect.any(String), message: expect.any(String) }]);
      }
      await forgetTries(app);
    }
  });

  it('refuses changes that another site asks for', async () => {
    const person = await makePerson(app, { role: 'patient', programId });
    const browser = new Browser(app);
    await browser.signIn(person);
    expect(await browser.post('/sign-out', {}, { origin: 'https://evil.example' })).toMatchObject({
      status: 403,
      body: { code: 'auth.origin' },
    });
    expect(await browser.me()).toBe(200);
  });
});
