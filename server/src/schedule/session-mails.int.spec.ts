import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { addSeat, cancelSession, changeSession } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../testing/app.js';
import { makePatient } from '../testing/factories.js';
import { changeOf, makePlanner, type Planner } from '../testing/planner.js';

let app: TestApp;
let planner: Planner;
beforeAll(async () => {
  app = await startApp();
  planner = await makePlanner(app);
}, 60_000);
afterAll(() => app.close());

const to = (email: string) => app.mailbox.mails.filter((mail) => mail.to === email);

it('mails a patient once when a time is made, once when it moves, not when only words change, and once when it is called off', async () => {
  const { planned, therapist, coordinator, ann, freeDay } = planner;
  const session = await planned([
    [therapist, 'lead'],
    [ann, 'patient'],
  ]);
  const made = await app.mailbox.next(ann.email, ({ subject }) => subject === 'A time for you');
  expect(made.text).toContain('1:00 PM E');
  expect(made.text).toContain(`/go/${session.id}`);
  const params = { sessionId: session.id };
  const renamed = await coordinator.call(changeSession, { params, body: { ...changeOf(session), title: 'Another name' } });
  const day = freeDay();
  const moved = await coordinator.call(changeSession, { params, body: { ...changeOf(renamed), startsLocal: `${day}T15:30` } });
  expect((await app.mailbox.next(ann.email, ({ subject }) => subject === 'Your time has moved')).text).toContain('3:30 PM E');
  expect(moved.title).toBe('Another name');
  await coordinator.call(cancelSession, { params, body: { whose: 'ours', reason: 'Snow' } });
  await app.mailbox.next(ann.email, ({ subject }) => subject === 'Your time is called off');
  expect(to(ann.email).map(({ subject }) => subject)).toEqual(['A time for you', 'Your time has moved', 'Your time is called off']);
  for (const { subject, text, from } of to(ann.email))
    expect(`${subject} ${text} ${from}`).not.toMatch(/session|group|therap|patient|clinic|treat|mental|program|snow|another name|dana/i);
  expect(to(therapist.email)).toEqual([]);
});

it('mails who is added later, and nobody about what is past', async () => {
  const { planned, therapist, coordinator, ann, program } = planner;
  const session = await planned([[therapist, 'lead']]);
  const late = await makePatient(app, { programId: program.id });
  await coordinator.call(addSeat, {
    params: { sessionId: session.id },
    body: { id: randomUUID(), personId: late.id, capacity: 'patient' },
  });
  await app.mailbox.next(late.email);
  expect(to(late.email)).toHaveLength(1);
  const before = to(ann.email).length;
  await planned(
    [
      [therapist, 'lead'],
      [ann, 'patient'],
    ],
    { startsLocal: '2026-11-20T13:00' },
  );
  await coordinator.call(addSeat, { params: { sessionId: session.id }, body: { id: randomUUID(), personId: ann.id, capacity: 'patient' } });
  await app.mailbox.next(ann.email, () => to(ann.email).length > before);
  expect(to(ann.email)).toHaveLength(before + 1);
});
