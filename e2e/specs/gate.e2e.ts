import { overrideLicence, saveStaffProfile } from '@rejoin/shared';
import type { Locator, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expect, test } from '../support/stack.ts';
import type { Seed, Somebody } from '../support/seed.ts';
import { Visitor } from '../support/visitor.ts';

async function licensedIn(seed: Seed, staff: Somebody, state: string): Promise<void> {
  const licence = { id: randomUUID(), type: 'LCSW', number: 'N-1', state, from: '2020-01-01', to: '2099-12-31' };
  const body = { credentials: 'LCSW', npi: null, preLicensed: false, licences: [licence], supervision: [] };
  await seed.admin.call(saveStaffProfile, { params: { personId: staff.id }, body });
}

/** Presses Tab until this has the focus: a person without a mouse gets there, or the test fails. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let n = 0; n < 40; n += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The keyboard does not get there.');
}

async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }).first());
  await page.keyboard.press('Enter');
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const isWaiting = (page: Page) => expect(heading(page, /waiting room/i)).toBeVisible();

/** A session of today with somebody who answered everything for one before. */
async function regular(
  seed: Seed,
  { licensed = true } = {},
): Promise<{ programId: string; lead: Somebody; patient: Somebody; sessionId: string }> {
  const programId = await seed.program();
  const lead = await seed.staff(programId, 'therapist');
  if (licensed) await licensedIn(seed, lead, 'NY');
  const patient = await seed.patient(programId);
  const before = await seed.session(programId, lead, [patient]);
  await seed.database.query(`UPDATE seat SET holds_time = false WHERE session_id = $1`, [before]);
  await seed.database.query(`UPDATE session SET started_at = now(), ended_at = now(), ending = 'lead' WHERE id = $1`, [before]);
  const sessionId = await seed.session(programId, lead, [patient], { gateOpen: true });
  return { programId, lead, patient, sessionId };
}

test('a first visit goes by the keyboard alone, step by step, each kept over a reload and read out', async ({ browser, stack, seed }) => {
  const programId = await seed.program();
  const lead = await seed.staff(programId, 'therapist');
  await licensedIn(seed, lead, 'NY');
  const patient = await seed.patient(programId);
  const sessionId = await seed.session(programId, lead, [patient], { gateOpen: true });
  const visitor = await Visitor.open(browser, stack, patient);
  const { page } = visitor;
  await visitor.goToRoom(sessionId);

  await test.step('the place', async () => {
    await expect(heading(page, 'Where are you right now?')).toBeVisible();
    await tabTo(page, page.getByRole('radio', { name: 'Home', exact: true }));
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('textbox', { name: 'Address' }));
    await page.keyboard.type('12 Elm Street, Albany');
    await tabTo(page, page.getByRole('combobox', { name: 'State' }));
    await page.keyboard.type('New York');
    await press(page, 'Next');
    await expect(heading(page, 'Can someone near you hear you?')).toBeFocused();
    await expect(page.locator('[data-announcements]')).toHaveText('Saved.');
  });

  await test.step('a reload goes on where one was', async () => {
    await page.reload();
    await expect(heading(page, 'Can someone near you hear you?')).toBeVisible();
    await tabTo(page, page.getByRole('radio', { name: /^No/ }));
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: /^Yes/ })).toBeChecked();
    await tabTo(page, page.getByRole('textbox', { name: /Who is near/ }));
    await page.keyboard.type('My sister');
    await press(page, 'Next');
    await expect(heading(page, 'What number can we call?')).toBeFocused();
    await tabTo(page, page.getByRole('textbox', { name: 'Phone number' }));
    await page.keyboard.type('518-555-0123');
    await press(page, 'Next');
  });

  await test.step('all of it, to be right', async () => {
    await expect(page.getByText('Home: 12 Elm Street, Albany, New York')).toBeVisible();
    await expect(page.getByText('Someone is near: My sister')).toBeVisible();
    await press(page, 'Yes, this is right');
  });

  await test.step('two texts to sign, and in', async () => {
    for (const title of ['Meeting by video', 'Being in a group']) {
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
      await tabTo(page, page.getByRole('textbox', { name: 'Type your name to sign' }));
      await page.keyboard.type('Ana Quill');
      await press(page, 'I agree');
    }
    await isWaiting(page);
    await expect(page.locator('[data-announcements]')).toContainText('You are in the waiting room.');
  });
  await visitor.close();
});

test('on the day it is a PIN, one page and one press, from the link in a mail to the waiting room', async ({ browser, stack, seed }) => {
  const { patient, sessionId } = await regular(seed);
  const visitor = await Visitor.open(browser, stack, patient, { phone: true });
  const { page } = visitor;
  await page.goto('/account');
  const kept = await page.request.post('/api/me/kept-devices', {
    data: { id: randomUUID(), pin: '471902' },
    headers: { origin: stack.url },
  });
  expect(kept.status()).toBe(200);
  await page.reload();
  await seed.database.query(
    `UPDATE sign_in_state SET active_at = now() - interval '31 minutes'
     WHERE sign_in_id IN (SELECT s.id FROM auth.session s JOIN person p ON p.user_id = s."userId" WHERE p.id = $1)`,
    [patient.id],
  );
  const pages: string[] = [];
  const seen = async (name: string | RegExp) => {
    await expect(heading(page, name)).toBeVisible();
    pages.push(await heading(page, name).innerText());
  };
  let taps = 1;
  await page.goto(`/go/${sessionId}`);
  await seen('Welcome back');
  await expect(page.getByLabel('Your PIN')).toBeFocused();
  await page.keyboard.type('471902');
  await seen('Before you go in');
  await expect(page.getByText('Home: 1 Quiet Lane, Albany, New York')).toBeVisible();
  taps += 1;
  await page.getByRole('button', { name: 'Still right' }).click();
  await isWaiting(page);
  expect(pages.length).toBeLessThanOrEqual(2);
  expect(taps).toBeLessThanOrEqual(3);
  await visitor.close();
});

test('who drives is asked to park, kindly, and goes on after that; an address can be hidden', async ({ browser, stack, seed }) => {
  const { patient, sessionId } = await regular(seed);
  const visitor = await Visitor.open(browser, stack, patient);
  const { page } = visitor;
  await visitor.goToRoom(sessionId);
  await page.getByRole('switch', { name: 'Hide my address on this screen' }).click();
  await expect(page.getByText(/Quiet Lane/)).toHaveCount(0);
  await page.getByRole('button', { name: 'I am driving' }).click();
  await expect(heading(page, 'Please park first')).toBeFocused();
  await page.getByRole('button', { name: 'I have parked' }).click();
  await expect(page.getByRole('button', { name: 'Still right' })).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Quiet Lane/)).toHaveCount(0);
  await page.getByRole('button', { name: 'Still right' }).click();
  await isWaiting(page);
  await visitor.close();
});

test('only what changed is asked again', async ({ browser, stack, seed }) => {
  const { patient, sessionId } = await regular(seed);
  const visitor = await Visitor.open(browser, stack, patient);
  const { page } = visitor;
  await visitor.goToRoom(sessionId);
  await page.getByRole('button', { name: 'Change: Where we can call you' }).click();
  await page.getByRole('textbox', { name: 'Phone number' }).fill('518-555-0199');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('518-555-0199')).toBeVisible();
  await page.getByRole('button', { name: 'Still right' }).click();
  await isWaiting(page);
  await visitor.close();
});

test('a state without a licence is told kindly, staff know within a second, and a supervisor can open the way', async ({
  browser,
  stack,
  seed,
}) => {
  const { programId, lead, patient, sessionId } = await regular(seed, { licensed: false });
  const supervisor = await seed.staff(programId, 'supervisor');
  const therapist = await Visitor.open(browser, stack, lead);
  await therapist.goToRoom(sessionId);
  await expect(therapist.page.getByRole('button', { name: 'Join', exact: true })).toBeVisible();
  const visitor = await Visitor.open(browser, stack, patient);
  const { page } = visitor;
  await visitor.goToRoom(sessionId);
  await page.getByRole('button', { name: 'Still right' }).click();
  await expect(heading(page, 'We cannot start just yet')).toBeVisible();
  await expect.poll(() => therapist.hasReceived('gate.licence'), { timeout: 1_000 }).toBe(true);
  await expect(page.getByRole('link', { name: 'Call 555-0100' })).toBeVisible();
  const body = { id: randomUUID(), state: 'NY', reason: 'A safety call today; the therapist of that state is ill.' };
  await seed.as(supervisor).call(overrideLicence, { params: { sessionId }, body });
  await isWaiting(page);
  await visitor.close();
  await therapist.close();
});

test('who is early can answer already, and the page opens by itself', async ({ browser, stack, seed }) => {
  const { patient, sessionId } = await regular(seed);
  const shift = (seconds: number) =>
    seed.database.query(`UPDATE session SET starts_at = now() + $2 * interval '1 second' WHERE id = $1`, [sessionId, 15 * 60 + seconds]);
  await shift(600);
  const visitor = await Visitor.open(browser, stack, patient);
  const { page } = visitor;
  await visitor.goToRoom(sessionId);
  await expect(heading(page, /You are early/)).toBeVisible();
  await page.getByRole('button', { name: 'Answer the questions of today now' }).click();
  await page.getByRole('button', { name: 'Still right' }).click();
  await expect(heading(page, /You are early/)).toBeFocused();
  await expect(page.getByText('Your answers for today are kept.')).toBeVisible();
  await shift(1);
  await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeVisible({ timeout: 15_000 });
  await visitor.close();
});
