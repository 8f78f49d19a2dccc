import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { changePerson, createPerson, enrolPatient, inviteAgain, readInvitation } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePerson, makeProgram, signIn } from '../testing/factories.js';
import { clinicalWordsIn } from '../testing/mail-words.js';
import { authMails, authPages } from './auth-mails.js';
import { Browser, forgetTries, tokenIn } from './testing/browser.js';

let app: TestApp;
let programId: string;
let office: Agent;

beforeAll(async () => {
  app = await startApp();
  programId = (await makeProgram(app, { name: 'Riverside Intensive Outpatient Therapy' })).id;
  office = await signIn(app, await makePerson(app, { role: 'administrator', programId }));
});
afterAll(() => app.close());
beforeEach(() => forgetTries(app));

const newPerson = (email: string) => ({
  id: randomUUID(),
  givenName: 'Robin',
  familyName: 'Ashdown',
  displayName: 'Robin',
  zone: 'America/New_York',
  email,
});
const address = (): string => `robin-${randomUUID().slice(0, 8)}@example.org`;

async function invited(): Promise<{ id: string; email: string }> {
  const email = address();
  const person = newPerson(email);
  await office.call(enrolPatient, {
    body: {
      person,
      dateOfBirth: '1990-04-12',
      recordNumber: randomUUID().slice(0, 20),
      programId,
      episode: { id: randomUUID(), openedOn: '2026-11-02' },
    },
  });
  await app.mailbox.next(email);
  return { id: person.id, email };
}

const signIns = async (): Promise<number> => {
  const rows: { count: number }[] = await app.database.query('SELECT count(*)::int FROM auth.session');
  return rows[0]?.count ?? 0;
};

/** As if the last invitation had been sent that long ago. */
const sentAgo = (personId: string, minutes: number) =>
  app.database.query(`UPDATE invitation SET sent_at = sent_at - make_interval(mins => $2) WHERE person_id = $1`, [personId, minutes]);

describe('a mail that we send', () => {
  it('says no clinical word in any template, nor in its link', () => {
    for (const [name, mail] of Object.entries(authMails)) {
      const { subject, text } = mail('https://rejoin.example.org/account/x?token=abc');
      expect([name, clinicalWordsIn({ from: app.config.MAIL_FROM, subject, text })]).toEqual([name, []]);
    }
    for (const page of Object.values(authPages)) {
      expect(clinicalWordsIn({ from: '', subject: '', text: page('https://rejoin.example.org', 'x') })).toEqual([]);
    }
  });

  it('is found out where it does say one', () => {
    const bad = { from: 'Rejoin <a@b>', subject: 'Your therapy group', text: 'Open https://rejoin.example.org/sessions/1' };
    expect(clinicalWordsIn(bad)).toEqual(['therap', 'session']);
  });

  it('names neither the person nor the program, is plain text, and signs nobody in when its page is opened', async () => {
    const { id, email } = await invited();
    await sentAgo(id, 11);
    await office.call(inviteAgain, { params: { personId: id } });
    await office.call(changePerson, { params: { personId: id }, body: { email: address() } });
    await app.mailbox.next(email, ({ subject }) => /was changed/.test(subject));
    const own = await makePerson(app, { role: 'patient', programId });
    await new Browser(app).post('/request-password-reset', { email: own.email });
    await new Browser(app).post('/send-verification-email', { email: own.email });
    await app.mailbox.next(own.email);
    const before = await signIns();
    for (const mail of app.mailbox.mails) {
      expect(clinicalWordsIn(mail)).toEqual([]);
      expect(`${mail.subject} ${mail.text}`).not.toMatch(/Robin|Ashdown|Riverside|<\w+/);
      const browser = new Browser(app);
      for (const [link] of mail.text.matchAll(/https?:\S+/g)) await browser.send('GET', link.slice(app.url.length));
      expect(await browser.me()).toBe(401);
    }
    expect(app.mailbox.mails.length).toBeGreaterThanOrEqual(4);
    expect(await signIns()).toBe(before);
  });
});

describe('an invitation', () => {
  it('lets choose a password once, signs nobody in by itself, and is told as opened after that', async () => {
    const { id, email } = await invited();
    const params = { personId: id };
    const waiting = await office.call(readInvitation, { params });
    expect(waiting.state).toBe('waiting');
    expect(Date.parse(waiting.expiresAt ?? '') - Date.parse(waiting.sentAt ?? '')).toBe(7 * 86_400_000);
    const token = tokenIn((await app.mailbox.next(email)).text);
    const browser = new Browser(app);
    expect((await browser.post('/reset-password', { token, newPassword: 'chosen-by-robin' })).status).toBe(200);
    expect(await browser.me()).toBe(401);
    expect(await office.call(readInvitation, { params })).toMatchObject({ state: 'opened' });
    expect(await office.refused(inviteAgain, { params })).toMatchObject({ status: 409, code: 'invitation.opened' });
    expect((await browser.signIn({ email }, 'chosen-by-robin')).status).toBe(200);
  });

  it('is mailed again after ten minutes and five times a day at most, and ends the links before it', async () => {
    const { id, email } = await invited();
    const params = { personId: id };
    const first = tokenIn((await app.mailbox.next(email)).text);
    expect(await office.refused(inviteAgain, { params })).toMatchObject({ status: 429, code: 'invitation.tooSoon' });
    await sentAgo(id, 11);
    await office.call(inviteAgain, { params });
    const second = tokenIn((await app.mailbox.next(email, ({ text }) => !text.includes(first))).text);
    const browser = new Browser(app);
    expect((await browser.post('/reset-password', { token: first, newPassword: 'chosen-by-robin' })).status).toBe(400);
    for (let i = 0; i < 3; i++) {
      await sentAgo(id, 11);
      await office.call(inviteAgain, { params });
    }
    await sentAgo(id, 11);
    expect(await office.refused(inviteAgain, { params })).toMatchObject({ code: 'invitation.tooSoon' });
    expect((await browser.post('/reset-password', { token: second, newPassword: 'chosen-by-robin' })).status).toBe(400);
  });

  it('tells when it is over, and when there is no address', async () => {
    const { id } = await invited();
    await app.database.query(
      `UPDATE invitation SET sent_at = now() - interval '8 days', expires_at = now() - interval '1 day' WHERE person_id = $1`,
      [id],
    );
    expect(await office.call(readInvitation, { params: { personId: id } })).toMatchObject({ state: 'over' });
    const roles = [{ id: randomUUID(), role: 'therapist' as const, programId, from: new Date().toISOString() }];
    const noMail = { ...newPerson(''), email: null, roles };
    await office.call(createPerson, { body: noMail });
    const params = { personId: noMail.id };
    expect(await office.call(readInvitation, { params })).toEqual({ state: 'none', sentAt: null, expiresAt: null });
    expect(await office.refused(inviteAgain, { params })).toMatchObject({ code: 'invitation.noAddress' });
  });
});
