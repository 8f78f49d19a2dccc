import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../testing/app.js';
import { makePerson, makeProgram, type TestPerson } from '../testing/factories.js';
import { Browser, forgetTries } from './testing/browser.js';

let app: TestApp;
let programId: string;

beforeAll(async () => {
  app = await startApp({ TRUST_PROXY: 1 });
  programId = (await makeProgram(app)).id;
});
afterAll(() => app.close());
beforeEach(() => forgetTries(app));

const from = (address: string): Browser => new Browser(app, { 'x-forwarded-for': address });
const patient = (): Promise<TestPerson> => makePerson(app, { role: 'patient', programId });

/** Guesses from an address; the answers' statuses. */
async function guess(person: Pick<TestPerson, 'email'>, address: string, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let i = 0; i < times; i++) statuses.push((await from(address).signIn(person, `wrong-guess-${i}`)).status);
  return statuses;
}

const later = (seconds: number) =>
  app.database.query('UPDATE sign_in_try SET failed_at = failed_at - make_interval(secs => $1)', [seconds]);

describe('guessing at a password', () => {
  it('is slowed down after five tries from one address, whether or not there is such an account', async () => {
    for (const person of [await patient(), { email: 'nobody-here@example.org' }]) {
      expect(await guess(person, '203.0.113.7', 7)).toEqual([401, 401, 401, 401, 401, 429, 429]);
      expect((await from('203.0.113.7').signIn(person)).body).toMatchObject({
        code: 'auth.slowDown',
        message: expect.stringMatching(/minute/),
      });
      await later(61);
      expect((await from('203.0.113.7').signIn(person, 'wrong')).status).toBe(401);
      await forgetTries(app);
    }
  });

  it('by a stranger keeps nobody out who signs in from where they did before', async () => {
    const person = await patient();
    expect((await from('198.51.100.1').signIn(person)).status).toBe(200);
    for (let n = 0; n < 6; n++) await guess(person, `203.0.113.${n}`, 5);
    expect(await guess(person, '203.0.113.99', 1)).toEqual([429]);
    expect((await from('198.51.100.1').signIn(person)).status).toBe(200);
  });

  it('from many addresses slows all unknown ones down, for half a minute at a time', async () => {
    const person = await patient();
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++) statuses.push(...(await guess(person, `203.0.113.${n}`, 2)));
    expect(statuses.filter((status) => status === 401)).toHaveLength(20);
    await later(31);
    expect((await from('198.51.100.2').signIn(person)).status).toBe(200);
  });

  it('is not forgotten by an answer that never looked at the password', async () => {
    const person = await patient();
    await guess(person, '203.0.113.7', 4);
    const asked = { email: person.email, password: 'wrong-guess', callbackURL: 'https://elsewhere.example' };
    expect((await from('203.0.113.7').post('/sign-in/email', asked)).status).toBe(403);
    expect(await guess(person, '203.0.113.7', 2)).toEqual([429, 429]);
  });

  it('many times at once is no way around', async () => {
    const person = await patient();
    const answers = await Promise.all(Array.from({ length: 15 }, () => from('203.0.113.8').signIn(person, 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  });

  it('is kept in the audit without what was typed', async () => {
    const person = await patient();
    await guess(person, '203.0.113.9', 6);
    const rows: { action: string; outcome: string; actor_id: string | null; details: unknown }[] = await app.database.query(
      `SELECT action, outcome, actor_id, details FROM audit_event WHERE row_id = $1`,
      [person.id],
    );
    expect(rows).toHaveLength(6);
    expect(rows[0]).toEqual({ action: 'signIn.fail', outcome: 'refused', actor_id: null, details: { how: 'password', why: '401' } });
    expect(JSON.stringify(rows)).not.toMatch(/wrong-guess|@/);
  });
});

describe('what happens to a sign-in', () => {
  it('stands in the audit: opened and how, signed out, password changed, second step on and off', async () => {
    const person = await patient();
    const browser = from('198.51.100.3');
    await browser.signIn(person);
    await browser.post('/sign-out');
    await browser.signIn(person);
    await browser.post('/change-password', { currentPassword: 'correct horse', newPassword: 'x' });
    const rows: { action: string; how: string | null }[] = await app.database.query(
      `SELECT action, details ->> 'how' AS how FROM audit_event WHERE actor_id = $1 AND action ~ '^(signIn|password)' ORDER BY id`,
      [person.id],
    );
    expect(rows).toEqual([
      { action: 'signIn.open', how: 'password' },
      { action: 'signIn.signOut', how: null },
      { action: 'signIn.open', how: 'password' },
    ]);
  });
});
