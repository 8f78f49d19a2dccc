import type { Page } from '@playwright/test';
import path from 'node:path';
import { expect, test } from '../support/stack.ts';
import { stillness } from '../support/stillness.ts';
import { Visitor } from '../support/visitor.ts';

/** With SHARING_PICTURES=<folder> what is looked at here is saved there. */
const folder = process.env['SHARING_PICTURES'];
const pdf = { name: 'Box breathing.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nBreathe in') };

async function look(page: Page, name: string): Promise<void> {
  if (!folder) return;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await stillness(page);
    await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`) });
  }
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Runs in the page before anything else: a screen that counts, and what was asked of the browser. */
function fakeScreen(): void {
  navigator.mediaDevices.getDisplayMedia = (asked) => {
    Object.assign(window, { rejoinAsked: asked });
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
    const context = canvas.getContext('2d');
    let count = 0;
    const stream = canvas.captureStream(5);
    const timer = setInterval(() => {
      if (stream.getVideoTracks()[0]?.readyState === 'ended') clearInterval(timer);
      if (!context) return;
      context.fillStyle = '#f4efe4';
      context.fillRect(0, 0, 640, 360);
      context.fillStyle = '#2d4a44';
      context.font = '48px serif';
      context.fillText(`Box breathing ${(count += 1)}`, 80, 120);
    }, 200);
    return Promise.resolve(stream);
  };
}

async function openSharer(...args: Parameters<typeof Visitor.open>): Promise<Visitor> {
  const visitor = await Visitor.open(...args);
  await visitor.context.addInitScript(fakeScreen);
  return visitor;
}

const screenOf = (page: Page, name: string) => page.getByLabel(`The screen of ${name}`);

/** New frames of it are painted. */
async function expectMoving(page: Page, name: string): Promise<void> {
  const time = () =>
    screenOf(page, name).evaluate((video) => (video instanceof HTMLVideoElement && video.videoWidth > 0 ? video.currentTime : 0));
  await expect.poll(time, { timeout: 20_000 }).toBeGreaterThan(0);
  const before = await time();
  await expect.poll(time).toBeGreaterThan(before);
}

async function more(page: Page, entry: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

async function share(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Choose what to share' }).click();
  await expect(page.getByText('You share your screen.')).toBeVisible();
}

test.describe('sharing', () => {
  test('a screen is seen and covers what is private; worksheets stay; a second device leads along', async ({ browser, stack, seed }) => {
    const programId = await seed.program();
    const [lead, ann, ben] = [await seed.staff(programId, 'therapist'), await seed.patient(programId), await seed.patient(programId)];
    const sessionId = await seed.session(programId, lead, [ann, ben]);
    const therapist = await openSharer(browser, stack, lead);
    const guest = await openSharer(browser, stack, ann);
    await guest.join(sessionId);
    await therapist.join(sessionId);
    await therapist.page.getByRole('button', { name: `Admit ${ann.name}`, exact: true }).click();
    await therapist.page.getByRole('button', { name: 'Start session' }).click();
    await guest.inRoom();
    const late = await Visitor.open(browser, stack, ben, { phone: true });

    await test.step('staff show a screen: one tab is offered first, without sound, and the others see it move', async () => {
      await expect(guest.page.getByRole('button', { name: 'Share a screen' })).toHaveCount(0);
      await therapist.page.getByRole('button', { name: 'Share a screen' }).click();
      await look(therapist.page, 'share-question');
      await share(therapist.page);
      const asked: unknown = await therapist.page.evaluate((): unknown => Reflect.get(window, 'rejoinAsked'));
      expect(asked).toMatchObject({ audio: false, video: { displaySurface: 'browser' }, selfBrowserSurface: 'exclude' });
      await expectMoving(guest.page, lead.name);
      await look(guest.page, 'share-seen');
      await look(therapist.page, 'share-mine');
    });

    await test.step('meanwhile names and notices are covered in every tab, and shown one by one on purpose', async () => {
      await late.join(sessionId);
      await expect(late.page.getByText(/waiting room/i).first()).toBeVisible();
      await expect(therapist.page.getByText('Something for you is covered while you share.')).toBeVisible();
      await expect(therapist.page.getByRole('button', { name: `Admit ${ben.name}`, exact: true })).toBeHidden();
      const second = await therapist.context.newPage();
      await second.goto(`/sessions/${sessionId}`);
      await expect(second.getByText('This page is covered while you share your screen.')).toBeVisible();
      await expect(second.getByText(ann.name).first()).toBeHidden();
      await expect(second).toHaveTitle('Rejoin');
      await look(second, 'covered-page');
      await second.getByRole('button', { name: 'Show here' }).click();
      await expect(second.getByText(ann.name).first()).toBeVisible();
      await therapist.page.getByRole('button', { name: 'Stop sharing' }).first().click();
      await expect(screenOf(guest.page, lead.name)).toHaveCount(0);
      await expect(second.getByRole('button', { name: 'Cover again' })).toHaveCount(0);
      await expect(therapist.page.getByRole('button', { name: `Admit ${ben.name}`, exact: true })).toBeVisible();
      await second.close();
    });

    await test.step('a person shows a screen once staff allow it, and staff end it at once', async () => {
      await therapist.page.getByRole('button', { name: `Choices for ${ann.name}` }).click();
      await therapist.page.getByRole('menuitem', { name: /^Allow screen sharing/ }).click();
      await more(guest.page, 'Share a screen');
      await share(guest.page);
      await expectMoving(therapist.page, ann.name);
      await expect(therapist.page.getByText('Something for you is covered while you share.')).toHaveCount(0);
      await therapist.page.getByRole('button', { name: 'Put aside' }).click();
      await expect(screenOf(therapist.page, ann.name)).toHaveCount(0);
      await therapist.page.getByRole('button', { name: 'Show it' }).click();
      await therapist.page.getByRole('button', { name: 'End it for all' }).click();
      await expect(guest.page.getByText('You share your screen.')).toHaveCount(0);
    });

    await test.step('a page and a worksheet stay in the panel: over a reload, and for who comes later', async () => {
      await more(therapist.page, 'Worksheets and links');
      const panel = therapist.page.getByRole('complementary', { name: 'Worksheets and links' });
      await panel.getByLabel('Name').fill('Sleep well');
      await panel.getByLabel('Address').fill('http://example.org');
      await panel.getByRole('button', { name: 'Share with everyone' }).click();
      await expect(panel.getByText('Write an address that begins with https://')).toBeVisible();
      await panel.getByLabel('Address').fill('https://example.org/sleep');
      await panel.getByRole('button', { name: 'Share with everyone' }).click();
      await expect(panel.getByRole('link', { name: /Sleep well/ })).toBeVisible();
      await panel.getByText('A worksheet', { exact: true }).click();
      await panel.locator('input[type="file"]').setInputFiles(pdf);
      await panel.getByRole('button', { name: 'Share with everyone' }).click();
      await expect(panel.getByRole('link', { name: /Box breathing/ })).toBeVisible();
      await look(therapist.page, 'materials-staff');
      await expect(guest.page.getByText(`${lead.name} shared: Box breathing`).first()).toBeVisible();
      await look(guest.page, 'materials-news');
      await guest.page.reload();
      await guest.inRoom();
      await more(guest.page, /^Shared with you/);
      await look(guest.page, 'materials-patient');
      const sheet = guest.page.getByRole('link', { name: /Box breathing/ });
      const file = await guest.page.request.get((await sheet.getAttribute('href')) ?? '');
      expect([file.status(), file.headers()['content-type'], await file.text()]).toEqual([200, 'application/pdf', '%PDF-1.7\nBreathe in']);
      await expect(guest.page.getByRole('link', { name: /Sleep well/ })).toHaveAttribute('href', 'https://example.org/sleep');
      expect((await late.page.request.get((await sheet.getAttribute('href')) ?? '')).status()).toBe(404);
    });

    await test.step('the panel on a phone lets people in and runs the agenda, and takes nobody’s place', async () => {
      const phone = await Visitor.open(browser, stack, lead, { phone: true });
      await phone.page.goto(`/sessions/${sessionId}/panel`);
      await phone.page.getByRole('button', { name: `Admit ${ben.name}`, exact: true }).click();
      await late.inRoom();
      await look(phone.page, 'panel-people');
      await phone.page.getByText('Agenda', { exact: true }).click();
      await look(phone.page, 'panel-agenda');
      await phone.page.getByText('Shared', { exact: true }).click();
      await expect(phone.page.getByRole('link', { name: /Sleep well/ })).toBeVisible();
      await look(phone.page, 'panel-shared');
      const loaded = await phone.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
      expect(loaded.filter((name) => /livekit|mediaRoom/i.test(name))).toEqual([]);
      await expect(therapist.page.getByRole('toolbar', { name: 'Controls' })).toBeVisible();
      await expect(late.page.getByText(`${lead.name} shared: Box breathing`).first()).toBeVisible();
      await look(late.page, 'late-phone');
      phone.expectOwnHostOnly();
      await phone.close();
    });

    for (const visitor of [therapist, guest, late]) {
      visitor.expectOwnHostOnly();
      await visitor.close();
    }
  });
});
