import type { Browser } from '@playwright/test';
import type { Stack } from '../../infra/src/stack.ts';
import { holdDevices, plugIn, sleepAndWake, unplug } from '../support/devices.ts';
import { openFar } from '../support/line.ts';
import { receivedMedia } from '../support/media.ts';
import type { Seed } from '../support/seed.ts';
import { expect, test } from '../support/stack.ts';
import { Visitor } from '../support/visitor.ts';

const troubled = 'Your connection was interrupted';
const muted = { name: 'Turn microphone on', exact: true } as const;
const heard = { name: 'Turn microphone off', exact: true } as const;

async function prepared(seed: Seed) {
  const programId = await seed.program();
  const lead = await seed.staff(programId, 'therapist');
  const patient = await seed.patient(programId);
  return { lead, patient, sessionId: await seed.session(programId, lead, [patient]) };
}

/** Both are in the running room and see each other. */
async function together(sessionId: string, therapist: Visitor, guest: Visitor, name: string): Promise<void> {
  await guest.join(sessionId);
  await therapist.join(sessionId);
  await therapist.page.getByRole('button', { name: `Admit ${name}`, exact: true }).click();
  await therapist.page.getByRole('button', { name: 'Start session' }).click();
  for (const visitor of [therapist, guest]) await seesOne(visitor);
}

async function seesOne({ page }: Visitor): Promise<void> {
  const before = (await receivedMedia(page)).framesDecoded;
  await expect
    .poll(async () => (await receivedMedia(page)).framesDecoded, { timeout: 40_000, intervals: [250] })
    .toBeGreaterThan(before + 5);
}

async function withDevices(browser: Browser, stack: Stack, seed: Seed, dead = false) {
  const { lead, patient, sessionId } = await prepared(seed);
  const [therapist, guest] = [await Visitor.open(browser, stack, lead), await Visitor.open(browser, stack, patient)];
  await guest.context.addInitScript(holdDevices, dead);
  await together(sessionId, therapist, guest, patient.name);
  return { therapist, guest, patient, sessionId };
}

/** By the button of the person, and by what others get: a tile that says so, and no sound. */
async function staysMuted(guest: Visitor, therapist: Visitor, name: string): Promise<void> {
  await expect(guest.page.getByRole('button', muted)).toBeVisible();
  const tile = therapist.page.getByRole('region', { name, exact: true });
  await expect(tile.getByRole('img', { name: 'Microphone off' })).toBeVisible();
  const { audioEnergy } = await receivedMedia(therapist.page);
  await seesOne(therapist);
  expect((await receivedMedia(therapist.page)).audioEnergy - audioEnergy).toBeLessThan(1e-6);
}

/** Resolves with the milliseconds from now until the page says that the line is broken. */
async function toldAfter({ page }: Visitor, cut: () => void): Promise<number> {
  await page.evaluate((text) => {
    const told = new Promise<number>((resolve) => {
      const look = () => document.body.textContent.includes(text) && resolve(Date.now());
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
    });
    Object.assign(window, { rejoinTold: told });
  }, troubled);
  const from = Date.now();
  cut();
  return (await page.evaluate(() => Reflect.get(window, 'rejoinTold') as Promise<number>)) - from;
}

test('a dead line is told of within three seconds, and all is as it was when it returns', async ({
  playwright,
  launchOptions,
  browser,
  stack,
  seed,
}) => {
  const { lead, patient, sessionId } = await prepared(seed);
  const far = await openFar({ playwright, launchOptions, stack, somebody: patient });
  const [therapist, guest] = [await Visitor.open(browser, stack, lead), far.visitor];
  await together(sessionId, therapist, guest, patient.name);
  expect(far.line.datagrams()).toBeGreaterThan(0);

  const told = await toldAfter(guest, () => far.line.cut());
  test.info().annotations.push({ type: 'trouble told after (ms)', description: String(told) });
  expect(told).toBeLessThan(3_000);
  // So long that the room has missed the person, too.
  await expect(therapist.page.getByText('Connecting again…')).toBeVisible({ timeout: 40_000 });
  far.line.heal();
  await guest.inRoom();
  for (const visitor of [guest, therapist]) await seesOne(visitor);
  await expect(guest.page.getByText(troubled)).toHaveCount(0);
  await staysMuted(guest, therapist, patient.name);

  await guest.page.getByRole('button', muted).click();
  await toldAfter(guest, () => far.line.cut());
  far.line.heal();
  await seesOne(guest);
  await expect(guest.page.getByRole('button', heard)).toBeVisible();
  await Promise.all([far.close(), therapist.close()]);
});

interface Drop {
  name: string;
  happens: (stack: Stack, guest: Visitor) => Promise<void>;
}

const drops: Drop[] = [
  { name: 'a reload', happens: async (_, { page }) => void (await page.reload()) },
  {
    name: 'the end of our server',
    happens: async (stack) => {
      await stack.killServer('SIGKILL');
      await stack.startServer();
    },
  },
  {
    name: 'the end of the video server',
    happens: async (stack) => {
      await stack.stopLivekit('SIGKILL');
      await stack.startLivekit();
    },
  },
  { name: 'another microphone', happens: (_, { page }) => unplug(page, { gone: false }) },
  { name: 'a sleep', happens: (_, { page }) => sleepAndWake(page) },
];

async function everyDrop(browser: Browser, stack: Stack, seed: Seed, rounds: number): Promise<void> {
  const { therapist, guest, patient } = await withDevices(browser, stack, seed);
  for (let round = 0; round < rounds; round += 1) {
    for (const { name, happens } of drops) {
      await test.step(`muted after ${name}, round ${round + 1}`, async () => {
        await happens(stack, guest);
        await guest.inRoom();
        for (const visitor of [guest, therapist]) await seesOne(visitor);
        await staysMuted(guest, therapist, patient.name);
      });
    }
  }
  await Promise.all([therapist.close(), guest.close()]);
}

test('muted comes back muted after every kind of drop', ({ browser, stack, seed }) => {
  test.setTimeout(240_000);
  return everyDrop(browser, stack, seed, 1);
});

test('muted comes back muted, twenty times of twenty @soak', async ({ browser, stack, seed }) => {
  test.setTimeout(3_600_000);
  await everyDrop(browser, stack, seed, 20);
});

test('what was unplugged comes back when it is plugged in again: the picture as it was, the microphone off', async ({
  browser,
  stack,
  seed,
}) => {
  const { therapist, guest, patient } = await withDevices(browser, stack, seed);
  await guest.page.getByRole('button', muted).click();
  await unplug(guest.page, { gone: true });
  await expect(guest.page.getByText('We found no camera or microphone')).toBeVisible();
  await plugIn(guest.page);
  await expect(guest.page.getByText('We found no camera or microphone')).toHaveCount(0);
  await seesOne(therapist);
  await staysMuted(guest, therapist, patient.name);
  await Promise.all([therapist.close(), guest.close()]);
});

test('a phone that comes asks which one stays, and only one of them is in the room', async ({ browser, stack, seed }) => {
  const { therapist, guest, patient, sessionId } = await withDevices(browser, stack, seed);
  const phone = await Visitor.open(browser, stack, patient, { phone: true });
  await phone.goToRoom(sessionId);
  // A machine so busy that signs of life are late counts as away for a moment.
  await expect(phone.page.getByRole('heading', { name: 'You are here on another page' })).toBeVisible({ timeout: 40_000 });
  await phone.page.getByRole('button', { name: 'Stay here' }).click();
  await phone.inRoom();
  await seesOne(phone);
  await expect(guest.page.getByRole('heading', { name: 'You are here on another page' })).toBeVisible();
  await expect(guest.page.locator('video')).toHaveCount(0);
  await guest.page.getByRole('button', { name: 'Stay on the other one' }).click();
  await expect(guest.page.getByText('It sends no picture and no sound.')).toBeVisible();
  await staysMuted(phone, therapist, patient.name);
  await Promise.all([therapist.close(), guest.close(), phone.close()]);
});

test('who speaks into a dead microphone is told so, and can turn that off for good', async ({ browser, stack, seed }) => {
  const { therapist, guest } = await withDevices(browser, stack, seed, true);
  const told = guest.page.getByText("We can't hear you");
  await guest.page.getByRole('button', muted).click();
  await expect(told).toBeVisible({ timeout: 20_000 });
  await guest.page.getByRole('button', { name: 'Do not tell me this' }).click();
  await expect(told).toHaveCount(0);
  await guest.page.reload();
  await guest.inRoom();
  await guest.page.getByRole('button', { name: 'More', exact: true }).click();
  await guest.page.getByRole('menuitem', { name: 'Camera and microphone', exact: true }).click();
  await expect(guest.page.getByRole('switch', { name: 'Tell me when nobody can hear me' })).not.toBeChecked();
  await Promise.all([therapist.close(), guest.close()]);
});
