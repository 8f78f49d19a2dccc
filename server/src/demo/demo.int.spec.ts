import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isNpi, listNotes, listSessions, readAttendance, readDay, readDemo, readMe, readStaffProfile } from '@rejoin/shared';
import { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePerson } from '../testing/factories.js';
import { staff } from './cast.js';
import { personId } from './demo-id.js';
import { DemoService } from './demo.service.js';
import { demoPeople } from './people.js';

async function signInAs(app: TestApp, person: { email: string; password: string }): Promise<Agent> {
  const response = await app.auth.api.signInEmail({ body: person, asResponse: true });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return new Agent(app.url, cookies.join('; '));
}

describe('a trial', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ DEMO: true, MAIL_INBOX_URL: 'http://localhost:1080' });
  }, 60_000);
  afterAll(() => app.close());

  it('tells a stranger whom to sign in as', async () => {
    expect(await app.stranger.call(readDemo, {})).toEqual({ people: demoPeople, inboxUrl: 'http://localhost:1080' });
  });

  it('lets everyone of them in without a second step', async () => {
    for (const person of demoPeople) {
      const me = await (await signInAs(app, person)).call(readMe, {});
      expect(me).toMatchObject({ email: person.email, mustSetUpTwoFactor: false });
    }
  });

  it('has a group for the therapist and all patients that can be held at once', async () => {
    for (const person of demoPeople.filter(({ role }) => role === 'Therapist' || role === 'Patient')) {
      const day = await (await signInAs(app, person)).call(readDay, {});
      const now = Date.parse(day.now);
      const open = day.sessions.filter(
        ({ startsAt, plannedMinutes }) => Date.parse(startsAt) <= now && Date.parse(startsAt) + plannedMinutes * 60_000 > now,
      );
      expect(open).toMatchObject([{ title: 'Open group', leadNames: expect.arrayContaining(['Ruth']) }]);
    }
  });

  it('plans no second open group and no session twice when it starts again', async () => {
    const count = async (): Promise<unknown> => app.database.query('SELECT count(*) FROM session');
    const before = await count();
    await app.nest.get(DemoService).onApplicationBootstrap();
    expect(await count()).toEqual(before);
  });

  it('opens a new group when the one of today was held', async () => {
    await app.database.query(`UPDATE session SET started_at = starts_at, ended_at = now(), ending = 'lead' WHERE title = 'Open group'`);
    await app.nest.get(DemoService).onApplicationBootstrap();
    const open = await app.database.query(`SELECT 1 FROM session WHERE title = 'Open group' AND ended_at IS NULL`);
    expect(open).toHaveLength(1);
  });

  it('has a week ahead without weekends', async () => {
    const supervisor = demoPeople.find(({ role }) => role === 'Supervisor');
    if (!supervisor) throw new Error('supervisor');
    const agent = await signInAs(app, supervisor);
    const from = new Date(Date.now() + 86_400_000);
    const sessions = await agent.call(listSessions, {
      query: { from: from.toISOString(), to: new Date(from.getTime() + 8 * 86_400_000).toISOString() },
    });
    const days = new Set(sessions.map(({ startsAt, zone }) => Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone).dayOfWeek));
    expect([...days].sort()).toEqual([1, 2, 3, 4, 5].filter((day) => days.has(day)));
    expect(sessions.length).toBeGreaterThanOrEqual(8);
  });

  it('has a finished session with twelve patients, their minutes, and notes in every state', async () => {
    const ruth = await signInAs(app, demoPeople[0] ?? { email: '', password: '' });
    const { notesToSign } = await ruth.call(readDay, {});
    expect(notesToSign.map(({ title, parts, unsigned }) => [title, parts, unsigned])).toContainEqual(['Day group', 13, expect.any(Number)]);
    const params = { sessionId: notesToSign.find(({ title }) => title === 'Day group')?.sessionId ?? '' };
    const { people, mostPatientsAtOnce } = await ruth.call(readAttendance, { params });
    expect(mostPatientsAtOnce).toBe(12);
    const minutes = people.filter(({ capacity }) => capacity === 'patient').map(({ presentSeconds }) => Math.floor(presentSeconds / 60));
    expect([minutes.length, Math.min(...minutes), Math.max(...minutes)]).toEqual([12, 151, 181]);
    const { group, patients } = await ruth.call(listNotes, { params });
    const states = patients.map(({ note }) => note?.status ?? 'none').sort();
    expect(group?.note?.status).toBe('signed');
    const of = (state: string) => states.filter((one) => one === state).length;
    expect({ signed: of('signed'), awaiting: of('awaitingCosignature'), draft: of('draft'), none: of('none') }).toEqual({
      signed: 6,
      awaiting: 3,
      draft: 1,
      none: 2,
    });
    expect(patients.every(({ note }) => note?.lateEntryOn === null || note === null || note.status === 'draft')).toBe(true);
  });

  it('prints identifiers that check out', async () => {
    const admin = await signInAs(app, demoPeople.at(-1) ?? { email: '', password: '' });
    for (const { key, profile } of staff.filter((one) => one.profile)) {
      expect(isNpi(profile?.npi ?? '')).toBe(true);
      expect(await admin.call(readStaffProfile, { params: { personId: personId(key) } })).toMatchObject({
        credentials: profile?.credentials,
        npi: profile?.npi,
      });
    }
  });
});

describe('a database with other people', () => {
  it('is left alone, and no demo people are named', async () => {
    const app = await startApp();
    try {
      expect(await app.stranger.call(readDemo, {})).toEqual({ people: [], inboxUrl: null });
      await makePerson(app);
      app.config.DEMO = true;
      await app.nest.get(DemoService).onApplicationBootstrap();
      expect(await app.database.query('SELECT 1 FROM session')).toEqual([]);
      expect(await app.stranger.call(readDemo, {})).toEqual({ people: [], inboxUrl: null });
    } finally {
      await app.close();
    }
  });
});
