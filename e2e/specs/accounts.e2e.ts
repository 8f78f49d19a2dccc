import { createPerson } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { linkIn, mail } from '../support/mailbox.ts';
import { expect, test } from '../support/stack.ts';
import { Visitor } from '../support/visitor.ts';

const person = () => {
  const id = randomUUID();
  const email = `new-${id.slice(0, 8)}@mailbox.example`;
  return { id, email, givenName: 'Robin', familyName: 'Marlowe', displayName: 'Robin', zone: 'America/New_York' };
};

/** No word that tells what kind of place this is. */
const clinical = /therap|patient|clinic|treat|mental|health|session|group|program|recover|iop/i;

test('a new person follows a mail to a password and signs in', async ({ browser, stack, seed }) => {
  const somebody = person();
  await seed.admin.call(createPerson, { body: somebody });
  const invited = await mail(stack, somebody.email, 1);
  expect(`${invited.subject} ${invited.text.replace(/https?:\S+/, '')}`).not.toMatch(clinical);

  const visitor = await Visitor.open(browser, stack);
  await visitor.page.goto(linkIn(invited));
  await visitor.page.getByLabel('New password').fill('a-quiet-lake-7');
  await visitor.page.getByRole('button', { name: 'Save the new password' }).click();
  await visitor.page.getByRole('link', { name: 'Sign in' }).click();
  await visitor.page.getByLabel('E-mail').fill(somebody.email);
  await visitor.page.getByLabel('Password', { exact: true }).fill('a-quiet-lake-7');
  await visitor.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(visitor.page).toHaveURL(`${stack.url}/`);
  visitor.expectOwnHostOnly();
  await visitor.close();
});

test('a mailed link signs in by its button, once, and not by being opened', async ({ browser, stack, seed }) => {
  const programId = await seed.program();
  const patient = await seed.patient(programId);
  const visitor = await Visitor.open(browser, stack);
  await visitor.page.goto('/sign-in');
  await visitor.page.getByLabel('E-mail').fill(patient.email);
  await visitor.page.getByRole('button', { name: /mail me/i }).click();
  await expect(visitor.page.getByRole('heading', { name: 'Look in your mail' })).toBeVisible();
  const link = linkIn(await mail(stack, patient.email, 2));

  const scanner = await fetch(stack.url + link);
  expect(scanner.headers.get('set-cookie')).toBeNull();
  await visitor.page.goto(link);
  expect((await visitor.page.request.get('/api/me')).status()).toBe(401);
  await visitor.page.getByRole('button', { name: 'Sign in' }).click();
  await expect(visitor.page).toHaveURL(`${stack.url}/`);
  expect((await visitor.page.request.get('/api/me')).status()).toBe(200);

  const again = await Visitor.open(browser, stack);
  await again.page.goto(link);
  await again.page.getByRole('button', { name: 'Sign in' }).click();
  await expect(again.page.getByRole('link', { name: 'Go to sign in' })).toBeVisible();
  await Promise.all([visitor.close(), again.close()]);
});

test('a wrong password is told without blame, and what was typed stays', async ({ browser, stack }) => {
  const visitor = await Visitor.open(browser, stack);
  await visitor.page.goto('/sign-in');
  await visitor.page.getByLabel('E-mail').fill('nobody@mailbox.example');
  await visitor.page.getByLabel('Password', { exact: true }).fill('not-the-password');
  await visitor.page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(visitor.page.getByRole('alert')).toBeVisible();
  await expect(visitor.page.getByLabel('E-mail')).toHaveValue('nobody@mailbox.example');
  await visitor.close();
});
