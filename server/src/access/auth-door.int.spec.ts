import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../testing/app.js';
import { makePerson, makeProgram, signIn, type TestPerson } from '../testing/factories.js';
import { Browser, forgetTries } from './testing/browser.js';
import { authPaths } from './auth.mount.js';

let app: TestApp;
let programId: string;

beforeAll(async () => {
  app = await startApp();
  programId = (await makeProgram(app)).id;
});
afterAll(() => app.close());
beforeEach(() => forgetTries(app));

const therapist = (): Promise<TestPerson> => makePerson(app, { role: 'therapist', programId });

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
