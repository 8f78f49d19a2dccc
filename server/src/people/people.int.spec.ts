import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPerson, enrolPatient, listPatients, listPeople, readMe, readPatient, readPerson } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { linkFor, makePatient, makePerson, makeProgram, signIn } from '../testing/factories.js';

let app: TestApp;
let program: { id: string };
let other: { id: string };
let coordinator: Agent;

beforeAll(async () => {
  app = await startApp();
  program = await makeProgram(app);
  other = await makeProgram(app);
  coordinator = await signIn(app, await makePerson(app, { role: 'coordinator', programId: program.id }));
});
afterAll(() => app.close());

const newPatient = (given: { dateOfBirth?: string; programId?: string } = {}) => ({
  person: {
    id: randomUUID(),
    givenName: 'Nora',
    familyName: 'Quill',
    displayName: 'Nora',
    zone: 'America/Chicago',
    email: `nora-${randomUUID()}@example.org`,
  },
  dateOfBirth: '1991-02-03',
  recordNumber: `R-${randomUUID().slice(0, 8)}`,
  programId: program.id,
  episode: { id: randomUUID(), cohortId: null, part2: false, openedOn: '2026-11-01', level: 'iop' as const },
  ...given,
});

describe('me', () => {
  it('tells an account who it is and which programs it belongs to', async () => {
    const me = await coordinator.call(readMe, {});
    expect(me).toMatchObject({ personId: coordinator.personId, via: 'account', twoFactorOn: true, mustSetUpTwoFactor: false });
    expect(me.programs.map(({ id }) => id)).toEqual([program.id]);
  });

  it('knows a family contact by link', async () => {
    const contact = await makePerson(app, { role: 'familyContact', programId: program.id, account: false });
    const link = await linkFor(app, contact);
    expect(await link.call(readMe, {})).toMatchObject({ personId: contact.id, via: 'link', email: null });
  });
});

describe('enrolling', () => {
  it('makes person, account, role and episode, and mails a page to choose a password', async () => {
    const input = newPatient();
    const patient = await coordinator.call(enrolPatient, { body: input });
    expect(patient).toMatchObject({ hasAccount: true, recordNumber: input.recordNumber });
    expect(patient.episodes).toMatchObject([{ programId: program.id, openedOn: '2026-11-01', steps: [{ level: 'iop' }] }]);
    const mail = await app.mailbox.next(input.person.email);
    expect(mail.subject).toBe('Choose your password');
    expect(`${mail.subject} ${mail.from} ${mail.text}`).not.toMatch(/patient|therap|treat|health|clinic|program|session|Nora|Quill/i);
    const token = /\?token=([\w-]+)/.exec(mail.text)?.[1];
    const chosen = await app.stranger.send('POST', '/api/auth/reset-password', { token, newPassword: 'a-long-new-password' });
    expect(chosen.status).toBe(200);
    const signedIn = await app.stranger.send('POST', '/api/auth/sign-in/email', {
      email: input.person.email,
      password: 'a-long-new-password',
    });
    expect(signedIn).toMatchObject({ status: 200 });
  });

  it('refuses who is under 18 and keeps nothing', async () => {
    const input = newPatient({ dateOfBirth: '2009-06-01' });
    expect(await coordinator.refused(enrolPatient, { body: input })).toMatchObject({ status: 422, code: 'patient.under18' });
    const left = await app.database.query('SELECT 1 FROM person WHERE id = $1', [input.person.id]);
    const accounts = await app.database.query('SELECT 1 FROM auth."user" WHERE email = $1', [input.person.email]);
    expect([left, accounts]).toEqual([[], []]);
  });

  it('changes nothing when it is asked again', async () => {
    const input = newPatient();
    const first = await coordinator.call(enrolPatient, { body: input });
    expect(await coordinator.call(enrolPatient, { body: input })).toEqual(first);
  });

  it('makes one patient of the same request sent several times at once', async () => {
    const input = newPatient();
    const answers = await Promise.all(Array.from({ length: 5 }, () => coordinator.ask(enrolPatient, { body: input })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  it('refuses an address that is taken and keeps nothing of the person', async () => {
    const first = newPatient();
    await coordinator.call(enrolPatient, { body: first });
    const second = newPatient();
    second.person.email = first.person.email.toUpperCase();
    expect(await coordinator.refused(enrolPatient, { body: second })).toMatchObject({ code: 'person.emailTaken' });
    expect(await app.database.query('SELECT 1 FROM person WHERE id = $1', [second.person.id])).toEqual([]);
  });
});

describe('a mail server that is down', () => {
  it('loses no person: the account is there, and another mail can be asked for', async () => {
    const offline = await startApp({ SMTP_URL: 'smtp://127.0.0.1:9' });
    try {
      const place = await makeProgram(offline);
      const agent = await signIn(offline, await makePerson(offline, { role: 'coordinator', programId: place.id }));
      const input = newPatient({ programId: place.id });
      expect(await agent.call(enrolPatient, { body: input })).toMatchObject({ hasAccount: true, email: input.person.email });
      const again = await offline.stranger.send('POST', '/api/auth/request-password-reset', { email: input.person.email });
      expect(again.status).toBe(200);
    } finally {
      await offline.close();
    }
  });
});

describe('lists', () => {
  it('show a therapist the patients of their care team only', async () => {
    const therapist = await makePerson(app, { role: 'therapist', programId: program.id });
    const mine = await makePatient(app, { programId: program.id, careTeam: [therapist] });
    const foreign = await makePatient(app, { programId: program.id });
    const agent = await signIn(app, therapist);
    expect((await agent.call(listPatients, {})).map(({ id }) => id)).toEqual([mine.id]);
    const people = (await agent.call(listPeople, {})).map(({ id }) => id);
    expect(people).toContain(mine.id);
    expect(people).not.toContain(foreign.id);
    expect(await agent.refused(readPatient, { params: { patientId: foreign.id } })).toMatchObject({ code: 'row.notFound' });
  });

  it('end at the programs of who asks', async () => {
    const elsewhere = await makePatient(app, { programId: other.id });
    const here = await makePatient(app, { programId: program.id });
    const found = (await coordinator.call(listPatients, {})).map(({ id }) => id);
    expect(found).toContain(here.id);
    expect(found).not.toContain(elsewhere.id);
    expect(await coordinator.call(listPatients, { query: { programId: other.id } })).toEqual([]);
    expect((await coordinator.call(listPeople, { query: { role: 'patient' } })).map(({ id }) => id)).not.toContain(elsewhere.id);
    expect(await coordinator.refused(readPerson, { params: { personId: elsewhere.id } })).toMatchObject({ status: 404 });
  });
});

describe('handing out roles', () => {
  const person = (roles: { role: 'therapist' | 'administrator' | 'supervisor'; programId: string | null }[]) => ({
    id: randomUUID(),
    givenName: 'Ted',
    familyName: 'Marsh',
    displayName: 'Ted',
    zone: 'America/New_York',
    roles: roles.map((role) => ({ ...role, id: randomUUID(), from: '2026-01-01T00:00:00Z' })),
  });

  it('lets a coordinator add a therapist to their program', async () => {
    const created = await coordinator.call(createPerson, { body: person([{ role: 'therapist', programId: program.id }]) });
    expect(created.roles).toMatchObject([{ role: 'therapist', programId: program.id }]);
  });

  it('makes one person of the same request sent several times at once', async () => {
    const body = person([{ role: 'therapist', programId: program.id }]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => coordinator.ask(createPerson, { body })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  });

  it.each([
    ['an administrator', 'administrator', 'access.refused'],
    ['a supervisor', 'supervisor', 'access.refused'],
  ] as const)('refuses a coordinator who adds %s', async (_, role, code) => {
    expect(await coordinator.refused(createPerson, { body: person([{ role, programId: program.id }]) })).toMatchObject({ code });
  });

  it('refuses a role in a program of others, and a role in all programs', async () => {
    const foreign = person([{ role: 'therapist', programId: other.id }]);
    expect(await coordinator.refused(createPerson, { body: foreign })).toMatchObject({ code: 'row.notFound' });
    const everywhere = person([{ role: 'therapist', programId: null }]);
    expect(await coordinator.refused(createPerson, { body: everywhere })).toMatchObject({ code: 'access.refused' });
  });
});
