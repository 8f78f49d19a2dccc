import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import path from 'node:path';
import { receivedMedia } from '../support/media.ts';
import { expect, test } from '../support/stack.ts';
import { stillness } from '../support/stillness.ts';
import { Visitor } from '../support/visitor.ts';

test.use({ relays: true });
test.setTimeout(180_000);

/** With BEFORE_PICTURES=<folder> what is looked at here is saved there. */
const folder = process.env['BEFORE_PICTURES'];

async function expectOpenToAll(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect.soft(violations.map(({ id, nodes }) => [name, id, nodes.map((node) => node.html.slice(0, 160))])).toEqual([]);
}

/** Nothing stands in anybody's way here; with a folder, how it looks wide and on a phone. */
async function look(page: Page, name: string, scheme: 'light' | 'dark' = 'light'): Promise<void> {
  if (!folder) return expectOpenToAll(page, name);
  await page.emulateMedia({ colorScheme: scheme });
  for (const [size, width, height] of [
    ['wide', 1280, 800],
    ['phone', 390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await stillness(page);
    await expectOpenToAll(page, `${name} ${scheme} ${size}`);
    await page.screenshot({ path: path.join(folder, `${name}-${scheme}-${size}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1280, height: 800 });
}

const found = (page: Page, name: string) => page.locator(`[data-check="${name}"]`);
const isKept = /^This is kept/;

/** The browser says no, or has nothing to give. */
function refuseGear(refused: Record<string, string>): void {
  const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = (asked) => {
    const error = (asked?.video && refused['video']) || (asked?.audio && refused['audio']);
    return error ? Promise.reject(new DOMException('Not given', error)) : real(asked);
  };
}

test.describe('before the room', () => {
  test('the check tries everything by itself in under 20 seconds, on the usual way and by the detour over TCP', async ({
    browser,
    stack,
    seed,
  }) => {
    const programId = await seed.program();
    const [lead, ann] = [await seed.staff(programId, 'therapist'), await seed.patient(programId)];
    const sessionId = await seed.session(programId, lead, [ann]);
    const visitor = await Visitor.open(browser, stack, ann);
    const { page } = visitor;
    await page.goto('/');
    const began = Date.now();
    await page.getByRole('link', { name: 'Check camera, sound and internet' }).click();
    await expect(page.getByText(isKept).first()).toBeVisible({ timeout: 20_000 });
    const seconds = (Date.now() - began) / 1000;
    test.info().annotations.push({ type: 'seconds for the whole check', description: seconds.toFixed(1) });
    console.log(`The whole check took ${seconds.toFixed(1)} s.`);
    expect(seconds).toBeLessThan(20);
    for (const name of ['Camera', 'Microphone', 'Internet', 'Second way']) {
      await expect(found(page, name)).toHaveAttribute('data-result', 'good');
    }
    await page.getByRole('button', { name: 'I hear it', exact: true }).click();
    await expect(found(page, 'Sound')).toContainText('You hear us.');
    const { rows } = await seed.database.query(
      `SELECT camera, microphone, speaker, network, turn, browser FROM device_check WHERE person_id = $1 ORDER BY at DESC LIMIT 1`,
      [ann.id],
    );
    expect(rows[0]).toMatchObject({ camera: 'good', microphone: 'good', network: 'good', turn: 'good', browser: 'chrome' });
    const rooms = await seed.database.query(`SELECT 1 FROM check_room WHERE person_id = $1 AND closed_at IS NULL`, [ann.id]);
    expect(rooms.rows).toEqual([]);
    await look(page, 'check-good');
    if (folder) await look(page, 'check-good', 'dark');
    await page.getByRole('link', { name: 'Go on to the session' }).click();
    await expect(page).toHaveURL(new RegExp(`/sessions/${sessionId}/room`));
    await expect(page.getByRole('link', { name: 'Your device works. Check again' })).toBeVisible();
    visitor.expectOwnHostOnly();
    await visitor.close();
  });

  test('a blocked camera gets the steps of this very browser, and a missing one is no obstacle', async ({ browser, stack, seed }) => {
    const programId = await seed.program();
    const [lead, ann, ben] = [await seed.staff(programId, 'therapist'), await seed.patient(programId), await seed.patient(programId)];
    const sessionId = await seed.session(programId, lead, [ann, ben]);
    const blocked = await Visitor.open(browser, stack, ann);
    await blocked.context.addInitScript(refuseGear, { video: 'NotAllowedError', audio: 'NotAllowedError' });
    await blocked.page.goto(`/check?session=${sessionId}`);
    await expect(found(blocked.page, 'Camera')).toHaveAttribute('data-result', 'blocked');
    await expect(blocked.page.getByText('Press the sign at the left end of the web address, at the top of the window.')).toBeVisible();
    await expect(found(blocked.page, 'Internet')).toHaveAttribute('data-result', 'good');
    await expect(blocked.page.getByText('You can join without them, too.')).toBeVisible();
    await look(blocked.page, 'check-blocked');
    await blocked.page.getByRole('link', { name: 'Go on to the session' }).click();
    await expect(blocked.page.getByText('Turn on Camera and Microphone.')).toBeVisible();
    await expect(blocked.page.getByRole('button', { name: 'Join', exact: true })).toBeEnabled();
    await look(blocked.page, 'preview-blocked');

    const without = await Visitor.open(browser, stack, ben);
    await without.context.addInitScript(refuseGear, { video: 'NotFoundError', audio: '' });
    await without.page.goto(`/check?session=${sessionId}`);
    await expect(without.page.getByText(isKept).first()).toBeVisible({ timeout: 20_000 });
    await expect(found(without.page, 'Camera')).toContainText('You can join without it.');
    await expect(found(without.page, 'Microphone')).toHaveAttribute('data-result', 'good');
    for (const visitor of [blocked, without]) {
      expect(visitor.errors).toEqual([]);
      await visitor.close();
    }
  });

  test('staff read the result and the wish of today beside the name and on the tile, and no peer is sent either', async ({
    browser,
    stack,
    seed,
  }) => {
    const programId = await seed.program();
    const lead = await seed.staff(programId, 'therapist');
    const [ann, ben] = [await seed.patient(programId), await seed.patient(programId)];
    const sessionId = await seed.session(programId, lead, [ann, ben]);
    const [staff, one, peer] = [
      await Visitor.open(browser, stack, lead),
      await Visitor.open(browser, stack, ann),
      await Visitor.open(browser, stack, ben),
    ];
    await one.context.addInitScript(refuseGear, { video: 'NotFoundError', audio: '' });
    await staff.join(sessionId);
    await staff.inRoom();
    await peer.join(sessionId);

    await test.step('said before coming in, with a short word', async () => {
      await one.page.goto(`/check?session=${sessionId}`);
      await expect(one.page.getByText(isKept).first()).toBeVisible({ timeout: 20_000 });
      await one.page.getByRole('link', { name: 'Go on to the session' }).click();
      await one.page.getByRole('button', { name: 'Say how' }).click();
      await look(one.page, 'wish-form');
      await one.page.getByRole('radio', { name: 'Camera off' }).check();
      await one.page.getByRole('radio', { name: 'I only write' }).check();
      await one.page.getByRole('checkbox', { name: "Please don't call on me today" }).check();
      await one.page.getByRole('textbox', { name: 'A short word for staff, if you like' }).fill('Sore throat since Sunday');
      await one.page.getByRole('button', { name: 'Tell staff' }).click();
      await expect(one.page.getByText('Camera off, you only write, nobody calls on you. Staff know.')).toBeVisible();
      await look(one.page, 'wish-said');
      if (folder) await look(one.page, 'wish-said', 'dark');
      await one.page.getByRole('button', { name: 'Join', exact: true }).click();
      await expect(one.page.getByText('Nobody sees or hears you yet.')).toBeVisible();
    });

    await test.step('staff see it beside the waiting name', async () => {
      await staff.page.getByRole('button', { name: /^People/ }).click();
      const chips = staff.page.getByRole('list', { name: `Today, ${ann.name}` });
      for (const text of ['Camera off', 'only writes', "don't call on", '“Sore throat since Sunday”', 'no camera']) {
        await expect(chips.getByText(text)).toBeVisible();
      }
      if (folder) await staff.page.screenshot({ path: path.join(folder, 'staff-list.png') });
      await staff.page.getByRole('button', { name: `Admit ${ann.name}` }).click();
      await staff.page.getByRole('button', { name: `Admit ${ben.name}` }).click();
      for (const visitor of [one, peer]) await visitor.inRoom();
    });

    await test.step('and on the tile; changed inside it is changed there', async () => {
      const tile = staff.page.getByRole('region', { name: ann.name });
      await expect(tile.getByText("don't call on")).toBeVisible();
      if (folder) await staff.page.screenshot({ path: path.join(folder, 'staff-tile.png') });
      await one.page.getByRole('button', { name: 'More', exact: true }).click();
      await one.page.getByRole('menuitem', { name: /How I take part today/ }).click();
      await one.page.getByRole('radio', { name: 'I may speak' }).check();
      await look(one.page, 'wish-inside');
      await one.page.getByRole('button', { name: 'Tell staff' }).click();
      await expect(tile.getByText('only writes')).toHaveCount(0);
    });

    await test.step('a peer in the same room received neither', async () => {
      await expect.poll(async () => (await receivedMedia(peer.page)).iceServers.length).toBeGreaterThan(0);
      // As it is written in a view: the programs that a page loads have the words without quotes.
      for (const secret of ['Sore throat', '"dontCall":', '"wish":{', '"check":{']) {
        expect([secret, staff.hasReceived(secret), peer.hasReceived(secret)]).toEqual([secret, true, false]);
      }
    });
    for (const visitor of [staff, one, peer]) {
      expect(visitor.errors).toEqual([]);
      await visitor.close();
    }
  });
});
