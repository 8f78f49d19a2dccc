import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import path from 'node:path';
import { expect, test } from '../support/stack.ts';
import { Seed, type Somebody } from '../support/seed.ts';
import { Visitor } from '../support/visitor.ts';
import type { Stack } from '../../infra/src/stack.ts';

/** With PICTURES=1 every page looked at here is also saved under docs/pictures. */
const savesPictures = process.env['PICTURES'] === '1';
const folder = path.resolve(import.meta.dirname, '../../docs/pictures');

const looks = [
  { scheme: 'light', phone: false },
  { scheme: 'light', phone: true },
  { scheme: 'dark', phone: false },
  { scheme: 'dark', phone: true },
] as const;
type Look = (typeof looks)[number];

interface Scene {
  name: string;
  /** A text that shows when the page is complete. */
  heading: RegExp;
  path: string;
  who?: Somebody;
}

async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await expect(page.locator('[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root')).toHaveCount(0);
}

async function lookAt(page: Page, scene: { name: string }, look: Look): Promise<void> {
  await settle(page);
  const file = `${scene.name}-${look.scheme}-${look.phone ? 390 : 1280}.png`;
  if (savesPictures) await page.screenshot({ path: path.join(folder, file), animations: 'disabled' });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect
    .soft(violations.map((violation) => `${file}: ${violation.id}: ${violation.nodes.map((node) => node.target).join(' ')}`))
    .toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(overflow, `${file} scrolls sideways`).toBeLessThanOrEqual(0);
}

async function open(browser: Browser, stack: Stack, look: Look, who?: Somebody): Promise<Visitor> {
  const visitor = await Visitor.open(browser, stack, who, { phone: look.phone });
  await visitor.page.emulateMedia({ colorScheme: look.scheme, reducedMotion: 'reduce' });
  return visitor;
}

async function scenes(seed: Seed): Promise<Scene[]> {
  const program = await seed.program();
  const lead = await seed.staff(program, 'therapist');
  const coordinator = await seed.staff(program, 'coordinator');
  const patients = [await seed.patient(program), await seed.patient(program), await seed.patient(program)];
  const session = await seed.session(program, lead, patients);
  return [
    { name: 'sign-in', path: '/sign-in', heading: /sign in/i },
    { name: 'forgot-password', path: '/forgot-password', heading: /password/i },
    { name: 'patient-day', path: '/', heading: /./, who: patients[0] },
    { name: 'profile', path: '/account', heading: /./, who: patients[0] },
    { name: 'therapist-day', path: '/', heading: /./, who: lead },
    { name: 'schedule', path: '/schedule', heading: /./, who: coordinator },
    { name: 'session', path: `/sessions/${session}`, heading: /Skills for the week/, who: coordinator },
    { name: 'new-session', path: '/sessions/new', heading: /./, who: coordinator },
    { name: 'people', path: '/people', heading: /people/i, who: coordinator },
    { name: 'person', path: `/people/${lead.id}`, heading: new RegExp(lead.surname), who: coordinator },
    { name: 'patients', path: '/patients', heading: /patients/i, who: coordinator },
    { name: 'new-patient', path: '/patients/new', heading: /patient/i, who: coordinator },
    { name: 'patient', path: `/patients/${patients[0]?.id}`, heading: new RegExp(patients[0]?.surname ?? ''), who: coordinator },
    { name: 'programs', path: '/programs', heading: /program/i, who: coordinator },
    { name: 'program', path: `/programs/${program}`, heading: /./, who: coordinator },
    { name: 'attendance', path: `/sessions/${session}/attendance`, heading: /./, who: lead },
    { name: 'notes', path: `/sessions/${session}/notes`, heading: /./, who: lead },
    { name: 'room-preview', path: `/sessions/${session}/room`, heading: /./, who: patients[1] },
    { name: 'not-found', path: '/no-such-page', heading: /./, who: patients[0] },
  ];
}

for (const look of looks) {
  test(`every page reads well and breaks no accessibility rule, ${look.scheme}, ${look.phone ? 'phone' : 'desktop'}`, async ({
    browser,
    stack,
    seed,
  }) => {
    test.setTimeout(240_000);
    for (const scene of await scenes(seed)) {
      const visitor = await open(browser, stack, look, scene.who);
      await visitor.page.goto(scene.path);
      await expect(visitor.page.getByRole('heading', { name: scene.heading }).first()).toBeVisible();
      await lookAt(visitor.page, scene, look);
      visitor.expectOwnHostOnly();
      await visitor.close();
    }
  });
}

test('the waiting room and the room read well and break no accessibility rule', async ({ browser, stack, seed }) => {
  test.setTimeout(240_000);
  const program = await seed.program();
  const lead = await seed.staff(program, 'therapist');
  const patients = [await seed.patient(program), await seed.patient(program), await seed.patient(program)];
  const session = await seed.session(program, lead, patients);
  const desktop = looks[0];
  const therapist = await open(browser, stack, desktop, lead);
  const guests: Visitor[] = [];
  for (const patient of patients) {
    const guest = await open(browser, stack, desktop, patient);
    await guest.join(session);
    await expect(guest.page.getByText(/waiting room/i).first()).toBeVisible();
    guests.push(guest);
  }
  const [guest] = guests;
  if (!guest) throw new Error('no guest');
  const inEveryLook = async (visitor: Visitor, name: string): Promise<void> => {
    for (const look of looks) {
      await visitor.page.setViewportSize(look.phone ? { width: 390, height: 844 } : { width: 1280, height: 800 });
      await visitor.page.emulateMedia({ colorScheme: look.scheme, reducedMotion: 'reduce' });
      await lookAt(visitor.page, { name }, look);
    }
  };
  await inEveryLook(guest, 'waiting-room');
  await therapist.join(session);
  await therapist.page.getByRole('button', { name: 'Admit everyone' }).click();
  await therapist.page.getByRole('button', { name: 'Start session' }).click();
  await guest.inRoom();
  await expect(guest.page.locator('video')).toHaveCount(4);
  await inEveryLook(guest, 'room-patient');
  await inEveryLook(therapist, 'room-therapist');
  for (const visitor of [therapist, ...guests]) await visitor.close();
});
