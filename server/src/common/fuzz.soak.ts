import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomInt } from 'node:crypto';
import { Fuzzer } from './testing/fuzz.run.js';

let fuzzer: Fuzzer;
beforeAll(async () => {
  fuzzer = await Fuzzer.start();
}, 60_000);
afterAll(() => fuzzer.close());

it('answers 10,000 calls made from its own description as that says, or refuses them by name', async () => {
  const seed = randomInt(2 ** 31);
  const { calls, wrong } = await fuzzer.run(10_000, seed);
  expect([`seed ${seed}`, ...wrong.slice(0, 30)]).toEqual([`seed ${seed}`]);
  expect(calls).toBe(10_000);
}, 600_000);
