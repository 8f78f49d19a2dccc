import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { commandRoom, placeKey, type RoomCommand } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { askDoorman, withCookie } from '../testing/cookie-proxy.js';
import { makePatient, makePerson, makeProgram, makeSession, signIn, type TestPerson, type TestSession } from '../testing/factories.js';
import { endMedia, MediaClient } from '../testing/media-client.js';
import { sfuKey, sfuSecret, startSfu, type RealSfu } from '../testing/real-sfu.js';
import { until } from '../testing/until.js';

interface Visitor {
  agent: Agent;
  person: TestPerson;
  device: string;
}

let app: TestApp, sfu: RealSfu, session: TestSession;
let lead: Visitor, ann: Visitor;

beforeAll(async () => {
  sfu = await startSfu('http://127.0.0.1:9/none');
  app = await startApp({ LIVEKIT_URL: sfu.url, LIVEKIT_API_KEY: sfuKey, LIVEKIT_API_SECRET: sfuSecret, DEMO: true });
}, 60_000);
afterAll(async () => {
  await endMedia();
  await app.close();
  await sfu.close();
});

const visitor = async (person: TestPerson): Promise<Visitor> => ({ agent: await signIn(app, person), person, device: randomUUID() });
const run = (by: Visitor, command: RoomCommand) =>
  by.agent.call(commandRoom, { params: { sessionId: session.id }, body: { id: randomUUID(), command } });
const arrive = (by: Visitor) => run(by, { type: 'arrive', device: by.device, stayHere: false });
const ask = (by: Visitor, device = by.device, sessionId = session.id) =>
  askDoorman(app.url, placeKey({ sessionId, device }), { cookie: by.agent.cookie });

beforeEach(async () => {
  const programId = (await makeProgram(app)).id;
  const [therapist, patient] = [await makePerson(app, { role: 'therapist', programId }), await makePatient(app, { programId })];
  session = await makeSession(app, { programId, lead: [therapist], patient: [patient] });
  [lead, ann] = [await visitor(therapist), await visitor(patient)];
});

/** What the audit says of the tries of one person, oldest first. */
async function audited({ person }: Visitor): Promise<{ outcome: string; code: string | null }[]> {
  return app.database.query(
    `SELECT outcome, details ->> 'code' AS code FROM audit_event WHERE action = 'room.token' AND actor_id = $1 ORDER BY id`,
    [person.id],
  );
}

describe('who shows at the media door only where they want in', () => {
  it('comes in while their command is still on its way, and sees the others', async () => {
    await arrive(lead);
    const [mine, theirs] = [await withCookie(app.url, lead.agent.cookie), await withCookie(app.url, ann.agent.cookie)];
    const [camera, watcher] = [new MediaClient(), new MediaClient()];
    await camera.connect(mine.url, placeKey({ sessionId: session.id, device: lead.device }));
    await camera.sendVideo();
    await arrive(ann);
    const early = watcher.connect(theirs.url, placeKey({ sessionId: session.id, device: ann.device }));
    await run(lead, { type: 'admitAll' });
    await early;
    await until(
      () => watcher.frames,
      (frames) => frames > 5,
    );
    expect(await audited(ann)).toEqual([{ outcome: 'done', code: null }]);
    for (const one of [camera, watcher]) await one.close();
    for (const one of [mine, theirs]) one.close();
  }, 30_000);

  it('stays out while they wait, on a device that is not theirs, and after a removal', async () => {
    await arrive(lead);
    await arrive(ann);
    expect(await ask(ann)).toMatchObject({ status: 403 });
    await run(lead, { type: 'admitAll' });
    expect(await ask(ann)).toMatchObject({ status: 200 });
    expect((await ask(ann, randomUUID())).status).toBeGreaterThanOrEqual(400);
    await run(lead, { type: 'remove', seatId: session.seatOf(ann.person).id, mayReturn: false });
    expect((await ask(ann)).status).toBeGreaterThanOrEqual(400);
    expect(await audited(ann)).toEqual([
      { outcome: 'refused', code: 'room.notAdmitted' },
      { outcome: 'done', code: null },
      { outcome: 'refused', code: 'room.otherDevice' },
      { outcome: 'refused', code: 'room.removed' },
    ]);
  }, 30_000);

  it('stays out of a session that is not theirs, without learning that there is one', async () => {
    await arrive(lead);
    const other = await visitor(await makePatient(app, { programId: (await makeProgram(app)).id }));
    const [wrong, none] = [await ask(other, lead.device), await ask(other, lead.device, randomUUID())];
    expect(wrong).toEqual(none);
    expect(wrong.status).toBe(404);
    expect((await askDoorman(app.url, placeKey({ sessionId: session.id, device: lead.device }), { cookie: '' })).status).toBe(401);
  });
});
