import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../testing/app.js';
import { makePerson, type TestPerson } from '../testing/factories.js';
import { Desk } from './testing/desk.js';

let app: TestApp;
let desk: Desk;
let observer: TestPerson;
let mother: TestPerson;
let start: Date;

const at = (minutes: number): string => new Date(start.getTime() + minutes * 60_000).toISOString();

async function wasIn(person: { id: string }, from: number, to: number, media: readonly string[]): Promise<void> {
  const seat = desk.session.seatOf(person);
  await app.database.query(
    `INSERT INTO connection (sid, session_id, seat_id, person_id, place, from_at, to_at, last_seen, from_source, to_source)
     VALUES ($1, $2, $3, $4, 'main', $5, $6, $6, 'webhook', 'webhook')`,
    [randomUUID(), desk.session.id, seat.id, person.id, at(from), at(to)],
  );
  for (const kind of media) {
    await app.database.query(
      `INSERT INTO medium (session_id, person_id, kind, from_at, to_at, last_seen, source) VALUES ($1, $2, $3, $4, $5, $5, 'heartbeat')`,
      [desk.session.id, person.id, kind, at(from + 1), at(to)],
    );
  }
}

/** Three hours planned; held from minute 2 to minute 150, with a break from 60 to 75. */
async function hold(): Promise<void> {
  const { id, blockIds } = desk.session;
  start = desk.session.startsAt;
  await app.database.query(`UPDATE session SET started_at = $2, ended_at = $3, ending = 'lead' WHERE id = $1`, [id, at(2), at(150)]);
  await app.database.query(`INSERT INTO activity (session_id, kind, from_at, to_at) VALUES ($1, 'break', $2, $3)`, [id, at(60), at(75)]);
  await app.database.query(`INSERT INTO actual_block (session_id, block_id, from_at, to_at) VALUES ($1, $2, $3, $4), ($1, $5, $4, $6)`, [
    id,
    blockIds[0],
    at(2),
    at(40),
    blockIds[1],
    at(150),
  ]);
  await wasIn(desk.lead, 0, 150, ['videoSent', 'audioSent']);
  await wasIn(observer, 0, 150, []);
  await wasIn(mother, 90, 150, ['audioSent']);
  await wasIn(desk.ann, 10, 140, ['audioSent', 'videoSent']);
  await wasIn(desk.ben, 20, 100, ['audioSent', 'couldHear']);
  await app.database.query(
    `INSERT INTO room_event (session_id, seq, at, actor_id, type, v, payload) VALUES
       ($1, 1, $2, $4, 'seat.admitted', 1, $5), ($1, 2, $3, $4, 'seat.admitted', 1, $5)`,
    [id, at(9), at(50), desk.lead.id, { seatId: desk.session.seatOf(desk.ann).id }],
  );
}

beforeAll(async () => {
  app = await startApp();
  desk = await Desk.open(app);
  const programId = desk.program.id;
  observer = await makePerson(app, { role: 'prescriber', programId, givenName: 'Omar', familyName: 'Quist' });
  mother = await makePerson(app, { role: 'familyContact', programId, account: false, familyName: 'Secretname' });
  await app.database.query(`INSERT INTO staff_profile (person_id, credentials) VALUES ($1, 'LCSW'), ($2, 'MD')`, [
    desk.lead.id,
    observer.id,
  ]);
  await desk.newSession({ observer: [observer], family: [mother] });
  await hold();
});
afterAll(() => app.close());

describe('the facts of a part', () => {
  it('are the patient’s own, as they were measured', async () => {
    const { facts } = await desk.slotOf(desk.ann);
    expect(facts).toMatchObject({
      patient: { name: 'Annika Möller', dateOfBirth: '1990-04-01', recordNumber: expect.stringMatching(/^MRN-/), part2: false },
      planned: { from: at(0), to: at(180) },
      actual: { from: at(2), to: at(150) },
      own: { in: at(10), out: at(140), presentMinutes: 130, countedMinutes: 115 },
      modality: 'video',
      patientsAtOnce: 2,
      admitted: { byName: 'Lea Dorn', at: at(9) },
    });
    expect((await desk.slotOf(desk.ben)).facts).toMatchObject({
      own: { in: at(20), out: at(100), presentMinutes: 80, countedMinutes: 65 },
      modality: 'audio',
      admitted: null,
    });
  });

  it('name staff with credentials and everyone else as a number, never another patient or a family', async () => {
    const { facts } = await desk.slotOf(desk.ann);
    expect(facts.staff).toEqual([
      { name: 'Lea Dorn', credentials: 'LCSW', capacity: 'lead' },
      { name: 'Omar Quist', credentials: 'MD', capacity: 'observer' },
    ]);
    expect(facts.others).toEqual([{ capacity: 'family', count: 1 }]);
    const told = JSON.stringify(facts);
    for (const secret of ['Secretname', desk.ben.givenName, desk.ben.familyName, desk.ben.id]) expect(told).not.toContain(secret);
  });

  it('tell the agenda as it really was', async () => {
    expect((await desk.slotOf(desk.ann)).facts.blocks).toEqual([
      { kind: 'checkIn', topic: '', treatment: true, from: at(2), to: at(40) },
      { kind: 'process', topic: '', treatment: true, from: at(40), to: at(150) },
    ]);
  });

  it('are those of the group in the common part, without any patient', async () => {
    const { group } = await desk.list();
    expect(group?.facts).toMatchObject({
      patient: null,
      own: null,
      patientPlace: null,
      admitted: null,
      modality: 'video',
      patientsAtOnce: 2,
    });
    for (const { givenName, familyName, id } of [desk.ann, desk.ben]) {
      for (const secret of [givenName, familyName, id]) expect(JSON.stringify(group)).not.toContain(secret);
    }
  });

  it('hold the place that the patient named at the gate of this session', async () => {
    await app.database.query(`UPDATE gate SET place = $2 WHERE seat_id = $1`, [
      desk.session.seatOf(desk.ann).id,
      { kind: 'transitional', address: '12 Elm St, Troy', state: 'NY', emergencyLine: '5185550100' },
    ]);
    await app.database.query('UPDATE gate SET place = NULL, place_id = NULL WHERE seat_id = $1', [desk.session.seatOf(desk.ben).id]);
    const place = { kind: 'transitional', address: '12 Elm St, Troy', state: 'NY' };
    expect([(await desk.slotOf(desk.ann)).facts.patientPlace, (await desk.slotOf(desk.ben)).facts.patientPlace]).toEqual([place, null]);
  });

  it('of who did not come say so', async () => {
    const before = desk.session;
    await desk.newSession();
    expect((await desk.slotOf(desk.ann)).facts).toMatchObject({
      actual: { from: null, to: null },
      own: { in: null, out: null, presentMinutes: 0, countedMinutes: 0 },
      modality: null,
      staff: [],
      patientsAtOnce: 0,
      blocks: [],
    });
    desk.session = before;
  });

  it('hold for a session that was over before its planned start', async () => {
    const before = desk.session;
    await desk.newSession({ observer: [observer] });
    await app.database.query(
      `UPDATE session SET started_at = starts_at - interval '2 hours', ended_at = starts_at - interval '1 hour', ending = 'lead' WHERE id = $1`,
      [desk.session.id],
    );
    start = new Date(desk.session.startsAt.getTime() - 2 * 3_600_000);
    await wasIn(observer, 0, 60, []);
    expect((await desk.slotOf(desk.ann)).facts.staff).toMatchObject([{ name: 'Omar Quist', capacity: 'observer' }]);
    start = before.startsAt;
    desk.session = before;
  });

  it('grow while the session runs, and stand still in what is signed', async () => {
    const signed = await desk.signed(await desk.draft());
    await app.database.query(
      `INSERT INTO correction (id, session_id, person_id, effect, from_at, to_at, reason, author_id) VALUES ($1, $2, $3, 'remove', $4, $5, 'Away', $6)`,
      [randomUUID(), desk.session.id, desk.ann.id, at(10), at(40), desk.lead.id],
    );
    const slot = await desk.slotOf(desk.ann);
    expect([slot.facts.own?.presentMinutes, slot.note?.contentHash]).toEqual([130, signed.contentHash]);
    expect((await desk.slotOf(desk.ben)).facts.own?.presentMinutes).toBe(80);
  });
});
