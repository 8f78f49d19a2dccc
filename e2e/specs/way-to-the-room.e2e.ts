import type { Response } from '@playwright/test';
import { commandRoom } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { patientLimit } from '../../infra/src/weight.ts';
import { expect, test } from '../support/stack.ts';
import { Visitor } from '../support/visitor.ts';

const isScript = (response: Response): boolean => new URL(response.url()).pathname.endsWith('.js') && response.ok();

test('a patient loads no more JavaScript on the way to the room than the build promises', async ({ browser, stack, seed }) => {
  const programId = await seed.program();
  const [lead, ann] = [await seed.staff(programId, 'therapist'), await seed.patient(programId)];
  const sessionId = await seed.session(programId, lead, [ann]);
  const [therapist, guest] = [await Visitor.open(browser, stack, lead), await Visitor.open(browser, stack, ann)];
  await therapist.join(sessionId);
  await therapist.inRoom();
  const scripts: Response[] = [];
  const keep = (response: Response) => isScript(response) && scripts.push(response);
  guest.page.on('response', keep);

  await guest.join(sessionId);
  await expect(guest.page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
  const admitAll = { id: randomUUID(), command: { type: 'admitAll' } } as const;
  await seed.as(lead).call(commandRoom, { params: { sessionId }, body: admitAll });
  await guest.inRoom();
  guest.page.off('response', keep);

  const names = scripts.map((response) => new URL(response.url()).pathname);
  expect(new Set(names).size).toBe(names.length);
  const sizes = await Promise.all(scripts.map(async (response) => gzipSync(await response.body()).length));
  const loaded = sizes.reduce((sum, size) => sum + size, 0);
  expect(loaded).toBeGreaterThan(100_000);
  expect(loaded).toBeLessThanOrEqual(patientLimit);
  await Promise.all([therapist.close(), guest.close()]);
});
