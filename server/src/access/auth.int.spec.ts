import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readMe } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../testing/app.js';
import { makePerson, makeProgram, signIn, testPassword, type TestPerson } from '../testing/factories.js';
import { Browser, forgetTries, tokenIn } from './testing/browser.js';

let app: TestApp;
let programId: string;
const newPassword = 'another-long-password';

beforeAll(async () => {
  app = await startApp();
  programId = (await makeProgram(app)).id;
});
afterAll(() => app.close());
beforeEach(() => forgetTries(app));

const patient = (): Promise<TestPerson> => makePerson(app, { role: 'patient', programId });
const unverify = (person: TestPerson) =>
  app.database.query(`UPDATE auth."user" SET "emailVerified" = false WHERE email = $1`, [person.email]);
const sessionsOf = async (person: TestPerson): Promise<number> => {
  const rows: { count: number }[] = await app.database.query(
    `SELECT count(*)::int FROM auth.session s JOIN auth."user" u ON u.id = s."userId" WHERE u.email = $1`,
    [person.email],
  );
  return rows[0]?.count ?? 0;
};

describe('signing in by password', () => {
  it('sets one cookie that scripts cannot read, named after the port of this installation', async () => {
    const browser = new Browser(app);
    expect((await browser.signIn(await patient())).status).toBe(200);
    expect(await browser.me()).toBe(200);
    const port = new URL(app.url).port;
    expect(browser.setCookies).toHaveLength(1);
    expect(browser.setCookies[0]).toMatch(new RegExp(`^rejoin-${port}\\.session_token=`));
    expect(browser.setCookies[0]).toMatch(/HttpOnly/i);
    expect(browser.setCookies[0]).toMatch(/SameSite=Lax/i);
  });

  it('is refused until the address is verified, and the mailed page confirms it only when its button is pressed', async () => {
    const person = await patient();
    await unverify(person);
    const browser = new Browser(app);
    expect(await browser.signIn(person)).toMatchObject({ status: 403, body: { code: 'EMAIL_NOT_VERIFIED' } });
    expect(await sessionsOf(person)).toBe(0);
    const mail = await app.mailbox.next(person.email);
    expect(mail.text).toContain(`${app.url}/account/verify?token=`);
    const token = tokenIn(mail.text);
    await browser.send('GET', `/account/verify?token=${encodeURIComponent(token)}`);
    expect((await browser.signIn(person)).status).toBe(403);
    expect((await browser.get(`/verify-email?token=${token}`)).status).toBe(200);
    expect((await browser.signIn(person)).status).toBe(200);
  });

  it('does not take over a session that somebody planted in the browser', async () => {
    const [planted, victim] = [new Browser(app), new Browser(app)];
    await planted.signIn(await patient());
    const fixed = planted.cookie;
    victim.cookie = fixed;
    await victim.signIn(await patient());
    expect(victim.cookie).not.toBe(fixed);
    const [cookieName = ''] = fixed.split('=');
    victim.cookie = `${cookieName}=chosen-by-an-attacker.c2lnbmF0dXJl`;
    expect(await victim.me()).toBe(401);
  });

  it('tells nobody whether an address is known, by its answer or by its time', async () => {
    const known = await patient();
    const unknown = { email: `nobody-${randomUUID()}@example.org` };
    const timed = async (work: () => Promise<unknown>): Promise<number> => {
      const began = performance.now();
      await work();
      return performance.now() - began;
    };
    const browser = new Browser(app);
    for (const path of ['/request-password-reset', '/sign-in/magic-link', '/send-verification-email']) {
      const [one, other] = [await browser.post(path, { email: known.email }), await browser.post(path, unknown)];
      expect([one.status, one.body]).toEqual([200, other.body]);
      expect(other.status).toBe(200);
    }
    const [wrong, nobody] = [await browser.signIn(known, 'not-the-password'), await browser.signIn(unknown)];
    expect([wrong.status, wrong.body]).toEqual([nobody.status, nobody.body]);
    const times: [number, number][] = [];
    for (let i = 0; i < 5; i++)
      times.push([await timed(() => browser.signIn(known, 'wrong-password')), await timed(() => browser.signIn(unknown))]);
    const median = (which: 0 | 1): number => times.map((pair) => pair[which]).sort((a, b) => a - b)[2] ?? 0;
    expect(median(1)).toBeGreaterThan(median(0) / 3);
    expect(median(1)).toBeLessThan(median(0) * 3);
    expect(app.mailbox.mails.filter((mail) => mail.to.includes('nobody'))).toEqual([]);
  });
});

describe('a forgotten password', () => {
  it('is replaced by the mailed link once, which ends every other sign-in and verifies the address', async () => {
    const person = await patient();
    const [old, fresh] = [new Browser(app), new Browser(app)];
    await old.signIn(person);
    await unverify(person);
    await fresh.post('/request-password-reset', { email: person.email });
    const mail = await app.mailbox.next(person.email, ({ text }) => text.includes('/account/reset?token='));
    const token = tokenIn(mail.text);
    await fresh.send('GET', `/account/reset?token=${encodeURIComponent(token)}`);
    expect((await fresh.post('/reset-password', { token, newPassword: 'short' })).status).toBe(400);
    expect((await fresh.post('/reset-password', { token, newPassword })).status).toBe(200);
    expect(await old.me()).toBe(401);
    expect((await fresh.signIn(person)).status).toBe(401);
    expect((await fresh.signIn(person, newPassword)).status).toBe(200);
    expect(await fresh.post('/reset-password', { token, newPassword: testPassword })).toMatchObject({
      status: 400,
      body: { code: 'INVALID_TOKEN' },
    });
  });
});

describe('a mailed sign-in link', () => {
  const ask = async (browser: Browser, person: TestPerson): Promise<string> => {
    await browser.post('/sign-in/magic-link', { email: person.email });
    return tokenIn((await app.mailbox.next(person.email, ({ text }) => text.includes('/account/link?token='))).text);
  };

  it('signs in once, when its button is pressed and not when its page is opened', async () => {
    const person = await patient();
    const [browser, other] = [new Browser(app), new Browser(app)];
    const token = await ask(browser, person);
    await browser.send('GET', `/account/link?token=${token}`);
    expect(await sessionsOf(person)).toBe(0);
    expect((await browser.get(`/magic-link/verify?token=${token}`, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await browser.get(`/magic-link/verify?token=${token}`, { 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect(await browser.me()).toBe(200);
    expect((await other.get(`/magic-link/verify?token=${token}`)).status).toBe(302);
    expect(await other.me()).toBe(401);
  });

  it('makes no account for an address that has none', async () => {
    const email = `stranger-${randomUUID()}@example.org`;
    const browser = new Browser(app);
    await browser.post('/sign-in/magic-link', { email, name: 'Stranger' });
    expect((await browser.post('/sign-up/email', { email, password: newPassword, name: 'Stranger' })).status).toBe(404);
    expect(await app.database.query('SELECT id FROM auth."user" WHERE email = $1', [email])).toEqual([]);
  });
});

describe('signing out', () => {
  it('ends this sign-in alone, and everywhere ends all of them at once', async () => {
    const person = await patient();
    const browsers = [new Browser(app), new Browser(app), new Browser(app)] as const;
    for (const browser of browsers) await browser.signIn(person);
    const kept = browsers[0].cookie;
    expect((await browsers[0].post('/sign-out')).status).toBe(200);
    browsers[0].cookie = kept;
    expect(await Promise.all(browsers.map((browser) => browser.me()))).toEqual([401, 200, 200]);
    expect((await browsers[1].send('POST', '/api/me/sign-out-everywhere')).status).toBe(200);
    expect(await Promise.all(browsers.map((browser) => browser.me()))).toEqual([401, 401, 401]);
  });

  it('can end one other sign-in of a list, and never one of somebody else', async () => {
    const [person, somebody] = [await patient(), await patient()];
    const [here, there, elsewhere] = [new Browser(app), new Browser(app), new Browser(app)];
    await Promise.all([here.signIn(person), there.signIn(person), elsewhere.signIn(somebody)]);
    const listed = await here.get('/list-sessions');
    expect(listed.body).toHaveLength(2);
    const tokens: { token: string }[] = await app.database.query('SELECT token FROM auth.session');
    for (const { token } of tokens.filter((row) => !here.cookie.includes(row.token))) await here.post('/revoke-session', { token });
    expect([await here.me(), await there.me(), await elsewhere.me()]).toEqual([200, 401, 200]);
  });

  it('leaves nothing to a person whose account or person was taken away', async () => {
    const [one, other] = [await patient(), await patient()];
    const [noUser, noPerson] = [await signIn(app, one), await signIn(app, other)];
    await app.database.query('DELETE FROM auth."user" WHERE email = $1', [one.email]);
    await app.database.query('UPDATE person SET user_id = NULL WHERE id = $1', [other.id]);
    expect(await noUser.refused(readMe, {})).toMatchObject({ status: 401, code: 'auth.signedOut' });
    expect(await noPerson.refused(readMe, {})).toMatchObject({ status: 401, code: 'auth.signedOut' });
  });
});
