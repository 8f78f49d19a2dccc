import pg from 'pg';
import { field, heldSession, partsOf, saved } from '../support/notes.ts';
import { expect, test } from '../support/stack.ts';
import { Visitor } from '../support/visitor.ts';

test('what was typed is there after the tab, the server and the database are killed', async ({ browser, stack, seed }) => {
  const { lead, patients, sessionId } = await heldSession(seed);
  const [patient] = patients;
  // The throwaway database answers before it has written; what is promised here is what a real one keeps.
  const admin = new pg.Client({ connectionString: stack.adminUrl });
  await admin.connect();
  await admin.query('ALTER ROLE rejoin_app SET synchronous_commit = on');
  await admin.end();
  await stack.killServer();
  await stack.startServer();
  const visitor = await Visitor.open(browser, stack, lead);
  const address = `/sessions/${sessionId}/notes?part=${patient.id}`;
  const textOnServer = async () => (await partsOf(seed, lead, sessionId)).find((note) => note.patientId === patient.id)?.fields.Note ?? '';

  await test.step('a killed tab loses at most a second of typing', async () => {
    const { page } = visitor;
    await page.goto(address);
    const words = 'Spoke about the week and what had helped. ';
    await field(page).pressSequentially(words, { delay: 50 });
    await page.close();
    await expect.poll(async () => words.length - (await textOnServer()).length).toBeLessThanOrEqual(20);
  });

  const page = await visitor.context.newPage();
  await test.step('a killed server is said, and what was typed meanwhile is saved when it is back', async () => {
    await page.goto(address);
    await expect(field(page)).toHaveValue(/Spoke about/);
    await stack.killServer();
    await field(page).press('End');
    await field(page).pressSequentially('Typed without a server. ');
    await expect(page.getByText('Not saved yet: trying. Kept on this device.')).toBeVisible();
    await stack.startServer();
    await saved(page);
    expect(await textOnServer()).toContain('Typed without a server.');
  });

  await test.step('a killed database loses nothing that was said to be saved, and takes the rest when it is back', async () => {
    const before = await textOnServer();
    await stack.killPostgres();
    await field(page).pressSequentially('Typed without a database. ');
    await expect(page.getByText('Not saved yet: trying. Kept on this device.')).toBeVisible({ timeout: 30_000 });
    await stack.startPostgres();
    await seed.reconnect();
    await expect(page.locator('[data-phase="clean"]')).toContainText(/^Saved \d/, { timeout: 60_000 });
    const after = await textOnServer();
    expect(after.startsWith(before)).toBe(true);
    expect(after).toContain('Typed without a database.');
  });

  await test.step('a page that is loaded anew while the server is away sends what it had kept', async () => {
    await stack.killServer();
    await field(page).pressSequentially('Typed before the tab died. ');
    await expect(page.getByText('Not saved yet: trying. Kept on this device.')).toBeVisible();
    await stack.startServer();
    await page.reload();
    await expect.poll(textOnServer, { timeout: 30_000 }).toContain('Typed before the tab died.');
  });
  await visitor.close();
});
