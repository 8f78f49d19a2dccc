import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { endSignIns, isWeakPin, keepDevice, listKeptDevices } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { Browser, forgetTries, tokenIn } from '../access/testing/browser.js';
import type { Answer } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { giveRole, makePatient, makePerson, makeProgram, signIn, testPassword, type TestPerson } from '../testing/factories.js';

const pin = '471902';
let app: TestApp;
let programId: string;

beforeAll(async () => {
  app = await startApp();
  programId = (await makeProgram(app)).id;
});
afterAll(() => app.close());
beforeEach(() => forgetTries(app));

const keep = (browser: Browser, chosen = pin): Promise<Answer> =>
  browser.send('POST', '/api/me/kept-devices', { id: randomUUID(), pin: chosen });
const open = (browser: Browser, typed = pin): Promise<Answer> => browser.send('POST', '/api/kept-device/open', { pin: typed });
const kept = async (browser: Browser): Promise<unknown> => (await browser.send('GET', '/api/kept-device')).body;

/** A patient's browser that they keep, signed out by time. */
async function keptBrowser(given: { idle?: boolean } = {}): Promise<{ person: TestPerson; browser: Browser }> {
  const person = await makePatient(app, { programId });
  const browser = new Browser(app);
  await browser.signIn(person);
  expect((await keep(browser)).status).toBe(200);
  if (given.idle ?? true) {
    await app.database.query(`UPDATE sign_in_state SET active_at = now() - interval '31 minutes'`);
    expect(await browser.me()).toBe(401);
  }
  return { person, browser };
}

const actionsAbout = async (person: TestPerson): Promise<string[]> => {
  const rows: { action: string; how: string | null }[] = await app.database.query(
    `SELECT action, details ->> 'how' AS how FROM audit_event WHERE row_id = $1 AND action ~ '^(signIn|device)' ORDER BY id`,
    [person.id],
  );
  return rows.map(({ action, how }) => (how ? `${action} ${how}` : action));
};

describe('a kept device', () => {
  it('opens the account by its PIN after the sign-in has ended for want of use, and says of nobody whose it is', async () => {
    const { person, browser } = await keptBrowser();
    const shown = await browser.send('GET', '/api/kept-device');
    expect(shown.body).toEqual({ kept: true });
    const cookie = browser.setCookies.find((each) => each.includes('.device='));
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Max-Age=2592000/i);
    expect((await open(browser)).status).toBe(200);
    expect(await browser.me()).toBe(200);
    const rows: { token_hash: string; pin_hash: string }[] = await app.database.query(
      'SELECT token_hash, pin_hash FROM kept_device WHERE person_id = $1',
      [person.id],
    );
    expect(JSON.stringify(rows)).not.toContain(pin);
    expect(browser.cookie).not.toContain(rows[0]?.token_hash);
    expect(await actionsAbout(person)).toEqual(['signIn.open password', 'device.keep', 'signIn.open pin']);
  });

  it('asks for the password after five wrong PINs, also when they are tried at the same time', async () => {
    const { person, browser } = await keptBrowser();
    const copy = new Browser(app);
    copy.cookie = browser.cookie;
    const wrong = await Promise.all(Array.from({ length: 12 }, (_, i) => open(browser, String(200_000 + i))));
    expect(wrong.filter(({ body }) => JSON.stringify(body).includes('device.wrongPin')).length).toBeLessThanOrEqual(4);
    expect(await open(copy)).toMatchObject({ status: 422, body: { code: 'device.gone' } });
    expect(await kept(browser)).toEqual({ kept: false });
    expect(await copy.me()).toBe(401);
    expect((await browser.signIn(person)).status).toBe(200);
    expect((await actionsAbout(person)).filter((action) => action === 'device.pinWrong')).toHaveLength(5);
  });

  it('forgets four wrong PINs after a right one', async () => {
    const { browser } = await keptBrowser();
    for (let round = 0; round < 2; round++) {
      for (let i = 0; i < 4; i++) expect((await open(browser, '999111')).body).toMatchObject({ code: 'device.wrongPin' });
      expect((await open(browser)).status).toBe(200);
    }
  });

  it('is over after thirty days, and cannot be kept for longer by its PIN alone', async () => {
    const { browser } = await keptBrowser();
    expect((await open(browser)).status).toBe(200);
    expect(await keep(browser)).toMatchObject({ status: 403, body: { code: 'device.passwordFirst' } });
    await app.database.query(`UPDATE kept_device SET expires_at = now()`);
    expect((await open(browser)).body).toMatchObject({ code: 'device.gone' });
  });

  it.each(['000000', '123456', '654321', '121212', '123123', '777777', '112233', '12345', 'abcdef'])(
    'is not kept with the PIN %s',
    async (weak) => {
      expect(weak.length !== 6 || /\D/.test(weak) || isWeakPin(weak)).toBe(true);
      const browser = new Browser(app);
      await browser.signIn(await makePatient(app, { programId }));
      expect(await keep(browser, weak)).toMatchObject({
        status: 400,
        body: { code: 'input.invalid', fields: { pin: expect.any(String) } },
      });
      expect(await kept(browser)).toEqual({ kept: false });
    },
  );

  it('is for patients only: not for staff, not for a patient who is staff too, not with a second step, not by then', async () => {
    const staff = await signIn(app, await makePerson(app, { role: 'therapist', programId }));
    expect(await staff.refused(keepDevice, { body: { id: randomUUID(), pin } })).toMatchObject({
      status: 403,
      code: 'device.patientsOnly',
    });
    const twoSteps = await signIn(app, await makePatient(app, { programId }), { twoFactor: true });
    expect(await twoSteps.refused(keepDevice, { body: { id: randomUUID(), pin } })).toMatchObject({ code: 'device.patientsOnly' });
    const { person, browser } = await keptBrowser();
    await giveRole(app, person.id, 'peerMentor', programId);
    expect((await open(browser)).body).toMatchObject({ code: 'device.gone' });
    expect(await browser.me()).toBe(401);
  });

  it('changes its PIN by the old one', async () => {
    const { browser } = await keptBrowser({ idle: false });
    const change = (old: string) => browser.send('POST', '/api/me/kept-devices/pin', { pin: old, newPin: '860214' });
    expect((await change('999111')).body).toMatchObject({ code: 'device.wrongPin' });
    expect((await change(pin)).status).toBe(200);
    expect((await open(browser, pin)).body).toMatchObject({ code: 'device.wrongPin' });
    expect((await open(browser, '860214')).status).toBe(200);
  });

  it('is listed to its person alone, and ended by them alone', async () => {
    const { browser } = await keptBrowser({ idle: false });
    const other = (await keptBrowser({ idle: false })).browser;
    const listed = listKeptDevices.reply.parse((await browser.send('GET', '/api/me/kept-devices')).body);
    expect(listed).toMatchObject([{ here: true }]);
    const end = (by: Browser) => by.send('POST', `/api/me/kept-devices/${listed[0]?.id}/end`);
    expect(await end(other)).toMatchObject({ status: 404 });
    expect((await end(browser)).status).toBe(200);
    expect(await kept(browser)).toEqual({ kept: false });
    expect((await open(browser)).body).toMatchObject({ code: 'device.gone' });
  });

  it.each<[string, (person: TestPerson, browser: Browser) => Promise<unknown>]>([
    ['the person signs out everywhere', (_, browser) => browser.send('POST', '/api/me/sign-out-everywhere')],
    [
      'the person changes their password',
      (_, browser) => browser.post('/change-password', { currentPassword: testPassword, newPassword: 'another-long-password' }),
    ],
    [
      'the person chooses a new password by mail',
      async (person, browser) => {
        await browser.post('/request-password-reset', { email: person.email });
        const mail = await app.mailbox.next(person.email, ({ text }) => text.includes('/account/reset'));
        return browser.post('/reset-password', { token: tokenIn(mail.text), newPassword: 'another-long-password' });
      },
    ],
    [
      'staff are told of a lost phone',
      async (person) => {
        const office = await signIn(app, await makePerson(app, { role: 'coordinator', programId }));
        return office.call(endSignIns, { params: { personId: person.id } });
      },
    ],
  ])('ends when %s', async (_, what) => {
    const { person, browser } = await keptBrowser({ idle: false });
    await what(person, browser);
    expect(await kept(browser)).toEqual({ kept: false });
    expect((await open(browser)).body).toMatchObject({ code: 'device.gone' });
  });
});
