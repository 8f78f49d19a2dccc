import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { keepDeviceCheck, type DeviceResults } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePatient, makeProgram, signIn, type TestPatient } from '../testing/factories.js';

const results: DeviceResults = {
  browser: 'chrome',
  camera: 'good',
  microphone: 'good',
  speaker: 'good',
  network: 'good',
  turn: 'good',
};

let app: TestApp;
let patient: TestPatient;
let agent: Agent;

beforeAll(async () => {
  app = await startApp();
  patient = await makePatient(app, { programId: (await makeProgram(app)).id });
  agent = await signIn(app, patient);
});
afterAll(() => app.close());

const keep = (id: string = randomUUID()) => agent.ask(keepDeviceCheck, { body: { ...results, id } });

it('is kept twenty times in ten minutes and then asks for patience; what was kept is still no error', async () => {
  const ids = Array.from({ length: 26 }, () => randomUUID());
  const answers = await Promise.all(ids.map(keep));
  const kept = ids.filter((_, n) => answers[n]?.status === 200);
  expect(kept).toHaveLength(20);
  expect(await keep()).toMatchObject({ status: 429, body: { code: 'auth.tooMany' } });
  expect((await keep(kept[0])).status).toBe(200);
  await app.database.query(`DELETE FROM device_check WHERE id = $1`, [kept[1]]);
  expect((await keep()).status).toBe(200);
});
