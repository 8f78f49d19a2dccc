import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ErrorBody, routes } from '@rejoin/shared';
import { startApp, type TestApp } from '../testing/app.js';
import { callers, makeCast, type Caller, type Cast } from './testing/cast.js';
import { requestFor } from './testing/requests.js';
import { makeStage, patientSecretsOf, programSecretsOf, secretsOf, type Stage } from './testing/stage.js';
import { may, sight } from './testing/table.js';

let app: TestApp;
let cast: Cast;
const stages: Partial<Record<'planned' | 'begun', Stage>> = {};

beforeAll(async () => {
  app = await startApp();
  cast = await makeCast(app);
  stages.planned = await makeStage(cast);
  stages.begun = await makeStage(cast, { begun: true });
}, 60_000);
afterAll(() => app.close());

// Signing out everywhere comes last: nobody can ask anything after it.
const names = Object.keys(routes).sort((a, b) => Number(a === 'signOutEverywhere') - Number(b === 'signOutEverywhere'));
const accessCodes = ['auth.signedOut', 'auth.twoFactorRequired', 'access.refused', 'row.notFound', 'room.notSeated', 'webhook.forged'];

async function ask(name: string, caller: Caller, stage: Stage) {
  const route = routes[name];
  if (!route) throw new Error(`There is no route ${name}.`);
  const { answer: expected, begun: _, ...parts } = requestFor(name, cast, stage);
  const answer = await cast.agents[caller].ask(route, parts);
  return { ...answer, text: JSON.stringify(answer.body).toLowerCase(), expected };
}

function stageFor(name: string): Stage {
  const probe = stages.planned;
  const stage = probe && requestFor(name, cast, probe).begun ? stages.begun : probe;
  if (!stage) throw new Error('The stage is not set.');
  return stage;
}

const found = (text: string, secrets: readonly string[]): string[] => secrets.filter((secret) => text.includes(secret.toLowerCase()));

function hidden(name: string, caller: Caller, stage: Stage, isAnswered: boolean): string[] {
  const seen = isAnswered ? sight(name, caller) : 'nothing';
  if (seen === 'everything') return [];
  if (seen === 'no patient') return patientSecretsOf(cast);
  return [...secretsOf(cast, stage), ...(caller.endsWith('elsewhere') || !isAnswered ? programSecretsOf(cast, stage) : [])];
}

describe('every route', () => {
  it('has its line in the table of who may', () => {
    expect(Object.keys(may).sort()).toEqual([...names].sort());
  });

  describe.each(names)('%s', (name) => {
    it('refuses everyone who may not, and tells them nothing', async () => {
      const stage = stageFor(name);
      const refuse = async (caller: Caller): Promise<void> => {
        const { status, body, text } = await ask(name, caller, stage);
        expect([caller, status]).toEqual([caller, caller === 'signed out' ? 401 : status]);
        expect([caller, [401, 403, 404].includes(status), accessCodes]).toEqual([
          caller,
          true,
          expect.arrayContaining([ErrorBody.parse(body).code]),
        ]);
        expect([caller, found(text, hidden(name, caller, stage, false))]).toEqual([caller, []]);
      };
      await Promise.all(callers.filter((each) => !may[name]?.includes(each)).map(refuse));
    });

    it('answers everyone who may, with no more than they may see', async () => {
      const changes = routes[name]?.method !== 'GET';
      for (const caller of may[name] ?? []) {
        const stage = changes ? await makeStage(cast, requestFor(name, cast, stageFor(name))) : stageFor(name);
        const { status, body, text, expected } = await ask(name, caller, stage);
        if (name === 'readReady') continue;
        if (status !== 200)
          expect([caller, status, body]).toMatchObject([
            caller,
            expect.any(Number),
            { code: expected ?? 'none: it should have succeeded' },
          ]);
        expect([caller, found(text, hidden(name, caller, stage, true))]).toEqual([caller, []]);
        const shows = name === 'listPatients' && sight(name, caller) === 'everything';
        if (shows) expect([caller, found(text, [cast.patient.familyName])]).toEqual([caller, [cast.patient.familyName]]);
      }
    }, 60_000);
  });
});
