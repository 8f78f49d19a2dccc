import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSigning, signNotes } from '@rejoin/shared';
import { z } from 'zod';
import { Browser, codeFor } from '../access/testing/browser.js';
import { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePerson, signIn, testPassword } from '../testing/factories.js';
import { Desk } from './testing/desk.js';

let app: TestApp;
let desk: Desk;

beforeAll(async () => {
  app = await startApp();
  desk = await Desk.open(app);
});
afterAll(() => app.close());

async function freshLead(): Promise<Agent> {
  const person = await makePerson(app, { role: 'therapist', programId: desk.program.id });
  const agent = await signIn(app, person);
  await desk.newSession({ lead: [person] });
  return agent;
}

describe('showing again who one is', () => {
  it('opens signing for ten minutes, in this sign-in only', async () => {
    const agent = await freshLead();
    const note = await desk.draft('Text', desk.ann, agent);
    const sign = { params: { sessionId: desk.session.id }, body: { parts: [{ id: note.id, version: 1 }] } };
    expect(await agent.refused(signNotes, sign)).toMatchObject({ status: 403, code: 'signing.closed' });
    const { until } = await agent.call(openSigning, { body: { password: testPassword } });
    expect(Date.parse(until) - Date.now()).toBeGreaterThan(9.5 * 60_000);
    expect((await desk.list(agent)).signing).toEqual({ until, takesCode: true, cosigners: null });
    const elsewhere = await signInAgain(agent);
    expect((await desk.list(elsewhere)).signing.until).toBeNull();
    expect(await elsewhere.refused(signNotes, sign)).toMatchObject({ code: 'signing.closed' });
    await app.database.query(`UPDATE signing_window SET until_at = now() - interval '1 second'`);
    expect(await agent.refused(signNotes, sign)).toMatchObject({ code: 'signing.closed' });
    await desk.mayNowSign(agent);
    expect((await desk.sign([{ id: note.id, version: 1 }], agent))[0]?.code).toBe('signed');
  });

  it('is refused after five wrong tries, also when they come at once and the next one is right', async () => {
    const agent = await freshLead();
    const wrong = await Promise.all(Array.from({ length: 12 }, () => agent.ask(openSigning, { body: { password: 'wrong' } })));
    expect(wrong.map(({ status }) => status).sort()).toEqual([...Array(5).fill(422), ...Array(7).fill(429)]);
    expect(await agent.refused(openSigning, { body: { password: testPassword } })).toMatchObject({ code: 'auth.tooMany' });
    expect((await desk.list(agent)).signing.until).toBeNull();
  });

  it('wants a password or a code, and not a wrong code', async () => {
    const agent = await freshLead();
    expect(await agent.refused(openSigning, { body: {} })).toMatchObject({
      code: 'input.invalid',
      fields: { password: expect.any(String) },
    });
    expect(await agent.refused(openSigning, { body: { code: '000000' } })).toMatchObject({ code: 'signing.wrong' });
  });

  it('takes a code of the code app once, and none that was used to sign in', async () => {
    const person = await makePerson(app, { role: 'therapist', programId: desk.program.id });
    const browser = new Browser(app);
    await browser.signIn(person);
    const { body } = await browser.post('/two-factor/enable', { password: testPassword });
    const { totpURI } = z.object({ totpURI: z.string() }).parse(body);
    const used = codeFor(totpURI);
    expect((await browser.post('/two-factor/verify-totp', { code: used })).status).toBe(200);
    const agent = new Agent(app.url, browser.cookie, person.id);
    expect(await agent.refused(openSigning, { body: { code: used } })).toMatchObject({ code: 'signing.wrong' });
    const next = { body: { code: codeFor(totpURI, 1) } };
    const { until } = await agent.call(openSigning, next);
    expect(Date.parse(until)).toBeGreaterThan(Date.now());
    expect(await agent.refused(openSigning, next)).toMatchObject({ code: 'signing.wrong' });
  });
});

async function signInAgain(agent: Agent): Promise<Agent> {
  const rows: { email: string }[] = await app.database.query('SELECT email FROM person WHERE id = $1', [agent.personId]);
  return signIn(app, { id: agent.personId, email: rows[0]?.email ?? '', givenName: '', familyName: '', displayName: '' });
}
