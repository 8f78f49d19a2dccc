import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandRoom, readPatient, readRoom, type RoomView } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import { DoormanCheck } from '../room/doorman-check.js';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePatient, makePerson, makeProgram, makeSession, signIn, type TestPerson, type TestSession } from '../testing/factories.js';

let app: TestApp;
let therapist: TestPerson;
let agent: Agent;
let session: TestSession;
let patientId: string;

beforeAll(async () => {
  app = await startApp();
  const { id: programId } = await makeProgram(app);
  therapist = await makePerson(app, { role: 'therapist', programId });
  const patient = await makePatient(app, { programId, careTeam: [therapist] });
  patientId = patient.id;
  session = await makeSession(app, { programId, lead: [therapist], patient: [patient] });
  agent = await signIn(app, therapist);
});
afterAll(() => app.close());

const headers = () => ({ cookie: agent.cookie });
const closed = (socket: Socket): Promise<unknown> => new Promise((resolve) => socket.once('disconnect', resolve));
const opened = (socket: Socket): Promise<unknown> => new Promise((resolve) => socket.once('connect', () => resolve(undefined)));

async function placeInMedia(view: RoomView): Promise<{ mediaRoom: string; identity: string }> {
  const rows: { name: string }[] = await app.database.query('SELECT name FROM media_room WHERE session_id = $1', [session.id]);
  return { mediaRoom: rows[0]?.name ?? '', identity: view.me.identity ?? '' };
}

describe('a role that ends', () => {
  it('closes the chart, the room, its news and the way to its media at once, and leaves the sign-in', async () => {
    const device = randomUUID();
    const params = { sessionId: session.id };
    await agent.call(commandRoom, { params, body: { id: randomUUID(), command: { type: 'arrive', device, stayHere: false } } });
    const place = await placeInMedia(await agent.call(readRoom, { params }));
    const check = app.nest.get(DoormanCheck);
    await expect(check.holds(place, headers())).resolves.toMatchObject({ personId: therapist.id });
    const socket = io(app.url.replace('localhost', '127.0.0.1'), {
      transports: ['websocket'],
      extraHeaders: headers(),
      reconnection: false,
    });
    await opened(socket);
    expect(await socket.emitWithAck('room.watch', { sessionId: session.id, device })).toMatchObject({ ok: true });

    const gone = closed(socket);
    await app.database.query('UPDATE role_assignment SET to_at = now() WHERE person_id = $1', [therapist.id]);
    await gone;
    await expect(check.holds(place, headers())).rejects.toMatchObject({ code: 'room.notAdmitted' });
    expect((await agent.refused(readRoom, { params })).status).toBe(404);
    expect((await agent.refused(readPatient, { params: { patientId } })).status).toBe(403);
    socket.connect();
    await opened(socket);
    expect(await socket.emitWithAck('room.watch', { sessionId: session.id, device })).toMatchObject({
      ok: false,
      error: { code: 'row.notFound' },
    });
    socket.disconnect();
  });
});
