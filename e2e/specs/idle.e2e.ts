import type { Page } from '@playwright/test';
import { linkIn, mail } from '../support/mailbox.ts';
import type { Seed, Somebody } from '../support/seed.ts';
import { mintSignIn } from '../support/sign-in.ts';
import { expect, test } from '../support/stack.ts';
import { Visitor } from '../support/visitor.ts';

const pin = '471902';
const password = 'a-quiet-lake-7';

/** As if nobody had touched a page of this person's for so long. */
async function untouched(seed: Seed, somebody: Somebody, seconds: number): Promise<void> {
  await seed.database.query(
    `UPDATE sign_in_state SET active_at = now() - make_interval(secs => $2)
     WHERE sign_in_id IN (SELECT s.id FROM auth.session s JOIN person p ON p.user_id = s."userId" WHERE p.id = $1)`,
    [somebody.id, seconds],
  );
}

/** Chooses the password of the invitation, which ends every sign-in, and signs in anew. */
async function withPassword(visitor: Visitor, seed: Seed, somebody: Somebody): Promise<Somebody> {
  await visitor.page.goto(linkIn(await mail(visitor.stack, somebody.email, 1)));
  await visitor.page.getByLabel('New password').fill(password);
  await visitor.page.getByRole('button', { name: 'Save the new password' }).click();
  await expect(visitor.page.getByRole('heading', { name: 'Your password is saved' })).toBeVisible();
  const found = await seed.database.query<{ user_id: string }>('SELECT user_id FROM person WHERE id = $1', [somebody.id]);
  const cookie = await mintSignIn(visitor.stack, seed.database, found.rows[0]?.user_id ?? '');
  await visitor.context.addCookies([{ ...cookie, url: visitor.stack.url, httpOnly: true, sameSite: 'Lax' }]);
  return { ...somebody, cookie };
}

async function keepDevice(page: Page): Promise<void> {
  await page.goto('/account');
  await page.getByRole('link', { name: 'Keep this device' }).click();
  await page.getByLabel('Your PIN').fill('123456');
  await page.getByLabel('The same PIN again').fill('123456');
  await page.getByRole('button', { name: 'Keep this device' }).click();
  await expect(page.getByText('Others would guess this PIN soon')).toBeVisible();
  await page.getByLabel('Your PIN').fill(pin);
  await page.getByLabel('The same PIN again').fill(pin);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^End keeping Chrome/ })).toBeVisible();
}

test('a patient who went away for half an hour is back with their PIN, by keyboard alone', async ({ browser, stack, seed }) => {
  const patient = await seed.patient(await seed.program());
  const visitor = await Visitor.open(browser, stack, patient, { phone: true });
  const { page } = visitor;
  await keepDevice(page);
  await untouched(seed, patient, 31 * 60);
  await page.goto('/account');
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await expect(page).toHaveURL(/sign-in\?next=%2Faccount/);
  expect((await page.locator('body').innerText()).toLowerCase()).not.toContain(patient.surname.toLowerCase());
  expect(await page.locator('body').innerText()).not.toContain(patient.email);
  await expect(page.getByLabel('Your PIN')).toBeFocused();
  await page.keyboard.type('864209');
  await expect(page.getByText('That is not the PIN')).toBeVisible();
  await expect(page.getByLabel('Your PIN')).toBeFocused();
  await page.keyboard.type(pin);
  await expect(page).toHaveURL(`${stack.url}/account`);
  expect((await page.request.get('/api/me')).status()).toBe(200);
  visitor.expectOwnHostOnly();
  await visitor.close();
});

test('after five wrong PINs a device asks for the password, kindly', async ({ browser, stack, seed }) => {
  const patient = await seed.patient(await seed.program());
  const visitor = await Visitor.open(browser, stack, patient);
  const { page } = visitor;
  await keepDevice(page);
  await untouched(seed, patient, 31 * 60);
  await page.goto('/');
  for (let i = 0; i < 5; i++) {
    const answered = page.waitForResponse(/kept-device\/open/);
    await expect(page.getByLabel('Your PIN')).toHaveValue('');
    await page.getByLabel('Your PIN').fill('999111');
    await answered;
  }
  await expect(page.getByText('Nothing is wrong with your account')).toBeVisible();
  await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
  await visitor.close();
});

test('a page asks whether somebody is still there, stays at one key, and else closes by itself', async ({ browser, stack, seed }) => {
  const patient = await seed.patient(await seed.program());
  const visitor = await Visitor.open(browser, stack, patient);
  const { page } = visitor;
  await page.clock.install();
  await untouched(seed, patient, 29 * 60 + 10);
  await page.goto('/account');
  await expect(page.getByText('Still there?')).toBeVisible();
  const reported = page.waitForResponse(/me\/activity/);
  await page.keyboard.press('Shift');
  expect((await reported).status()).toBe(200);
  await expect(page.getByText('Still there?')).toHaveCount(0);
  await untouched(seed, patient, 30 * 60);
  await page.clock.fastForward(30 * 60_000);
  await expect(page).toHaveURL(/sign-in\?next=%2Faccount/);
  await visitor.close();
});

test('a therapist who sits in a session keeps the room, while the other tab locks and keeps what was typed', async ({
  browser,
  stack,
  seed,
}) => {
  const programId = await seed.program();
  const [staff, patient] = [await seed.staff(programId, 'therapist'), await seed.patient(programId)];
  const visitor = await Visitor.open(browser, stack);
  const lead = await withPassword(visitor, seed, staff);
  const chart = await visitor.context.newPage();
  await chart.clock.install();
  await chart.goto('/sessions/new');
  await chart.getByLabel('Title').fill('Walking on thin ice');
  await visitor.page.bringToFront();
  await visitor.join(await seed.session(programId, lead, [patient]));
  await visitor.inRoom();
  await chart.bringToFront();
  await untouched(seed, lead, 15 * 60);
  await chart.clock.fastForward(15 * 60_000);
  await expect(chart.getByRole('heading', { name: 'Locked after 15 minutes' })).toBeVisible();
  await expect(chart.getByLabel('Title')).toBeHidden();
  expect((await visitor.page.request.get('/api/my-day')).status()).toBe(423);
  await visitor.inRoom();
  await chart.getByLabel('Password', { exact: true }).fill('not-the-password');
  await chart.keyboard.press('Enter');
  await expect(chart.getByText('This is not your password')).toBeVisible();
  await chart.getByLabel('Password', { exact: true }).fill(password);
  await chart.keyboard.press('Enter');
  await expect(chart.getByLabel('Title')).toHaveValue('Walking on thin ice');
  await visitor.close();
});

test('a sign-in that ends while somebody types asks for the password and brings them back to their text', async ({
  browser,
  stack,
  seed,
}) => {
  const visitor = await Visitor.open(browser, stack);
  const staff = await withPassword(visitor, seed, await seed.staff(await seed.program(), 'coordinator'));
  const { page } = visitor;
  await page.goto('/sessions/new');
  await page.getByLabel('Title').fill('A long way home');
  await seed.database.query(`DELETE FROM auth.session WHERE "userId" = (SELECT user_id FROM person WHERE id = $1)`, [staff.id]);
  await expect(page.getByRole('heading', { name: 'Please sign in again' })).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))).not.toContain('A long way home');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Title')).toHaveValue('A long way home');
  await expect(page).toHaveURL(/sessions\/new/);
  await visitor.close();
});
