import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { routes, permissions } from '@rejoin/shared';
import { z } from 'zod';
import { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePerson, makeProgram, testPassword, type TestPerson } from '../testing/factories.js';
import { Browser, codeFor, forgetCodes, forgetTries, tokenIn } from './testing/browser.js';

let app: TestApp;
let programId: string;
const isOwn = (permission: string): boolean => permission.startsWith('me.') && permission !== 'me.read';
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
  await forgetCodes(app);
  return { person, uri: enabled.totpURI, backupCodes: enabled.backupCodes };
}

describe('the second step', () => {
  it('has to be set up by staff before anything but their own account opens', async () => {
    const browser = new Browser(app);
    await browser.signIn(await therapist());
    const agent = new Agent(app.url, browser.cookie);
    for (const [name, route] of Object.entries(routes)) {
      // What a person does to their own account stays open; signing out everywhere would end the test.
      if (permissions[route.permission].grants.some((grant) => grant.relation === 'anyone') || isOwn(route.permission)) continue;
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
      await forgetCodes(app);
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

  it('takes each code once: what was read over a shoulder lets nobody in, not even at the same moment', async () => {
    const { person, uri } = await withSecondStep();
    const browsers = Array.from({ length: 4 }, () => new Browser(app));
    for (const browser of browsers) await browser.signIn(person);
    const code = codeFor(uri);
    const answers = await Promise.all(browsers.map((browser) => browser.post('/two-factor/verify-totp', { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    expect(answers.filter(({ status }) => status === 401).map(({ body }) => body)).toEqual(
      Array(3).fill(expect.objectContaining({ code: 'INVALID_CODE' })),
    );
    expect((await Promise.all(browsers.map((browser) => browser.me()))).sort()).toEqual([200, 401, 401, 401]);
    const late = new Browser(app);
    await late.signIn(person);
    expect((await late.post('/two-factor/verify-totp', { code })).status).toBe(401);
    expect(await late.me()).toBe(401);
    expect((await late.signIn(person)).body).toMatchObject({ twoFactorRedirect: true });
    expect((await late.post('/two-factor/verify-totp', { code: codeFor(uri, 1) })).status).toBe(200);
  });

  it('cannot be passed with the code that set it up', async () => {
    const person = await therapist();
    const browser = new Browser(app);
    await browser.signIn(person);
    const { totpURI } = Enabled.parse((await browser.post('/two-factor/enable', { password: testPassword })).body);
    const code = codeFor(totpURI);
    expect((await browser.post('/two-factor/verify-totp', { code })).status).toBe(200);
    const other = new Browser(app);
    await other.signIn(person);
    expect((await other.post('/two-factor/verify-totp', { code })).status).toBe(401);
    expect(await other.me()).toBe(401);
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
