import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  assignRole,
  changePerson,
  endRole,
  readMe,
  readPerson,
  readStaffProfile,
  saveStaffProfile,
  signOutEverywhere,
  type Role,
} from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { giveRole, linkFor, makePerson, makeProgram, signIn, testPassword, type TestPerson } from '../testing/factories.js';

let app: TestApp;
let program: { id: string };
let other: { id: string };
let owner: Agent;
let admin: Agent;
let coordinator: Agent;
let therapist: TestPerson;

beforeAll(async () => {
  app = await startApp();
  program = await makeProgram(app);
  other = await makeProgram(app);
  owner = await signIn(app, await makePerson(app, { role: 'administrator', programId: null }));
  admin = await signIn(app, await makePerson(app, { role: 'administrator', programId: program.id }));
  coordinator = await signIn(app, await makePerson(app, { role: 'coordinator', programId: program.id }));
  therapist = await makePerson(app, { role: 'therapist', programId: program.id });
});
afterAll(() => app.close());

const newRole = (role: Role, programId: string | null) => ({ id: randomUUID(), role, programId, from: '2026-01-01T00:00:00Z' });

describe('giving a role', () => {
  it('works once, however often it is asked, and shows at once', async () => {
    const person = await makePerson(app, { role: 'patient', programId: program.id });
    const body = newRole('peerMentor', program.id);
    const params = { personId: person.id };
    const first = await admin.call(assignRole, { params, body });
    expect(await admin.call(assignRole, { params, body })).toEqual(first);
    const me = await (await signIn(app, person)).call(readMe, {});
    expect(me.roles.map(({ role }) => role).sort()).toEqual(['patient', 'peerMentor']);
  });

  it('ends at the programs of the administrator', async () => {
    const params = { personId: therapist.id };
    expect(await admin.refused(assignRole, { params, body: newRole('biller', other.id) })).toMatchObject({ code: 'row.notFound' });
    expect(await admin.refused(assignRole, { params, body: newRole('biller', randomUUID()) })).toMatchObject({ code: 'row.notFound' });
    expect(await admin.refused(assignRole, { params, body: newRole('administrator', null) })).toMatchObject({ code: 'access.refused' });
    expect(await coordinator.refused(assignRole, { params, body: newRole('biller', program.id) })).toMatchObject({
      code: 'access.refused',
    });
    expect(await owner.call(assignRole, { params, body: newRole('biller', null) })).toMatchObject({ programId: null });
  });
});

describe('ending a role', () => {
  it('takes effect with the next request', async () => {
    const person = await makePerson(app);
    const roleId = await giveRole(app, person.id, 'biller', program.id);
    const agent = await signIn(app, person);
    expect((await agent.call(readMe, {})).roles).toHaveLength(1);
    const to = new Date().toISOString();
    expect(await admin.call(endRole, { params: { personId: person.id, roleId }, body: { to } })).toMatchObject({ to });
    expect((await agent.call(readMe, {})).roles).toEqual([]);
  });

  it('refuses a role of somebody else and of another program', async () => {
    const person = await makePerson(app, { role: 'biller', programId: program.id });
    const foreign = await giveRole(app, person.id, 'biller', other.id);
    const everywhere = await giveRole(app, person.id, 'biller', null);
    const body = { to: new Date().toISOString() };
    for (const [personId, roleId] of [
      [therapist.id, foreign],
      [person.id, foreign],
      [person.id, everywhere],
      [person.id, randomUUID()],
    ]) {
      expect(await admin.refused(endRole, { params: { personId: personId ?? '', roleId: roleId ?? '' }, body })).toMatchObject({
        code: 'row.notFound',
      });
    }
  });

  it('keeps the last administrator, also when two end each other at the same time', async () => {
    const lonely = await makeProgram(app);
    const two = [];
    for (let n = 0; n < 2; n++) {
      const person = await makePerson(app);
      two.push({ person, roleId: await giveRole(app, person.id, 'administrator', lonely.id), agent: await signIn(app, person) });
    }
    const everywhere = await app.database.query<{ id: string }[]>(
      `SELECT id FROM role_assignment WHERE role = 'administrator' AND program_id IS NULL`,
    );
    await app.database.query('UPDATE role_assignment SET to_at = now() WHERE id = ANY ($1)', [everywhere.map(({ id }) => id)]);
    const [one, other] = two;
    if (!one || !other) throw new Error('two administrators');
    const body = { to: new Date().toISOString() };
    const answers = await Promise.all([
      one.agent.ask(endRole, { params: { personId: other.person.id, roleId: other.roleId }, body }),
      other.agent.ask(endRole, { params: { personId: one.person.id, roleId: one.roleId }, body }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await app.database.query(
      `SELECT 1 FROM role_assignment WHERE program_id = $1 AND role = 'administrator' AND to_at IS NULL`,
      [lonely.id],
    );
    expect(left).toHaveLength(1);
    await app.database.query('UPDATE role_assignment SET to_at = NULL WHERE id = ANY ($1)', [everywhere.map(({ id }) => id)]);
  });
});

describe('an address', () => {
  it('that is changed ends every sign-in and has to be confirmed again', async () => {
    const person = await makePerson(app, { role: 'therapist', programId: program.id });
    const agent = await signIn(app, person);
    const email = `new-${randomUUID()}@example.org`;
    expect(await coordinator.call(changePerson, { params: { personId: person.id }, body: { email } })).toMatchObject({ email });
    expect(await agent.refused(readMe, {})).toMatchObject({ code: 'auth.signedOut' });
    expect((await app.mailbox.next(email)).text).toContain('confirm');
    const signedIn = await app.stranger.send('POST', '/api/auth/sign-in/email', { email, password: testPassword });
    expect(signedIn.status).toBe(403);
  });

  it('of somebody with more power cannot be changed, since it opens their account', async () => {
    const powerful = await makePerson(app, { role: 'administrator', programId: program.id });
    const abroad = await makePerson(app, { role: 'therapist', programId: program.id });
    await giveRole(app, abroad.id, 'therapist', other.id);
    for (const personId of [powerful.id, abroad.id]) {
      const body = { email: `taken-${randomUUID()}@example.org`, givenName: 'Renamed' };
      expect(await coordinator.refused(changePerson, { params: { personId }, body })).toMatchObject({ code: 'access.refused' });
      expect((await coordinator.call(readPerson, { params: { personId } })).givenName).not.toBe('Renamed');
    }
  });

  it('that is taken is refused, and one that is given to a person without makes an account', async () => {
    const person = await makePerson(app, { role: 'therapist', programId: program.id, account: false });
    const params = { personId: person.id };
    expect(await coordinator.refused(changePerson, { params, body: { email: therapist.email } })).toMatchObject({
      code: 'person.emailTaken',
    });
    const email = `first-${randomUUID()}@example.org`;
    expect(await coordinator.call(changePerson, { params, body: { email } })).toMatchObject({ hasAccount: true });
    expect((await app.mailbox.next(email)).subject).toBe('Choose your password');
    expect(await coordinator.call(changePerson, { params, body: { email: null } })).toMatchObject({ hasAccount: false, email: null });
    expect(await app.database.query('SELECT 1 FROM auth."user" WHERE email = $1', [email])).toEqual([]);
  });
});

describe('signing out everywhere', () => {
  it('ends every account session and link of the person, and of nobody else', async () => {
    const person = await makePerson(app, { role: 'familyContact', programId: program.id });
    const agents = [await signIn(app, person), await signIn(app, person), await linkFor(app, person)];
    await agents[0]?.call(signOutEverywhere, {});
    for (const agent of agents) expect(await agent.refused(readMe, {})).toMatchObject({ code: 'auth.signedOut' });
    expect(await coordinator.call(readMe, {})).toMatchObject({ via: 'account' });
  });
});

describe('a staff profile', () => {
  const licence = () => ({ id: randomUUID(), type: 'LCSW', number: '1', state: 'NY', from: '2024-01-01', to: '2027-12-31' });
  const profile = { credentials: 'LCSW', npi: '1234567893', preLicensed: false, licences: [licence()], supervision: [] };

  it('is kept whole: credentials, identifier, licences and supervision', async () => {
    const supervisor = await makePerson(app, { role: 'supervisor', programId: program.id });
    const supervision = [{ id: randomUUID(), supervisorId: supervisor.id, from: '2026-01-01', to: null }];
    const params = { personId: therapist.id };
    const whole = { ...profile, preLicensed: true, supervision };
    expect(await coordinator.call(saveStaffProfile, { params, body: whole })).toEqual(whole);
    const less = { ...whole, licences: [] };
    await coordinator.call(saveStaffProfile, { params, body: less });
    expect(await coordinator.call(readStaffProfile, { params })).toEqual(less);
  });

  it('refuses to supervise oneself, a supervisor of another program, and a licence of somebody else', async () => {
    const stranger = await makePerson(app, { role: 'supervisor', programId: other.id });
    const second = await makePerson(app, { role: 'therapist', programId: program.id });
    const licences = [licence()];
    const params = { personId: second.id };
    await coordinator.call(saveStaffProfile, { params: { personId: therapist.id }, body: { ...profile, licences } });
    const by = (supervisorId: string) => ({
      ...profile,
      licences: [],
      supervision: [{ id: randomUUID(), supervisorId, from: '2026-01-01', to: null }],
    });
    expect(await coordinator.refused(saveStaffProfile, { params, body: by(second.id) })).toMatchObject({ code: 'staff.supervisorSelf' });
    const answer = await coordinator.refused(saveStaffProfile, { params, body: by(stranger.id) });
    expect(answer).toMatchObject({ code: 'input.invalid' });
    expect(await coordinator.refused(saveStaffProfile, { params, body: by(randomUUID()) })).toEqual(answer);
    expect(await coordinator.refused(saveStaffProfile, { params, body: { ...profile, licences } })).toMatchObject({ code: 'row.exists' });
  });

  it('refuses an identifier that does not check out', async () => {
    const answer = await coordinator.refused(saveStaffProfile, {
      params: { personId: therapist.id },
      body: { ...profile, npi: '1234567890' },
    });
    expect(answer).toMatchObject({ code: 'input.invalid', fields: { npi: expect.any(String) } });
  });
});
