import AxeBuilder from '@axe-core/playwright';
import { readSession } from '@rejoin/shared';
import type { Locator, Page } from '@playwright/test';
import path from 'node:path';
import { receivedMedia } from '../support/media.ts';
import { expect, test } from '../support/stack.ts';
import { stillness } from '../support/stillness.ts';
import { Visitor } from '../support/visitor.ts';

/** With DOOR_PICTURES=<folder> what is looked at here is saved there. */
const folder = process.env['DOOR_PICTURES'];

/** Nothing stands in anybody's way here, on a wide screen and on a phone. */
async function look(page: Page, name: string): Promise<void> {
  for (const [size, width, height] of [
    ['wide', 1280, 800],
    ['phone', 390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await stillness(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect.soft(violations.map(({ id, nodes }) => [name, size, id, nodes.map((node) => node.html.slice(0, 160))])).toEqual([]);
    if (folder) await page.screenshot({ path: path.join(folder, `${name}-${size}.png`) });
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** Notes on the page's own clock when the room is first there. */
async function noteWhenIn(page: Page): Promise<void> {
  await page.evaluate(() => {
    const isThere = () => document.querySelector('[role="toolbar"]') !== null;
    const watch = new MutationObserver(() => {
      if (!isThere()) return;
      Reflect.set(window, 'shownAt', Date.now());
      watch.disconnect();
    });
    watch.observe(document.body, { subtree: true, childList: true });
  });
}

const shownAt = (page: Page): Promise<number> => page.evaluate(() => Number(Reflect.get(window, 'shownAt')));
const row = (page: Page, name: string): Locator => page.getByRole('listitem').filter({ hasText: name }).first();

test('staff hold the door: a list, words, one key to admit, a kind no, a question on leaving, an end that can be taken back', async ({
  browser,
  stack,
  seed,
}) => {
  test.slow();
  const programId = await seed.program();
  const lead = await seed.staff(programId, 'therapist');
  const [ann, ben] = [await seed.patient(programId), await seed.patient(programId)];
  const sessionId = await seed.session(programId, lead, [ann, ben]);
  const therapist = await Visitor.open(browser, stack, lead);
  const [guest, other] = [await Visitor.open(browser, stack, ann), await Visitor.open(browser, stack, ben)];
  const { page } = therapist;

  await test.step('staff see everyone expected before they come in, and not themselves as somebody to meet', async () => {
    await therapist.goToRoom(sessionId);
    const list = page.getByRole('region', { name: 'Everyone expected' });
    await expect(list.getByText('3 expected · 0 in')).toBeVisible();
    for (const { name } of [ann, ben]) await expect(row(page, name)).toContainText('ready, not here yet');
    await expect(page.getByText(`You will meet ${lead.name}`)).toHaveCount(0);
    await look(page, 'staff-before');
  });

  await test.step('who waits reads who leads, how many come, and that nobody sees them; the camera rests', async () => {
    await guest.join(sessionId);
    await expect(guest.page.getByText(`${lead.name} leads this session. 1 other patient is expected.`)).toBeVisible();
    await expect(guest.page.getByText('Nobody sees or hears you yet.')).toBeVisible();
    await expect(guest.page.locator('video')).toHaveCount(0);
    await guest.page.getByRole('button', { name: 'See my own picture' }).click();
    await expect(guest.page.locator('video')).toHaveCount(1);
    await expect(row(page, ann.name)).toContainText('waits');
  });

  await test.step('words go both ways, and to nobody else', async () => {
    await other.join(sessionId);
    await guest.page.getByRole('textbox', { name: 'Message to staff' }).fill('My neighbour is loud today');
    await guest.page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page.getByRole('button', { name: /^People/ }).click();
    await page.getByRole('button', { name: `1 new from ${ann.name}: read and write` }).click();
    await expect(page.getByText('My neighbour is loud today')).toBeVisible();
    await page.getByRole('textbox', { name: `Message to ${ann.name}` }).fill('Thank you for telling us');
    await page.keyboard.press('Enter');
    await expect(guest.page.getByText('Thank you for telling us')).toBeVisible();
    await look(page, 'staff-list');
    await look(guest.page, 'waiting');
    expect(other.hasReceived('neighbour')).toBe(false);
  });

  await test.step('one key admits, and it shows at the patient within a second', async () => {
    await row(page, ann.name).focus();
    await noteWhenIn(guest.page);
    const pressedAt = await page.evaluate(() => Date.now());
    await page.keyboard.press('a');
    await guest.inRoom();
    const took = (await shownAt(guest.page)) - pressedAt;
    expect(took).toBeGreaterThan(0);
    expect(took).toBeLessThan(1_000);
  });

  await test.step('a no at the door is kind, says what happens now, and can be followed by a yes', async () => {
    await row(page, ben.name).focus();
    await page.keyboard.press('r');
    await page.getByRole('radio', { name: 'Their place is not private' }).click();
    await look(page, 'staff-refuse');
    await page.getByRole('button', { name: 'Not now, may come back today' }).click();
    await expect(other.page.getByRole('heading', { name: 'Not just now' })).toBeVisible();
    await expect(other.page.getByText('Find a room of your own')).toBeVisible();
    await expect(other.page.getByRole('link', { name: 'Call 555-0100' })).toBeVisible();
    await expect(row(page, ben.name)).toContainText('May come back today');
    await look(other.page, 'refused');
    await other.page.getByRole('button', { name: 'Come back' }).click();
    await other.page.getByRole('button', { name: 'Join', exact: true }).click();
    await expect(row(page, ben.name)).toContainText('waits');
    await row(page, ben.name).focus();
    await page.keyboard.press('Shift+A');
    await other.inRoom();
    await page.getByRole('button', { name: 'Start session' }).click();
  });

  await test.step('one key and a sentence put back to the waiting room', async () => {
    await row(page, ben.name).focus();
    await page.keyboard.press('b');
    await page.getByRole('dialog').getByRole('button', { name: 'Put back' }).click();
    await expect(other.page.getByRole('heading', { name: 'Back in the waiting room' })).toBeVisible();
    await expect(row(page, ben.name)).toContainText('waits');
    await page.keyboard.press('Shift+A');
    await other.inRoom();
    expect(guest.hasReceived('"reason":"notPrivate"')).toBe(false);
    expect(therapist.hasReceived('"reason":"notPrivate"')).toBe(true);
  });

  await test.step('whoever leaves is gone at once, and may say how they are to staff only', async () => {
    await other.page.getByRole('button', { name: 'Leave', exact: true }).click();
    await expect(other.page.getByRole('heading', { name: 'You have left' })).toBeVisible();
    await expect(row(page, ben.name)).toContainText('has left');
    await look(other.page, 'left');
    await other.page.getByRole('button', { name: 'Please call me' }).click();
    await expect(page.getByRole('region', { name: 'Please look after' }).getByText(`${ben.name} asks for a call`)).toBeVisible();
    await expect(page.getByRole('link', { name: `Call 555-0123: ${ben.name}` }).first()).toBeVisible();
    await look(page, 'staff-care');
    expect(guest.hasReceived('"answer":"call"')).toBe(false);
    expect(therapist.hasReceived('"answer":"call"')).toBe(true);
  });

  await test.step('whoever is not safe gets help at once, and staff see it until one of them has seen to it', async () => {
    await page
      .getByRole('region', { name: 'Please look after' })
      .getByRole('button', { name: `${ben.name}: seen` })
      .click();
    await other.page.getByRole('button', { name: 'Come back' }).click();
    await other.page.getByRole('button', { name: 'Join', exact: true }).click();
    await other.inRoom();
    await other.page.getByRole('button', { name: 'Leave', exact: true }).click();
    await other.page.getByRole('button', { name: 'I’m not safe' }).click();
    await expect(other.page.getByRole('dialog').getByRole('link', { name: 'Call 988' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Please look after' }).getByText(`${ben.name} said: I’m not safe`)).toBeVisible();
  });

  const endForAll = async () => {
    await page.getByRole('button', { name: 'End for everyone' }).click();
    await expect(page.getByRole('dialog').getByText(`Still here: ${ann.name}.`)).toBeVisible();
    await look(page, 'staff-end');
    await page.getByRole('dialog').getByRole('button', { name: 'Yes, end it' }).click();
    await expect(guest.page.getByText('Thank you for being here')).toBeVisible();
  };

  await test.step('an end is taken back, and people come back by themselves', async () => {
    await endForAll();
    await page.getByRole('button', { name: /^Take the end back/ }).click();
    for (const visitor of [therapist, guest]) {
      await visitor.inRoom();
      await expect.poll(async () => (await receivedMedia(visitor.page)).framesDecoded, { timeout: 30_000 }).toBeGreaterThan(5);
    }
    expect((await seed.as(lead).call(readSession, { params: { sessionId } })).endedAt).toBeNull();
  });

  await test.step('an end for good closes kindly: the next session, help, and a word with staff', async () => {
    await endForAll();
    await expect(guest.page.getByText('No next session is planned yet')).toBeVisible();
    await expect(guest.page.getByRole('button', { name: 'Get help now' })).toBeVisible();
    await guest.page.getByRole('textbox', { name: 'Message to staff' }).fill('That was a good hour');
    await guest.page.keyboard.press('Enter');
    await expect(page.getByText('That was a good hour')).toBeVisible();
    await look(guest.page, 'closing');
    await look(page, 'staff-closing');
    await page.getByRole('button', { name: `${ben.name}: called` }).click();
    await expect(page.getByRole('region', { name: 'Please look after' })).toHaveCount(0);
    await page.goto(`/sessions/${sessionId}`);
    await expect(page.getByText(/said: I’m not safe.*Staff called/)).toBeVisible();
    await look(page, 'session-page');
  });

  for (const visitor of [therapist, guest, other]) visitor.expectOwnHostOnly();
  await Promise.all([therapist, guest, other].map((visitor) => visitor.close()));
});

test('a page goes on by itself when the other one of the same person closes, and sends nothing by that', async ({
  browser,
  stack,
  seed,
}) => {
  const programId = await seed.program();
  const lead = await seed.staff(programId, 'therapist');
  const patient = await seed.patient(programId);
  const sessionId = await seed.session(programId, lead, [patient]);
  const guest = await Visitor.open(browser, stack, patient);
  await guest.join(sessionId);
  await expect(guest.page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
  const second = await guest.context.newPage();
  await second.goto(`/sessions/${sessionId}/room`);
  await expect(second.getByRole('button', { name: 'Stay on the other one' })).toBeVisible();
  await guest.page.close();
  await expect(second.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible({ timeout: 40_000 });
  await expect(second.getByText('Your camera is off, also when you come in.')).toBeVisible();
  await guest.close();
});
