import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ErrorBody, roles, RoomCommand, routes, type Route } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { makeCast, type Caller, type Cast } from '../../access/testing/cast.js';
import { requestFor } from '../../access/testing/requests.js';
import { makeStage, type Stage } from '../../access/testing/stage.js';
import type { Answer } from '../../testing/agent.js';
import { startApp, type TestApp } from '../../testing/app.js';
import { giveRole } from '../../testing/factories.js';
import { spoiled, wrongBodies, wrongParts } from './bad-input.values.js';

let app: TestApp;
let cast: Cast;
let stage: Stage;

async function setUp(): Promise<void> {
  app = await startApp();
  cast = await makeCast(app);
  for (const role of roles) await giveRole(app, cast.people.lead.id, role, null);
  stage = await makeStage(cast, { begun: true });
}

/** Refusals that say what is down, not that something failed: there is no SFU here. */
const honest = ['room.mediaDown'];

function verdict(answer: Answer): string | undefined {
  const refusal = ErrorBody.safeParse(answer.body);
  if (answer.status < 400) return undefined;
  if (!refusal.success) return `${answer.status} without a named code: ${JSON.stringify(answer.body).slice(0, 200)}`;
  return answer.status >= 500 && !honest.includes(refusal.data.code) ? `${answer.status} ${refusal.data.code}` : undefined;
}

type Try = readonly [method: string, path: string, body?: unknown, headers?: Record<string, string>];

/** What even somebody with every role may not do: it belongs to the patient, or to the supervisor of who wrote it. */
const doneBy: Readonly<Record<string, Caller>> = {
  answerGate: 'patient in the session',
  cosignNote: 'supervisor here',
  returnNote: 'supervisor here',
};

/** Sends them as somebody who may do it, and gives what went wrong, and how often the contract refused. */
async function send(name: string, tries: readonly Try[]): Promise<{ wrong: string[]; refused: number }> {
  const wrong: string[] = [];
  let refused = 0;
  for (let at = 0; at < tries.length; at += 10) {
    const some = tries.slice(at, at + 10);
    const answers = await Promise.all(some.map((each) => cast.agents[doneBy[name] ?? 'lead'].send(...each)));
    answers.forEach((answer, i) => {
      const found = verdict(answer);
      if (found) wrong.push(`${found} for ${JSON.stringify(some[i]).slice(0, 400)}`);
      if (ErrorBody.safeParse(answer.body).data?.code === 'input.invalid') refused++;
    });
  }
  return { wrong, refused };
}

const pathOf = (route: Route, params: Record<string, string>, replace?: { key: string; by: string }): string =>
  `/api${route.path.replace(/:(\w+)/g, (_, key: string) => (replace?.key === key ? replace.by : (params[key] ?? '')))}`;

function triesFor(name: string, route: Route): Try[] {
  const { params = {}, query = {}, body } = requestFor(name, cast, stage);
  const path = pathOf(route, params);
  const search = new URLSearchParams(query).toString();
  const full = search ? `${path}?${search}` : path;
  const sent = route.method === 'GET' ? undefined : body;
  return [
    ...Object.keys(params).flatMap((key) => wrongParts.map((by): Try => [route.method, pathOf(route, params, { key, by }), sent])),
    ...[...Object.keys(route.query?.shape ?? {}), 'unknown'].flatMap((key) => {
      const others = new URLSearchParams(Object.entries(query).filter(([other]) => other !== key)).toString();
      const ways = wrongParts.flatMap((by) => [`${key}=${by}`, `${key}[]=${by}`, `${key}=1&${key}=${by}`, `${key}[__proto__][x]=${by}`]);
      return ways.map((way): Try => [route.method, `${path}?${others}&${way}`, sent]);
    }),
    ...(route.method === 'GET' ? [] : wrongBodies.map((wrong): Try => [route.method, full, wrong])),
    ...(route.method === 'GET' ? [] : [...spoiled(body ?? {})].map((wrong): Try => [route.method, full, wrong ?? 'null'])),
    ...[
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=latin-9',
      'application/webhook+json',
      '\t',
    ].map((type): Try => [route.method, full, route.method === 'GET' ? undefined : JSON.stringify(body ?? {}), { 'content-type': type }]),
  ];
}

// Being ready depends on an SFU; signing out everywhere would end the test.
const names = Object.keys(routes).filter((name) => name !== 'readReady' && name !== 'signOutEverywhere');

/** Every `step`th of all tries: each field meets some of the wrong values, and each value many fields. */
export function sweep(step: number): void {
  beforeAll(setUp, 60_000);
  afterAll(() => app.close());
  const some = (tries: readonly Try[]): Try[] => tries.filter((_, at) => at % step === 0);

  it.each(names)(
    'is said by name, never by a failure: %s',
    async (name) => {
      const route = routes[name];
      if (!route) throw new Error(`There is no route ${name}.`);
      // What was saved before may have taken their right.
      if (doneBy[name]) stage = await makeStage(cast, { begun: true });
      const { wrong, refused } = await send(name, some(triesFor(name, route)));
      expect(wrong).toEqual([]);
      if (route.body) expect(refused).toBeGreaterThan(0);
    },
    600_000,
  );

  it('is said by name for every command of a room', async () => {
    const { wrong, refused } = await send('commandRoom', some(await roomTries()));
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(0);
  }, 600_000);

  it('leaves nothing half-written and nobody with more rights', async () => {
    expect(
      await app.database.query(`SELECT 1 FROM session s WHERE NOT EXISTS (SELECT 1 FROM session_block b WHERE b.session_id = s.id)`),
    ).toEqual([]);
    expect(
      await app.database.query(`SELECT 1 FROM patient p WHERE NOT EXISTS (SELECT 1 FROM episode e WHERE e.patient_id = p.person_id)`),
    ).toEqual([]);
    expect(await app.database.query(`SELECT 1 FROM person p JOIN auth."user" u ON u.email = p.email WHERE p.user_id IS NULL`)).toEqual([]);
    expect(Reflect.get({}, 'admin') ?? Reflect.get({}, 'isAdmin')).toBeUndefined();
  });
}

async function roomTries(): Promise<Try[]> {
  const [device, live] = [randomUUID(), await makeStage(cast)];
  const seatId = live.session.seatOf(cast.peer).id;
  const extra: Partial<Record<RoomCommand['type'], object>> = {
    arrive: { device, stayHere: true },
    leave: { device },
    'chat.say': { textId: randomUUID(), body: 'Hello' },
    admit: { seatId },
    putBack: { seatId },
    'message.say': { threadId: seatId, textId: randomUUID(), body: 'Hello' },
    refuse: { seatId, reason: 'late', mayReturn: true },
    remove: { seatId, mayReturn: true },
    letReturn: { seatId },
    wish: { camera: 'off', voice: 'chatOnly', dontCall: true, line: { textId: randomUUID(), body: 'My voice is gone' } },
    answerLeaving: { answer: 'call' },
    markAnswer: { seatId, mark: 'seen' },
    goToBlock: { blockId: live.session.blockIds[0] },
    'share.allow': { seatId },
    'share.disallow': { seatId },
    'material.share': { textId: randomUUID(), kind: 'link', title: 'Breathing', url: 'https://example.org/breathe' },
    'material.remove': { textId: randomUUID() },
  };
  const types = RoomCommand.options.map((option) => option.shape.type.value);
  const bodies = types.flatMap((type) => [...spoiled({ id: randomUUID(), command: { type, ...extra[type] } })]);
  return bodies.map((body): Try => ['POST', `/api/sessions/${live.session.id}/room/commands`, body ?? 'null']);
}
