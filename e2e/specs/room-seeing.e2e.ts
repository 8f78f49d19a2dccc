import { type Page } from '@playwright/test';
import { receivedSince, speakSteadily } from '../support/media.ts';
import type { Seed, Somebody } from '../support/seed.ts';
import { expect, test } from '../support/stack.ts';
import type { Stack } from '../../infra/src/stack.ts';
import { Visitor } from '../support/visitor.ts';

const tile = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const pictures = (page: Page) => page.locator('main section video');

async function choose(page: Page, group: string, choice: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('group', { name: group }).getByRole('menuitemradio', { name: choice, exact: true }).click();
  await page.keyboard.press('Escape');
}

/** How often each tile of somebody else was drawn on this page. */
async function draws(page: Page): Promise<Record<string, number>> {
  const names = await page
    .locator('main section[data-seat]')
    .evaluateAll((tiles) =>
      tiles.map((one): [string, string] => [one.getAttribute('data-seat') ?? '', one.getAttribute('aria-label') ?? '']),
    );
  const counts = await page.evaluate(() => {
    const renders: Record<string, number> = Reflect.get(window, 'rejoinTileRenders');
    return renders;
  });
  return Object.fromEntries(names.map(([seatId, name]) => [name, counts[seatId] ?? 0]));
}

interface Cast {
  lead: Somebody;
  speaker: Somebody;
  viewer: Somebody;
  observer: Somebody;
}

async function everyoneIn(browserOf: (somebody: Somebody) => Promise<Visitor>, cast: Cast, sessionId: string) {
  const [lead, speaker, viewer, observer] = await Promise.all([cast.lead, cast.speaker, cast.viewer, cast.observer].map(browserOf));
  if (!lead || !speaker || !viewer || !observer) throw new Error('Somebody has no browser.');
  await speaker.context.addInitScript(speakSteadily);
  await lead.join(sessionId);
  for (const one of [speaker, viewer, observer]) await one.join(sessionId);
  await expect(lead.page.getByText('3 people wait').first()).toBeVisible();
  await lead.page.getByRole('button', { name: 'Admit everyone' }).click();
  await lead.page.getByRole('button', { name: 'Start session' }).click();
  for (const one of [speaker, viewer, observer]) await one.inRoom();
  return { lead, speaker, viewer, observer };
}

async function cast(seed: Seed): Promise<{ people: Cast; sessionId: string }> {
  const program = await seed.program();
  const lead = await seed.staff(program, 'therapist');
  const [speaker, viewer] = [await seed.patient(program), await seed.patient(program)];
  const observer = await seed.staff(program, 'therapist');
  const sessionId = await seed.session(program, lead, [speaker, viewer]);
  await seed.seat(sessionId, observer, 'observer');
  return { people: { lead, speaker, viewer, observer }, sessionId };
}

test('each person sees the room as they want, and gets no more than they see', async ({
  browser,
  stack,
  seed,
}: {
  browser: Parameters<typeof Visitor.open>[0];
  stack: Stack;
  seed: Seed;
}) => {
  const { people, sessionId } = await cast(seed);
  const { lead, speaker, viewer, observer } = await everyoneIn((one) => Visitor.open(browser, stack, one), people, sessionId);
  const { page } = viewer;
  const since = receivedSince(page);

  await test.step('everyone is side by side; who only listens is named, and has no picture', async () => {
    await expect(pictures(page)).toHaveCount(3);
    await expect(page.getByRole('list', { name: 'Observers' })).toContainText(people.observer.name);
    await expect(tile(page, people.observer.name)).toHaveCount(0);
    await expect(pictures(observer.page)).toHaveCount(3);
    await expect(observer.page.getByRole('button', { name: /camera/i })).toHaveCount(0);
  });

  await test.step('news that concern no picture draw no tile again', async () => {
    await expect.poll(async () => (await since())?.frames).toBeGreaterThan(0);
    const before = await draws(page);
    await lead.page.getByRole('button', { name: /^Chat/ }).click();
    await lead.page.getByRole('textbox', { name: /message/i }).fill('Welcome');
    await lead.page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Chat' })).toHaveAccessibleDescription('1 new message');
    expect(await draws(page)).toEqual(before);
  });

  await test.step('a microphone draws only its own tile again', async () => {
    const before = await draws(page);
    await speaker.page.getByRole('button', { name: 'Turn microphone on' }).click();
    await expect(tile(page, people.speaker.name)).toHaveAttribute('data-speaking', 'true', { timeout: 15_000 });
    const after = await draws(page);
    expect(after[people.speaker.name]).toBeGreaterThan(before[people.speaker.name] ?? 0);
    expect(after[people.lead.name]).toBe(before[people.lead.name]);
  });

  await test.step('without pictures no picture is sent, and that is said', async () => {
    await choose(page, 'Pictures I get', 'None');
    await expect(page.getByRole('main').getByText('You see no pictures. You hear everyone')).toBeVisible();
    await expect.poll(async () => (await since())?.frames, { intervals: [1_000] }).toBe(0);
    const silent = await since();
    expect(silent?.bytes).toBeLessThan(5_000);
  });

  for (const one of [lead, speaker, viewer, observer]) {
    await one.close();
  }
});
