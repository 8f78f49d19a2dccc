import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { commandRoom, readAttendance, takeToken } from '@rejoin/shared';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { Clock } from '../common/clock.js';
import { DoormanSweep } from '../room/doorman-sweep.js';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePatient, makePerson, makeProgram, makeSession, signIn, type TestPatient, type TestPerson } from '../testing/factories.js';
import { deliver, FakeSfu, signedNews, type SfuNews, type SfuParticipant } from '../testing/sfu.js';
import { AttendanceService } from './attendance.service.js';
import { ConnectionsService } from './connections.service.js';
import { Presence } from './presence.js';

let app: TestApp;
let sfu: FakeSfu;
let therapist: TestPerson;
let patients: TestPatient[];
let agents: Agent[];
let lead: Agent;
/** The time of the played history. */
let now = Date.now();

beforeAll(async () => {
  sfu = await new FakeSfu().start();
  app = await startApp({ LIVEKIT_URL: sfu.url, DEMO: true });
  app.nest.get(Clock).now = () => new Date(now);
  const programId = (await makeProgram(app)).id;
  therapist = await makePerson(app, { role: 'therapist', programId });
  patients = [await makePatient(app, { programId }), await makePatient(app, { programId })];
  lead = await signIn(app, therapist);
  agents = [await signIn(app, patients[0] ?? therapist), await signIn(app, patients[1] ?? therapist)];
}, 60_000);
afterAll(async () => {
  await app.close();
  sfu.stop();
});

/** How somebody goes: by choice, by a killed browser, by a dead network, or because the SFU fell over. */
const endings = ['orderly', 'killed', 'deadNetwork', 'sfuLost'] as const;
const fates = ['passed', 'dropped', 'doubled', 'late'] as const;

const Visit = fc.record({
  pauseMs: fc.integer({ min: 500, max: 30_000 }),
  stayMs: fc.integer({ min: 1_500, max: 60_000 }),
  ending: fc.constantFrom(...endings),
  fates: fc.tuple(fc.constantFrom(...fates), fc.constantFrom(...fates)),
  lateMs: fc.tuple(fc.integer({ min: 100, max: 40_000 }), fc.integer({ min: 100, max: 40_000 })),
  beatAfterMs: fc.integer({ min: 0, max: 1_999 }),
});
type Visit = typeof Visit extends fc.Arbitrary<infer T> ? T : never;
type Step = { at: number; run: () => unknown };

interface Room {
  sessionId: string;
  name: string;
  start: number;
}

/** How long a killed browser and a dead line stay at the SFU. */
const noticedAfterMs = 20_000;
const toleranceMs: Record<Visit['ending'], number> = { orderly: 1_000, killed: 3_000, deadNetwork: 3_000, sfuLost: 3_000 };

async function openRoom(): Promise<Room & { identities: string[]; seatIds: string[] }> {
  const session = await makeSession(app, {
    programId: (patients[0] ?? { programId: '' }).programId,
    lead: [therapist],
    patient: patients,
    startsAt: nextStart(),
  });
  const params = { sessionId: session.id };
  const run = (agent: Agent, command: Parameters<typeof lead.call<typeof commandRoom>>[1]['body']['command']) =>
    agent.call(commandRoom, { params, body: { id: randomUUID(), command } });
  const devices = agents.map(() => randomUUID());
  await run(lead, { type: 'arrive', device: randomUUID() });
  for (const [index, agent] of agents.entries()) await run(agent, { type: 'arrive', device: devices[index] ?? '' });
  await run(lead, { type: 'admitAll' });
  await run(lead, { type: 'start' });
  const start = now;
  const identities: string[] = [];
  for (const [index, agent] of agents.entries()) {
    identities.push((await agent.call(takeToken, { params, body: { device: devices[index] ?? '' } })).identity);
  }
  const [{ name }] = await app.database.query(`SELECT name FROM media_room WHERE session_id = $1`, [session.id]);
  return { sessionId: session.id, name, start, identities, seatIds: patients.map((patient) => session.seatOf(patient).id) };
}

let sessions = 0;
const nextStart = (): Date => new Date(Date.now() + (sessions += 1) * 4 * 3_600_000);

/** Everything that one person's visits make the server see, as steps in time. */
function stepsOf(
  room: Room,
  who: { identity: string; seatId: string; personId: string },
  visits: readonly Visit[],
): { steps: Step[]; truth: number; tolerance: number } {
  const steps: Step[] = [];
  let at = room.start;
  let [truth, tolerance] = [0, 0];
  for (const visit of visits) {
    const joined = at + visit.pauseMs;
    const left = joined + visit.stayMs;
    steps.push(...stepsOfVisit(room, who, visit, { joined, left }));
    truth += visit.stayMs;
    tolerance += toleranceMs[visit.ending];
    at = left + (visit.ending === 'deadNetwork' || visit.ending === 'killed' ? noticedAfterMs + 500 : 500);
  }
  return { steps, truth, tolerance };
}

function stepsOfVisit(
  room: Room,
  { identity, seatId, personId }: { identity: string; seatId: string; personId: string },
  visit: Visit,
  { joined, left }: { joined: number; left: number },
): Step[] {
  const { ending, beatAfterMs } = visit;
  const connections = app.nest.get(ConnectionsService);
  const participant: SfuParticipant = { sid: `PA_${randomUUID().slice(0, 12)}`, identity, joinedAt: joined };
  const isNoticedLate = ending === 'killed' || ending === 'deadNetwork';
  const gone = left + (isNoticedLate ? noticedAfterMs : 0);
  const reason = ending === 'orderly' ? 'CLIENT_INITIATED' : 'CONNECTION_TIMEOUT';
  const news = (event: string, at: number): SfuNews => ({
    event,
    room: room.name,
    participant,
    at,
    reason: event === 'participant_left' ? reason : undefined,
  });
  const beat = (at: number) => () =>
    app.nest.get(AttendanceService).beat({
      ...{ sessionId: room.sessionId, seatId, personId, identity, place: 'main' },
      ...{ connected: true, videoSent: true, audioSent: false, couldHear: true, at: new Date(at) },
    });
  const beats = [];
  for (let at = joined + beatAfterMs; at < left; at += 2_000) beats.push({ at, run: beat(at) });
  const socket = ending === 'deadNetwork' || ending === 'sfuLost' ? left - 2_000 : left;
  return [
    { at: joined, run: () => sfu.people(room.name).set(identity, participant) },
    { at: joined + 1_000, run: () => app.nest.get(Presence).ask(room.sessionId) },
    ...beats,
    { at: gone, run: () => sfu.leave(room.name, identity) },
    { at: ending === 'deadNetwork' ? gone : left, run: () => connections.socketClosed(identity, new Date(Math.max(joined, socket))) },
    ...delivered(news('participant_joined', joined), visit.fates[0], joined + 50, visit.lateMs[0]),
    ...(ending === 'sfuLost' ? [] : delivered(news('participant_left', gone), visit.fates[1], gone + 50, visit.lateMs[1])),
  ];
}

function delivered(news: SfuNews, fate: Visit['fates'][0], at: number, lateMs: number): Step[] {
  const run = async () => expect(await deliver(app, signedNews(app, news))).toBe(200);
  if (fate === 'dropped') return [];
  if (fate === 'late') return [{ at: at + lateMs, run }];
  return fate === 'doubled'
    ? [
        { at, run },
        { at: at + lateMs, run },
      ]
    : [{ at, run }];
}

/** The server's own looks at the SFU: every ten seconds, and when something is unsure. */
async function play(room: Room, steps: readonly Step[]): Promise<void> {
  const sweep = app.nest.get(DoormanSweep);
  let asked = false;
  const listening = app.nest.get(Presence).unsure$.subscribe(() => (asked = true));
  const ordered = [...steps].sort((a, b) => a.at - b.at);
  const end = (ordered.at(-1)?.at ?? room.start) + 60_000;
  let nextSweep = room.start + 10_000;
  for (const step of [...ordered, { at: end, run: () => undefined }]) {
    for (; nextSweep < step.at; nextSweep += 10_000) {
      now = nextSweep;
      await sweep.sweepSession(room.sessionId);
    }
    now = step.at;
    await step.run();
    if (asked) await sweep.sweepSession(room.sessionId);
    asked = false;
  }
  listening.unsubscribe();
}

describe('minutes from news that is dropped, doubled and late', () => {
  it('are within a second of the truth for each orderly coming and going, and within three for each lost page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Visit, { minLength: 1, maxLength: 4 }), fc.array(Visit, { maxLength: 3 }), async (first, second) => {
        const room = await openRoom();
        const histories = [first, second].map((visits, index) =>
          stepsOf(
            room,
            { identity: room.identities[index] ?? '', seatId: room.seatIds[index] ?? '', personId: patients[index]?.id ?? '' },
            visits,
          ),
        );
        await play(
          room,
          histories.flatMap(({ steps }) => steps),
        );
        const report = await lead.call(readAttendance, { params: { sessionId: room.sessionId } });
        for (const [index, { truth, tolerance }] of histories.entries()) {
          const person = report.people.find(({ personId }) => personId === patients[index]?.id);
          const off = Math.abs((person?.presentSeconds ?? 0) * 1000 - truth);
          expect([off <= tolerance, off]).toEqual([true, off]);
        }
      }),
      { numRuns: 25, seed: Number(process.env['FC_SEED'] ?? 20261123), endOnFailure: true },
    );
  }, 180_000);
});
