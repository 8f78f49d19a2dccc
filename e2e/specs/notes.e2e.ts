import { saveNote, saveStaffProfile } from '@rejoin/shared';
import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { extractText, getDocumentProxy } from 'unpdf';
import { field, heldSession, part, partsOf, saved } from '../support/notes.ts';
import { expect, test } from '../support/stack.ts';
import { Visitor } from '../support/visitor.ts';

async function printed(page: Page): Promise<string> {
  const address = await page.getByRole('link', { name: 'Print' }).getAttribute('href');
  const response = await page.request.get(address ?? '');
  expect(response.headers()['content-type']).toBe('application/pdf');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(await response.body())), { mergePages: true });
  return text.replaceAll(/\s+/g, ' ');
}

test('a group part and a part per patient are written, signed together by one password, added to and printed', async ({
  browser,
  stack,
  seed,
}) => {
  const { lead, patients, sessionId, password } = await heldSession(seed);
  const [first, second] = patients;
  const { page, context } = await Visitor.open(browser, stack, lead);

  await test.step('the group part stands open first, with its facts beside the text', async () => {
    await page.goto(`/sessions/${sessionId}/notes`);
    await expect(page.getByRole('heading', { name: 'Group part' })).toBeVisible();
    await expect(page.getByText('Patients at one time')).toBeInViewport();
    await expect(field(page)).toBeInViewport();
    await field(page).fill('The group spoke about sleep and tried a breathing exercise.');
    await saved(page);
  });

  await test.step('the keyboard goes from part to part', async () => {
    await page.keyboard.press('Alt+ArrowDown');
    await field(page).fill(`Spoke after ${second.name}, and took part in the exercise.`);
    await page.keyboard.press('Alt+ArrowDown');
    await field(page).fill('Was quiet today and stayed to the end.');
    await saved(page);
    await page.keyboard.press('Alt+ArrowUp');
    await expect(field(page)).toHaveValue(/took part in the exercise/);
  });

  await test.step('one password signs all; what names another patient is shown and passed by one key', async () => {
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Your password').fill('not-my-password');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('This does not match.')).toBeVisible();
    await dialog.getByLabel('Your password').fill(password);
    await page.keyboard.press('Enter');
    await expect(dialog.locator('mark')).toHaveText(second.name);
    await expect(dialog.getByRole('checkbox')).toHaveCount(1);
    await expect(dialog.getByRole('button', { name: /Let the words stand/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText('All parts are signed.')).toBeVisible();
    expect((await partsOf(seed, lead, sessionId)).map(({ status }) => status)).toEqual(['signed', 'signed', 'signed']);
  });

  await test.step('an addendum stands under the signed text, without a password in the same ten minutes', async () => {
    await part(page, first.surname).click();
    await page.getByRole('button', { name: 'Add an addendum' }).click();
    await page.getByLabel('Addendum').fill('The family called in the evening.');
    await page.getByRole('button', { name: 'Sign the addendum' }).click();
    await expect(page.getByRole('region', { name: 'Addendum' })).toContainText('The family called in the evening.');
  });

  await test.step('the document carries text, signature and addendum', async () => {
    const text = await printed(page);
    for (const words of [first.surname, 'took part in the exercise', 'The family called', `Signed by ${lead.name} ${lead.surname}`]) {
      expect(text).toContain(words);
    }
    expect(text).not.toContain('DRAFT');
  });
  await context.close();
});

test('text typed in two places is shown side by side, also where one of them has signed', async ({ browser, stack, seed }) => {
  const { lead, patients, sessionId, password } = await heldSession(seed);
  const [patient] = patients;
  const { page, context } = await Visitor.open(browser, stack, lead);
  const id = randomUUID();
  const save = (version: number, text: string) =>
    seed.as(lead).call(saveNote, { params: { sessionId, patientId: patient.id }, body: { id, version, fields: { Note: text } } });
  await save(0, 'Begun.');
  await page.goto(`/sessions/${sessionId}/notes?part=${patient.id}`);
  await expect(field(page)).toHaveValue('Begun.');
  await save(1, 'Written elsewhere.');
  await field(page).fill('Written here.');
  await expect(page.getByText('This part was changed somewhere else')).toBeVisible();
  await expect(page.getByText('Written elsewhere.')).toBeVisible();
  await expect(page.getByText('Written here.')).toBeVisible();
  await page.getByRole('button', { name: 'Put both together' }).click();
  await expect(field(page)).toHaveValue('Written elsewhere.\n\nWritten here.');
  await saved(page);

  const other = await context.newPage();
  await other.goto(`/sessions/${sessionId}/notes?part=${patient.id}`);
  await other.getByRole('button', { name: 'Sign…' }).click();
  await other.getByRole('dialog').getByLabel('Your password').fill(password);
  await other.keyboard.press('Enter');
  await expect(other.getByText(/Signed by/)).toBeVisible();
  await field(page).press('End');
  await field(page).pressSequentially(' Too late.');
  await expect(page.getByText('This part was signed somewhere else')).toBeVisible();
  await page.getByRole('button', { name: 'Let mine go' }).click();
  await expect(page.getByText(/Signed by/)).toBeVisible();
  await context.close();
});

test('a part of somebody who is not licensed yet goes to their supervisor, comes back with a word, and is co-signed', async ({
  browser,
  stack,
  seed,
}) => {
  const { programId, lead, patients, sessionId, password } = await heldSession(seed);
  const [patient] = patients;
  const supervisor = await seed.staff(programId, 'supervisor');
  await seed.password(supervisor);
  const day = (days: number) => Temporal.Now.plainDateISO().add({ days }).toString();
  const profile = { credentials: '', npi: null, preLicensed: false, licences: [], supervision: [] };
  const licence = { id: randomUUID(), type: 'LCSW', number: '90210', state: 'NY', from: day(-300), to: day(300) };
  await seed.admin.call(saveStaffProfile, {
    params: { personId: supervisor.id },
    body: { ...profile, credentials: 'LCSW', licences: [licence] },
  });
  const supervision = [{ id: randomUUID(), supervisorId: supervisor.id, from: day(-300), to: null }];
  await seed.admin.call(saveStaffProfile, { params: { personId: lead.id }, body: { ...profile, preLicensed: true, supervision } });
  const author = await Visitor.open(browser, stack, lead);
  const other = await Visitor.open(browser, stack, supervisor);
  const sign = async (text: string) => {
    await field(author.page).fill(text);
    await saved(author.page);
    await author.page.keyboard.press('Control+Enter');
    const dialog = author.page.getByRole('dialog');
    await expect(dialog.getByText(`Goes to ${supervisor.name} ${supervisor.surname} for co-signature.`)).toBeVisible();
    if (await dialog.getByLabel('Your password').isVisible()) await dialog.getByLabel('Your password').fill(password);
    await author.page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(author.page.getByText(/Goes to .* for co-signature/)).toBeVisible();
  };

  await author.page.goto(`/sessions/${sessionId}/notes?part=${patient.id}`);
  await sign('Took part.');
  await other.page.goto('/');
  await other.page.getByRole('region', { name: 'Notes to co-sign' }).getByRole('link').first().click();
  await expect(other.page.getByText('Took part.')).toBeVisible();
  await other.page.getByRole('button', { name: 'Give it back…' }).click();
  await other.page.getByLabel(/A word to/).fill('Say how they responded.');
  await other.page.getByRole('button', { name: 'Give it back', exact: true }).click();
  await expect(other.page.getByText(/gave this part back/)).toBeVisible();

  await author.page.reload();
  await expect(author.page.getByText('Say how they responded.')).toBeVisible();
  await sign('Took part, and was calmer after the exercise.');
  await other.page.reload();
  await other.page.getByLabel('Your password').fill(password);
  await other.page.getByRole('button', { name: 'Co-sign', exact: true }).click();
  await expect(other.page.getByText(/Co-signed by/)).toBeVisible();
  const text = await printed(other.page);
  expect(text).toContain('was calmer after the exercise');
  expect(text).toContain(`Co-signed by ${supervisor.name} ${supervisor.surname}, LCSW`);
  await author.close();
  await other.close();
});
