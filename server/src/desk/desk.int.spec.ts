import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readDay } from '@rejoin/shared';
import { startApp, type TestApp } from '../testing/app.js';
import { inHours, makePatient, makePerson, makeProgram, makeSession, signIn } from '../testing/factories.js';

let app: TestApp;
let program: { id: string };

beforeAll(async () => {
  app = await startApp();
  program = await makeProgram(app);
});
afterAll(() => app.close());

describe('my day', () => {
  it('shows my sessions with the names the group sees, and the notes that wait for me', async () => {
    const other = await makePerson(app, { role: 'therapist', programId: program.id });
    const ben = await makePatient(app, { programId: program.id });
    const mine = await signIn(app, other);
    const ended = await makeSession(app, { programId: program.id, startsAt: inHours(-3), minutes: 60, lead: [other], patient: [ben] });
    const planned = await makeSession(app, { programId: program.id, startsAt: inHours(24), lead: [other], patient: [ben] });
    await makeSession(app, { programId: program.id, startsAt: inHours(24 * 20), lead: [other], patient: [ben] });
    await app.database.query(
      `UPDATE session SET started_at = starts_at, ended_at = starts_at + interval '1 hour', ending = 'everyoneLeft' WHERE id = $1`,
      [ended.id],
    );
    const day = await mine.call(readDay, {});
    expect(day.sessions.map(({ id, leadNames, capacity }) => ({ id, leadNames, capacity }))).toEqual([
      { id: ended.id, leadNames: [other.displayName], capacity: 'lead' },
      { id: planned.id, leadNames: [other.displayName], capacity: 'lead' },
    ]);
    expect(day.notesToSign).toMatchObject([{ sessionId: ended.id, parts: 2, unsigned: 2 }]);
    expect(day.endsToConfirm).toMatchObject([{ sessionId: ended.id }]);
    const patientDay = await (await signIn(app, ben)).call(readDay, {});
    expect(patientDay.sessions.map(({ id }) => id)).toEqual([ended.id, planned.id]);
    expect(JSON.stringify(patientDay)).not.toContain(other.familyName);
    expect([patientDay.notesToSign, patientDay.notesToCosign, patientDay.endsToConfirm]).toEqual([[], [], []]);
  });
});
