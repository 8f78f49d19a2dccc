import type { Browser, Page } from '@playwright/test';
import { createPerson } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { linkIn, mail } from '../support/mailbox.ts';
import type { Seed } from '../support/seed.ts';
import { expect, test } from '../support/stack.ts';
import { totp } from '../support/totp.ts';
import { Visitor } from '../support/visitor.ts';
import type { Stack } from '../../infra/src/stack.ts';

const password = 'a-quiet-lake-7';

async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** A person with an account of their own and a password, signed in. */
async function newcomer(browser: Browser, stack: Stack, seed: Seed): Promise<{ visitor: Visitor; email: string }> {
  const id = randomUUID();
  const email = `own-${id.slice(0, 8)}@mailbox.example`;
  await seed.admin.call(createPerson, {
    body: { id, email, givenName: 'Robin', familyName: 'Marlowe', displayName: 'Robin', zone: 'America/New_York' },
  });
  const visitor = await Visitor.open(browser, stack);
  await visitor.page.goto(linkIn(await mail(stack, email, 1)));
  await visitor.page.getByLabel('New password').fill(password);
  await visitor.page.getByRole('button', { name: 'Save the new password' }).click();
  await visitor.page.getByRole('link', { name: 'Sign in' }).click();
  await signIn(visitor.page, email);
  await expect(visitor.page).toHaveURL(`${stack.url}/`);
  return { visitor, email };
}

test('a person changes how others see them, and ends a sign-in elsewhere', async ({ browser, stack, seed }) => {
  const { visitor, email } = await newcomer(browser, stack, seed);
  const elsewhere = await Visitor.open(browser, stack);
  await signIn(elsewhere.page, email);
  await expect(elsewhere.page).toHaveURL(`${stack.url}/`);

  const { page } = visitor;
  await page.goto('/account');
  await page.getByLabel('Pronouns').fill('they/them');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Saved').first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Pronouns')).toHaveValue('they/them');

  const other = page.getByRole('button', { name: /^Sign out Chrome/ });
  await expect(other).toHaveCount(1);
  await other.click();
  await expect(other).toHaveCount(0);
  expect((await elsewhere.page.request.get('/api/me')).status()).toBe(401);
  await elsewhere.page.goto('/account');
  await expect(elsewhere.page).toHaveURL(/sign-in\?next=%2Faccount/);
  expect((await page.request.get('/api/me')).status()).toBe(200);
  await Promise.all([visitor.close(), elsewhere.close()]);
});

test('a second step chosen freely asks for a code, and a backup code opens once', async ({ browser, stack, seed }) => {
  const { visitor, email } = await newcomer(browser, stack, seed);
  const { page } = visitor;
  await page.goto('/account');
  await page.getByRole('link', { name: 'Set it up' }).click();
  await page.getByLabel('Your password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('I cannot scan it').click();
  await page.getByLabel('Code').fill(totp((await page.locator('code').first().textContent()) ?? ''));
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByRole('heading', { name: /backup codes/i })).toBeVisible();
  const backup = (await page.locator('li code').first().textContent()) ?? '';
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page).toHaveURL(`${stack.url}/account`);

  await page.getByRole('button', { name: /Your account/ }).click();
  await page.getByRole('menuitem', { name: /Sign out everywhere/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page).toHaveURL(/sign-in/);
  expect((await page.request.get('/api/me')).status()).toBe(401);

  const withBackupCode = async (): Promise<void> => {
    await signIn(page, email);
    await page.getByRole('button', { name: /use a backup code/ }).click();
    await page.getByLabel('Backup code').fill(backup);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  await withBackupCode();
  await expect(page).toHaveURL(`${stack.url}/`);
  await page.getByRole('button', { name: /Your account/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/sign-in/);
  await withBackupCode();
  await expect(page.getByRole('alert')).toContainText('backup code');
  expect((await page.request.get('/api/me')).status()).toBe(401);
  await visitor.close();
});
