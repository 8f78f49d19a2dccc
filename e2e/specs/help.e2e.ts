import { addOnCall } from '@rejoin/shared';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expect, helpPhone, test } from '../support/stack.ts';
import { stillness } from '../support/stillness.ts';
import type { Seed } from '../support/seed.ts';
import { Visitor } from '../support/visitor.ts';

const number = (text: string): string => text.replace(/[^+\d]/g, '');

/** Opens the dialog with the keyboard, gives where its links lead, and closes it again. */
async function waysToHelp(page: Page): Promise<(string | null)[]> {
  const button = page.getByRole('button', { name: 'Get help now' });
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Get help now' });
  await expect(dialog).toBeVisible();
  await expect(dialog.getByText('Say first where you are', { exact: false })).toBeVisible();
  const links = await dialog.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
  return links;
}

const always = ['tel:988', 'sms:988', 'tel:911'];
const signedOut = [...always, `tel:${number(helpPhone)}`];

async function castOf(seed: Seed) {
  const program = await seed.program();
  const lead = await seed.staff(program, 'therapist');
  const coordinator = await seed.staff(program, 'coordinator');
  const patient = await seed.patient(program);
  const wall = (minutes: number) =>
    Temporal.Now.zonedDateTimeISO('America/New_York').add({ minutes }).toPlainDateTime().toString({ smallestUnit: 'minute' });
  await seed.as(coordinator).call(addOnCall, {
    params: { programId: program, shiftId: randomUUID() },
    body: { personId: lead.id, phone: '555-0177', fromLocal: wall(-60), toLocal: wall(600) },
  });
  return { program, lead, patient, session: await seed.session(program, lead, [patient]) };
}

async function workerIsReady(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

test('somebody who is not signed in finds help on every page, and no person, place or program', async ({ browser, stack, seed }) => {
  await castOf(seed);
  const visitor = await Visitor.open(browser, stack);
  for (const path of ['/sign-in', '/forgot-password', '/reset-password?token=none', '/verify-email', '/no-such-page']) {
    await visitor.page.goto(path);
    await expect(visitor.page.getByRole('heading', { level: 1 })).toBeVisible();
    expect([path, await waysToHelp(visitor.page)]).toEqual([path, signedOut]);
  }
  await visitor.page.getByRole('button', { name: 'Get help now' }).click();
  await expect(visitor.page.getByRole('dialog')).not.toContainText(/program/i);
  for (const size of [
    { width: 1280, height: 800 },
    { width: 390, height: 844 },
  ]) {
    await visitor.page.setViewportSize(size);
    await stillness(visitor.page);
    const { violations } = await new AxeBuilder({ page: visitor.page }).include('dialog').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }
  visitor.expectOwnHostOnly();
  await visitor.close();
});

test('a patient finds the number of who is on call on every page, also when the network goes and the server fails', async ({
  browser,
  stack,
  seed,
}) => {
  const { patient, lead, session } = await castOf(seed);
  const guest = await Visitor.open(browser, stack, patient);
  const signedIn = [...always, 'tel:5550177', `tel:${number(helpPhone)}`];
  for (const path of ['/', '/account', '/no-such-page', `/sessions/${session}/room`, `/sessions/${randomUUID()}/room`]) {
    await guest.page.goto(path);
    await expect(guest.page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect.poll(() => waysToHelp(guest.page), path).toEqual(signedIn);
  }
  await guest.page.goto('/');
  await expect.poll(() => waysToHelp(guest.page)).toEqual(signedIn);
  await guest.context.setOffline(true);
  await expect(guest.page.getByText('You have no internet right now')).toBeVisible();
  expect(await waysToHelp(guest.page)).toEqual(signedIn);
  await guest.context.setOffline(false);
  await guest.page.route('**/api/me', (route) => route.fulfill({ status: 500, body: '{}' }));
  await guest.page.goto('/');
  await expect(guest.page.getByRole('heading', { name: 'One moment' })).toBeVisible();
  expect(await waysToHelp(guest.page)).toEqual(signedOut);
  const therapist = await Visitor.open(browser, stack, lead);
  await therapist.page.goto('/');
  await expect(therapist.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(therapist.page.getByRole('button', { name: 'Get help now' })).toHaveCount(0);
  for (const visitor of [guest, therapist]) await visitor.close();
});

test('without a network a page that says whom to call stands in, and it is all that is kept', async ({ browser, stack, seed }) => {
  const { patient, lead } = await castOf(seed);
  const guest = await Visitor.open(browser, stack, patient);
  await guest.page.goto('/');
  await workerIsReady(guest.page);
  await guest.page.goto('/account');
  await expect(guest.page.getByRole('heading', { level: 1 })).toBeVisible();
  const kept = await guest.page.evaluate(async () => {
    const names = await caches.keys();
    const all = await Promise.all(
      names.map(async (name) => {
        const cache = await caches.open(name);
        return Promise.all((await cache.keys()).map(async ({ url }) => [new URL(url).pathname, await (await cache.match(url))?.text()]));
      }),
    );
    return all.flat();
  });
  expect(kept.map(([path]) => path)).toEqual(['/offline']);
  const text = String(kept[0]?.[1]);
  for (const secret of [patient.name, patient.surname, patient.email, lead.surname, '555-0177', '555-0100'])
    expect(text).not.toContain(secret);

  await guest.context.setOffline(true);
  await guest.page.goto('/');
  await expect(guest.page.getByRole('heading', { name: 'We cannot reach Rejoin right now' })).toBeVisible();
  expect(await guest.page.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(['', ...signedOut]);
  const { violations } = await new AxeBuilder({ page: guest.page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await guest.context.setOffline(false);
  await guest.page.getByRole('link', { name: 'Try again' }).click();
  await expect(guest.page.getByRole('button', { name: 'Get help now' })).toBeVisible();
  await guest.close();
});
