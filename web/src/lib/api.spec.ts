import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { changeMe, createPerson, listPeople, readMe, readPerson, signOutEverywhere } from '@rejoin/shared';
import { ApiError, call, urlOf } from './api';

const id = '11111111-1111-4111-8111-111111111111';
const sent: Request[] = [];
let answers: (Response | Error)[] = [];
const realFetch = globalThis.fetch;

const refusal = (status: number, body: unknown) => Response.json(body, { status });
const offline = () => new TypeError('Failed to fetch');

/** Lets the pauses between the tries pass, and gives what the call was refused with. */
async function refusedWith(asked: Promise<unknown>): Promise<unknown> {
  const [outcome] = await Promise.allSettled([asked, jest.advanceTimersByTimeAsync(10_000)]);
  return outcome.status === 'rejected' ? outcome.reason : undefined;
}

beforeEach(() => {
  jest.useFakeTimers();
  sent.length = 0;
  globalThis.fetch = async (url, init) => {
    if (typeof url !== 'string') throw new Error('Addresses are plain paths of our own host');
    sent.push(new Request(`http://rejoin.test${url}`, init));
    const answer = answers.shift() ?? offline();
    if (answer instanceof Error) throw answer;
    return answer;
  };
});

afterEach(() => {
  jest.useRealTimers();
  globalThis.fetch = realFetch;
});

test('builds the address from the route, leaves out what was not given and escapes the rest', () => {
  expect(urlOf(readPerson, { params: { personId: 'a/b' } })).toBe('/api/people/a%2Fb');
  expect(urlOf(listPeople, { query: { search: 'O & K', role: undefined } })).toBe('/api/people?search=O+%26+K');
});

test('carries the sentence, the code and the fields of a refusal', async () => {
  answers = [refusal(400, { code: 'input.invalid', message: 'Please check.', fields: { displayName: 'Please fill this in.' } })];
  const error = await refusedWith(call(changeMe, { body: { displayName: '' } }));
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ code: 'input.invalid', status: 400, fields: { displayName: 'Please fill this in.' } });
});

test('asks again when the network breaks while reading, and then answers', async () => {
  answers = [offline(), refusal(503, {}), refusal(401, { code: 'auth.signedOut', message: 'Please sign in to go on.' })];
  expect(await refusedWith(call(readMe))).toMatchObject({ code: 'auth.signedOut' });
  expect(sent).toHaveLength(3);
});

test('gives up after a few tries with a sentence that says what to do', async () => {
  answers = [];
  expect(await refusedWith(call(readMe))).toMatchObject({
    code: 'network.failed',
    message: expect.stringContaining('Check your internet'),
  });
  expect(sent).toHaveLength(4);
});

test('repeats a create with the very same id, and never a command that has none', async () => {
  const body = { id, givenName: 'A', familyName: 'B', displayName: 'A', zone: 'America/New_York' };
  answers = [offline(), refusal(409, { code: 'row.exists', message: 'This already exists.' })];
  expect(await refusedWith(call(createPerson, { body }))).toMatchObject({ code: 'row.exists' });
  const bodies = await Promise.all(sent.map((request) => request.json() as Promise<{ id: string }>));
  expect(bodies.map((each) => each.id)).toEqual([id, id]);

  sent.length = 0;
  answers = [offline()];
  expect(await refusedWith(call(signOutEverywhere))).toMatchObject({ code: 'network.failed' });
  expect(sent).toHaveLength(1);
});

test('does not hand on a reply that is none of the contract', async () => {
  answers = [new Response('<!doctype html>')];
  expect(await refusedWith(call(readMe))).toMatchObject({ code: 'reply.unknown' });
});
