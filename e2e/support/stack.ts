import { test as base } from '@playwright/test';
import { startStack, type Stack } from '../../infra/src/stack.ts';
import { Seed } from './seed.ts';

export const helpPhone = '(555) 010-0199';

/** The whole system on ports of its own, with demo people; one for every spec file's worker. */
export const test = base.extend<object, { stack: Stack; seed: Seed; relays: boolean }>({
  /** Whether the media server of this file relays over TCP. */
  relays: [false, { option: true, scope: 'worker' }],
  stack: [
    async ({ relays }, use) => {
      process.env['TRUST_PROXY'] = '1';
      process.env['HELP_PHONE'] = helpPhone;
      const stack = await startStack({ demo: true, relays });
      await use(stack);
      await stack.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  seed: [
    async ({ stack }, use) => {
      const seed = await Seed.of(stack);
      await use(seed);
      await seed.close();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
