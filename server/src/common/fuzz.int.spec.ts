import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Fuzzer } from './testing/fuzz.run.js';

let fuzzer: Fuzzer;
beforeAll(async () => {
  fuzzer = await Fuzzer.start();
}, 60_000);
afterAll(() => fuzzer.close());

it('answers 2,000 calls made from its own description as that says, or refuses them by name', async () => {
  const { calls, wrong, answered, names } = await fuzzer.run(2_000, 20261123);
  expect(wrong.slice(0, 10)).toEqual([]);
  expect(calls).toBe(2_000);
  // Calls that only ever meet a refusal would prove little.
  expect(answered.size).toBeGreaterThan(names.length * 0.7);
}, 300_000);
