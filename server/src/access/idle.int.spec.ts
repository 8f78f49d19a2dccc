import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { listKeptDevices, readDay, readMe, readRoom, reportActivity, unlock } from '@rejoin/shared';
import { arrive, done, makeGroup, makePeople, type Group, type Member } from '../room/testing/group.js';
import { Page } from '../room/testing/page.js';
import { startApp, type TestApp } from '../testing/app.js';
import { linkFor, makePerson, makeProgram, signIn, testPassword } from '../testing/factories.js';
import { until } from '../testing/until.js';
import { Browser, forgetTries } from './testing/browser.js';

let app: TestApp;
let programId: string;

beforeAll(async () => {
  app = await startApp();
  programId = (await makeProgram(app)).id;
});
afterAll(() => app.close());
beforeEach(() => forgetTries(app));

/** Nobody has touched anything of this person's for so many minutes. */
async function idleFor(personId: string, minutes: number): Promise<void> {
  await app.database.query(
    `INSERT INTO sign_in_state (sign_in_id, active_at)
     SELECT s.id, now() - make_interval(mins => $2) FROM auth.session s JOIN person p ON p.user_id = s."userId" WHERE p.id = $1
     ON CONFLICT (sign_in_id) DO UPDATE SET active_at = excluded.active_at`,
    [personId, minutes],
  );
}

const signInsOf = async (personId: string): Promise<number> => {
  const rows: unknown[] = await app.database.query(
    `SELECT s.id FROM auth.session s JOIN person p ON p.user_id = s."userId" WHERE p.id = $1`,
    [personId],
  );
  return rows.length;
};

const actionsOf = async (personId: string): Promise<string[]> => {
  const rows: { action: string }[] = await app.database.query(`SELECT action FROM audit_event WHERE actor_id = $1 ORDER BY id`, [personId]);
  return rows.map(({ action }) => action);
};

describe('a sign-in that nobody uses', () => {
  it.each([
    ['therapist', 14, 15],
    ['administrator', 14, 15],
    ['patient', 29, 30],
    ['familyContact', 29, 30],
  ] as const)('of a %s still works after %i minutes and ends after %i', async (role, before, after) => {
    const person = await makePerson(app, { role, programId });
    const agent = await signIn(app, person);
    await idleFor(person.id, before);
    expect(await agent.call(readMe, {})).toMatchObject({ locked: false, idleSeconds: expect.closeTo(before * 60, -1) });
    await idleFor(person.id, after);
    expect(await agent.refused(readMe, {})).toMatchObject({ status: 401, code: 'auth.signedOut' });
    expect(await signInsOf(person.id)).toBe(0);
    expect(await actionsOf(person.id)).toContain('signIn.idle');
  });

  it('is not kept in use by pages that ask, nor by an open socket, which it closes', async () => {
    const person = await makePerson(app, { role: 'patient', programId });
    const agent = await signIn(app, person);
    const page = new Page(app, agent.cookie);
    await page.opened();
    await idleFor(person.id, 29);
    for (let i = 0; i < 3; i++) await agent.call(readDay, {});
    expect((await agent.call(readMe, {})).idleSeconds).toBeGreaterThanOrEqual(29 * 60);
    await idleFor(person.id, 30);
    await agent.refused(readDay, {});
    await until(
      () => page.socket.connected,
      (connected) => !connected,
    );
  });

  it('is kept in use by input that a page reports, and by nothing that lies ahead or too far back', async () => {
    const person = await makePerson(app, { role: 'therapist', programId });
    const agent = await signIn(app, person);
    await idleFor(person.id, 14);
    await agent.call(reportActivity, { body: { secondsAgo: 20 } });
    expect((await agent.call(readMe, {})).idleSeconds).toBeLessThan(30);
    await agent.call(reportActivity, { body: { secondsAgo: 60 } });
    expect((await agent.call(readMe, {})).idleSeconds).toBeLessThan(30);
    for (const secondsAgo of [-60, 9_999]) {
      expect(await agent.refused(reportActivity, { body: { secondsAgo } })).toMatchObject({ code: 'input.invalid' });
    }
  });

  it('cannot be brought back by a late report', async () => {
    const person = await makePerson(app, { role: 'therapist', programId });
    const agent = await signIn(app, person);
    await idleFor(person.id, 16);
    expect(await agent.refused(reportActivity, { body: { secondsAgo: 0 } })).toMatchObject({ status: 401 });
  });

  it('does not open the accounts part either', async () => {
    const person = await makePerson(app, { role: 'patient', programId });
    const browser = new Browser(app);
    await browser.signIn(person);
    await idleFor(person.id, 31);
    expect((await browser.get('/list-sessions')).status).toBe(401);
    expect(await signInsOf(person.id)).toBe(0);
  });

  it('by a link ends too', async () => {
    const contact = await makePerson(app, { role: 'familyContact', programId, account: false });
    const agent = await linkFor(app, contact);
    await app.database.query(`UPDATE link_session SET active_at = now() - interval '29 minutes' WHERE person_id = $1`, [contact.id]);
    await agent.call(reportActivity, { body: { secondsAgo: 0 } });
    expect((await agent.call(readMe, {})).idleSeconds).toBeLessThan(5);
    await app.database.query(`UPDATE link_session SET active_at = now() - interval '30 minutes' WHERE person_id = $1`, [contact.id]);
    expect(await agent.refused(readMe, {})).toMatchObject({ status: 401 });
  });
});

describe('somebody who stands in a live room and touches nothing', () => {
  let group: Group;
  let lead: Member;
  beforeEach(async () => {
    group = await makeGroup(app, await makePeople(app));
    lead = group.lead;
    await arrive(group, lead);
    await idleFor(lead.agent.personId, 16);
  });

  it('keeps the room, and is asked for the password for everything else', async () => {
    const params = { sessionId: group.session.id };
    expect(await lead.agent.call(readRoom, { params })).toBeDefined();
    expect(await lead.agent.call(readMe, {})).toMatchObject({ locked: true, familyName: '', email: null, programs: [] });
    expect(await lead.agent.refused(readDay, {})).toMatchObject({ status: 423, code: 'auth.locked' });
    expect(await lead.agent.refused(listKeptDevices, {})).toMatchObject({ code: 'auth.locked' });
    expect(await lead.agent.refused(reportActivity, { body: { secondsAgo: 0 } })).toMatchObject({ code: 'auth.locked' });
    expect(await lead.agent.send('GET', '/api/auth/list-sessions')).toMatchObject({ status: 423, body: { code: 'auth.locked' } });
    expect(await signInsOf(lead.agent.personId)).toBeGreaterThan(0);
  });

  it('keeps no other room than the one they stand in', async () => {
    const people = await makePeople(app);
    const [here, there] = [await makeGroup(app, people), await makeGroup(app, people)];
    await arrive(here, here.lead);
    await idleFor(here.lead.agent.personId, 16);
    expect(await here.lead.agent.call(readRoom, { params: { sessionId: here.session.id } })).toBeDefined();
    expect(await there.lead.agent.refused(readRoom, { params: { sessionId: there.session.id } })).toMatchObject({ code: 'auth.locked' });
    await expect(arrive(there, there.lead)).rejects.toThrow('auth.locked');
  });

  it('opens everything again with the password, and with no other', async () => {
    expect(await lead.agent.refused(unlock, { body: { password: 'not-this-one' } })).toMatchObject({ code: 'auth.wrongPassword' });
    expect(await lead.agent.refused(unlock, { body: { pin: '135790' } })).toMatchObject({ code: 'device.gone' });
    expect(await lead.agent.refused(readDay, {})).toMatchObject({ code: 'auth.locked' });
    await lead.agent.call(unlock, { body: { password: testPassword } });
    expect(await lead.agent.call(readMe, {})).toMatchObject({ locked: false });
    await lead.agent.call(readDay, {});
  });

  it('keeps the closing page for three minutes after the end, and is signed out after that', async () => {
    await done(group, lead, { type: 'start' });
    await done(group, lead, { type: 'end' });
    expect(await lead.agent.call(readMe, {})).toMatchObject({ locked: true });
    await app.database.query(
      `UPDATE session SET ended_at = now() - interval '4 minutes', started_at = now() - interval '1 hour' WHERE id = $1`,
      [group.session.id],
    );
    expect(await lead.agent.refused(readMe, {})).toMatchObject({ status: 401 });
  });

  it('is signed out where they have left the room', async () => {
    await done(group, lead, { type: 'leave', device: lead.device });
    expect(await lead.agent.refused(readDay, {})).toMatchObject({ status: 401 });
  });
});
