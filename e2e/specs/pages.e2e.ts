import { openEmergencyAccess } from '@rejoin/shared';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import path from 'node:path';
import { expect, test } from '../support/stack.ts';
import { stillness } from '../support/stillness.ts';
import type { Seed, Somebody } from '../support/seed.ts';
import { Visitor } from '../support/visitor.ts';

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

/** Who and what the pages are about; made once. */
type Who = 'lead' | 'coordinator' | 'patient' | 'otherPatient' | 'newcomer';
type Cast = Record<Who, Somebody> & Record<'program' | 'session' | 'gateSession', string>;

interface Scene {
  name: string;
  path: string | ((cast: Cast) => string);
  who?: Who;
}

const scenes: Scene[] = [
  { name: 'sign-in', path: '/sign-in' },
  { name: 'forgot-password', path: '/forgot-password' },
  { name: 'patient-day', path: '/', who: 'patient' },
  { name: 'profile', path: '/account', who: 'patient' },
  { name: 'keep-device', path: '/account/keep-device', who: 'patient' },
  { name: 'room-preview', path: ({ session }) => `/sessions/${session}/room`, who: 'otherPatient' },
  { name: 'gate', path: ({ gateSession }) => `/sessions/${gateSession}/room`, who: 'newcomer' },
  { name: 'first-steps', path: '/first-steps', who: 'newcomer' },
  { name: 'look-around', path: '/first-steps/room', who: 'newcomer' },
  { name: 'not-found', path: '/no-such-page', who: 'patient' },
  { name: 'therapist-day', path: '/', who: 'lead' },
  { name: 'schedule', path: '/schedule', who: 'coordinator' },
  { name: 'session', path: ({ session }) => `/sessions/${session}`, who: 'coordinator' },
  { name: 'new-session', path: '/sessions/new', who: 'coordinator' },
  { name: 'people', path: '/people', who: 'coordinator' },
  { name: 'person', path: ({ lead }) => `/people/${lead.id}`, who: 'coordinator' },
  { name: 'patients', path: '/patients', who: 'coordinator' },
  { name: 'emergency', path: '/emergency', who: 'lead' },
  { name: 'new-patient', path: '/patients/new', who: 'coordinator' },
  { name: 'patient', path: ({ patient }) => `/patients/${patient.id}`, who: 'coordinator' },
  { name: 'access-log', path: ({ patient }) => `/patients/${patient.id}/access-log`, who: 'coordinator' },
  { name: 'access-report', path: ({ patient }) => `/patients/${patient.id}/access-log/print`, who: 'coordinator' },
  { name: 'programs', path: '/programs', who: 'coordinator' },
  { name: 'program', path: ({ program }) => `/programs/${program}`, who: 'coordinator' },
];

let made: Promise<Cast> | undefined;

async function makeCast(seed: Seed): Promise<Cast> {
  const program = await seed.program();
  const lead = await seed.staff(program, 'therapist');
  const coordinator = await seed.staff(program, 'coordinator');
  const [patient, otherPatient] = [await seed.patient(program), await seed.patient(program)];
  const session = await seed.session(program, lead, [patient, otherPatient]);
  const newcomer = await seed.patient(program);
  const gateSession = await seed.session(program, await seed.staff(program, 'therapist'), [newcomer], { gateOpen: true });
  return { program, session, lead, coordinator, patient, otherPatient, newcomer, gateSession };
}

/** Waits until the page has its fonts, its colours and its content, and nothing on it fades or moves into place. */
async function settle(page: Page, look: Look): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', look.scheme);
  await stillness(page);
  await expect(page.locator('[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root')).toHaveCount(0);
}

async function lookAt(page: Page, scene: { name: string }, look: Look): Promise<void> {
  await settle(page, look);
  const file = `${scene.name}-${look.scheme}-${look.phone ? 390 : 1280}.png`;
  if (savesPictures) await page.screenshot({ path: path.join(folder, file), animations: 'disabled' });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect
    .soft(violations.map((violation) => `${file}: ${violation.id}: ${violation.nodes.map((node) => node.target).join(' ')}`))
    .toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(overflow, `${file} scrolls sideways`).toBeLessThanOrEqual(0);
}

async function lookAtInEveryLook(visitor: Visitor, name: string): Promise<void> {
  for (const look of looks) {
    await visitor.page.setViewportSize(look.phone ? { width: 390, height: 844 } : { width: 1280, height: 800 });
    await visitor.page.emulateMedia({ colorScheme: look.scheme, reducedMotion: 'reduce' });
    await lookAt(visitor.page, { name }, look);
  }
}

for (const { name, path: address, who } of scenes) {
  test(`the page "${name}" reads well and breaks no accessibility rule, light and dark, wide and narrow`, async ({
    browser,
    stack,
    seed,
  }) => {
    const cast = await (made ??= makeCast(seed));
    const visitor = await Visitor.open(browser, stack, who && cast[who]);
    await visitor.page.goto(typeof address === 'string' ? address : address(cast));
    await expect(visitor.page.getByRole('heading', { level: 1 })).toBeVisible();
    await lookAtInEveryLook(visitor, name);
    visitor.expectOwnHostOnly();
    await visitor.close();
  });
}

test('the PIN of a kept device and a locked page read well and break no accessibility rule', async ({ browser, stack, seed }) => {
  const { patient } = await (made ??= makeCast(seed));
  const visitor = await Visitor.open(browser, stack, patient);
  const { page } = visitor;
  await page.goto('/account');
  const kept = await page.request.post('/api/me/kept-devices', {
    data: { id: crypto.randomUUID(), pin: '471902' },
    headers: { origin: stack.url },
  });
  expect(kept.status()).toBe(200);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Change the PIN' })).toBeVisible();
  await lookAtInEveryLook(visitor, 'kept-devices');
  await page.route('**/api/me', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), locked: true } });
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Locked after 30 minutes' })).toBeVisible();
  await lookAtInEveryLook(visitor, 'locked');
  await page.unroute('**/api/me');
  await visitor.context.clearCookies({ name: /session_token/ });
  await page.goto('/sign-in');
  await expect(page.getByLabel('Your PIN')).toBeVisible();
  await lookAtInEveryLook(visitor, 'pin');
  await visitor.close();
});

test('a chart that is open in an emergency, its review and whom to call read well and break no accessibility rule', async ({
  browser,
  stack,
  seed,
}) => {
  const { program, patient } = await (made ??= makeCast(seed));
  const clinician = await seed.staff(await seed.program(), 'prescriber');
  const body = { id: crypto.randomUUID(), familyName: patient.surname, dateOfBirth: '1991-04-12', reason: 'Fainted in the waiting area' };
  await seed.as(clinician).call(openEmergencyAccess, { body });
  await seed.database.query('UPDATE emergency_access SET ended_at = now() WHERE id = $1', [body.id]);
  await seed.as(clinician).call(openEmergencyAccess, { body: { ...body, id: crypto.randomUUID() } });
  const supervisor = await seed.staff(program, 'supervisor');
  const looks = [
    { name: 'emergency-chart', who: clinician, path: `/patients/${patient.id}`, ready: /^Open in an emergency/ },
    { name: 'emergency-review', who: supervisor, path: '/', ready: 'Emergency access to review' },
    { name: 'get-help', who: patient, path: '/', ready: 'Say first where you are', press: 'Get help now' },
  ];
  for (const { name, who, path: address, ready, press } of looks) {
    const visitor = await Visitor.open(browser, stack, who);
    await visitor.page.goto(address);
    if (press) await visitor.page.getByRole('button', { name: press }).click();
    await expect(visitor.page.getByText(ready).first()).toBeVisible();
    await lookAtInEveryLook(visitor, name);
    await visitor.close();
  }
});

test('the waiting room, the room, attendance and notes read well and break no accessibility rule', async ({ browser, stack, seed }) => {
  test.setTimeout(240_000);
  const program = await seed.program();
  const lead = await seed.staff(program, 'therapist');
  const patients = [await seed.patient(program), await seed.patient(program), await seed.patient(program)];
  const session = await seed.session(program, lead, patients);
  const therapist = await Visitor.open(browser, stack, lead);
  const guests: Visitor[] = [];
  for (const patient of patients) {
    const guest = await Visitor.open(browser, stack, patient);
    await guest.join(session);
    await expect(guest.page.getByText(/waiting room/i).first()).toBeVisible();
    guests.push(guest);
  }
  const [guest] = guests;
  if (!guest) throw new Error('no guest');
  await lookAtInEveryLook(guest, 'waiting-room');
  await therapist.join(session);
  await therapist.page.getByRole('button', { name: 'Admit everyone' }).click();
  await therapist.page.getByRole('button', { name: 'Start session' }).click();
  await guest.inRoom();
  await expect(guest.page.locator('video')).toHaveCount(4);
  await lookAtInEveryLook(guest, 'room-patient');
  await lookAtInEveryLook(therapist, 'room-therapist');
  await therapist.page.getByRole('button', { name: 'End for everyone' }).click();
  await therapist.page.getByRole('button', { name: 'Yes, end it' }).click();
  await expect(guest.page.getByText(/has ended/i).first()).toBeVisible();
  await lookAtInEveryLook(guest, 'ended');
  const surname = patients[0]?.surname ?? '';
  for (const name of ['attendance', 'notes']) {
    await therapist.page.setViewportSize({ width: 1280, height: 800 });
    await therapist.page.goto(`/sessions/${session}/${name}`);
    await expect(therapist.page.getByText(surname).filter({ visible: true }).first()).toBeVisible();
    await lookAtInEveryLook(therapist, name);
  }
  await therapist.page.getByRole('textbox').first().fill('We checked the facts of a feared thought.');
  await expect(
    therapist.page
      .getByText(/^Saved/)
      .filter({ visible: true })
      .first(),
  ).toBeVisible();
  await therapist.page.getByRole('button', { name: /^Sign/ }).first().click();
  await expect(therapist.page.getByRole('dialog')).toBeVisible();
  await lookAtInEveryLook(therapist, 'sign-dialog');
  for (const visitor of [therapist, ...guests]) await visitor.close();
});
