import { readAttendance } from '@rejoin/shared';
import { longestPictureGap, receivedMedia, signallingAgain, watchPictureGaps } from '../support/media.ts';
import { expect, test } from '../support/stack.ts';
import { Visitor } from '../support/visitor.ts';
import type { Seed } from '../support/seed.ts';
import type { Browser } from '@playwright/test';
import type { Stack } from '../../infra/src/stack.ts';

async function runningSession(browser: Browser, stack: Stack, seed: Seed) {
  const programId = await seed.program();
  const lead = await seed.staff(programId, 'therapist');
  const patient = await seed.patient(programId);
  const sessionId = await seed.session(programId, lead, [patient]);
  const therapist = await Visitor.open(browser, stack, lead);
  const guest = await Visitor.open(browser, stack, patient);
  await guest.join(sessionId);
  await therapist.join(sessionId);
  await therapist.page.getByRole('button', { name: `Admit ${patient.name}`, exact: true }).click();
  await therapist.page.getByRole('button', { name: 'Start session' }).click();
  for (const visitor of [therapist, guest]) await seesOne(visitor);
  return { sessionId, lead, patient, therapist, guest };
}

const decoded = async (visitor: Visitor) => (await receivedMedia(visitor.page)).framesDecoded;

async function seesOne(visitor: Visitor, frames = 5): Promise<void> {
  const before = await decoded(visitor);
  await expect.poll(() => decoded(visitor), { timeout: 30_000, intervals: [250] }).toBeGreaterThan(before + frames);
}

/** Our server dies and comes back, and the media of everyone goes on for as long as its end could still cost a picture. */
async function outage(stack: Stack, visitors: readonly Visitor[]): Promise<void> {
  await stack.killServer('SIGKILL');
  const again = visitors.map(({ page }) => signallingAgain(page));
  for (const visitor of visitors) await seesOne(visitor);
  await stack.startServer();
  await Promise.all(again);
  for (const visitor of visitors) await seesOne(visitor, 30);
}

async function expectNoGap(visitors: readonly Visitor[]): Promise<void> {
  const gaps = await Promise.all(visitors.map(({ page }) => longestPictureGap(page)));
  test.info().annotations.push({ type: 'longest picture gaps (ms)', description: gaps.map(Math.round).join(', ') });
  expect(Math.max(...gaps)).toBeLessThan(500);
}

async function secondsUntil(ready: () => Promise<void>): Promise<number> {
  const from = Date.now();
  await ready();
  return (Date.now() - from) / 1000;
}

test('the picture goes on while our server is killed, and the room goes on after it', async ({ browser, stack, seed }) => {
  const { sessionId, lead, patient, therapist, guest } = await runningSession(browser, stack, seed);
  const events = async () =>
    (await seed.database.query<{ count: string }>('SELECT count(*) FROM room_event WHERE session_id = $1', [sessionId])).rows[0]?.count;
  const before = await events();
  for (const visitor of [therapist, guest]) {
    await visitor.page.getByRole('button', { name: /^Chat/ }).click();
    await expect(visitor.page.getByRole('textbox', { name: /message/i })).toBeVisible();
    await seesOne(visitor);
    await watchPictureGaps(visitor.page);
  }

  await outage(stack, [guest, therapist]);

  await therapist.page.getByRole('textbox', { name: /message/i }).fill('We go on');
  await therapist.page.keyboard.press('Enter');
  await expect(guest.page.getByText('We go on')).toBeVisible({ timeout: 20_000 });
  await expectNoGap([guest, therapist]);
  expect(Number(await events())).toBeGreaterThan(Number(before));

  const seqs = await seed.database.query<{ seq: number }>('SELECT seq FROM room_event WHERE session_id = $1 ORDER BY seq', [sessionId]);
  expect(seqs.rows.map((row) => row.seq)).toEqual(seqs.rows.map((_, index) => index + 1));
  const report = await seed.as(lead).call(readAttendance, { params: { sessionId } });
  const places = report.people.find((person) => person.personId === patient.id)?.connections.filter((span) => span.place === 'main');
  expect(places).toHaveLength(1);
  expect(places?.[0]?.to).toBeNull();
  await Promise.all([therapist.close(), guest.close()]);
});

test('the picture goes on however often our server is killed @soak', async ({ browser, stack, seed }) => {
  test.setTimeout(600_000);
  const { therapist, guest } = await runningSession(browser, stack, seed);
  for (let round = 0; round < 10; round += 1) {
    for (const { page } of [therapist, guest]) await watchPictureGaps(page);
    await outage(stack, [guest, therapist]);
    await expectNoGap([guest, therapist]);
  }
  await Promise.all([therapist.close(), guest.close()]);
});

test('when the video server is stopped and started again, all are back within 10 seconds', async ({ browser, stack, seed }) => {
  const { therapist, guest, sessionId, lead, patient } = await runningSession(browser, stack, seed);
  await stack.stopLivekit('SIGKILL');
  // Until then they knock at a door behind which nobody is: our server has to stand that.
  for (const { page } of [guest, therapist]) await expect(page.getByText(/^Your connection was interrupted/)).toBeVisible();
  await stack.startLivekit();
  const seconds = await secondsUntil(() => Promise.all([seesOne(guest), seesOne(therapist)]).then(() => undefined));
  expect(seconds).toBeLessThan(10);
  const report = await seed.as(lead).call(readAttendance, { params: { sessionId } });
  const person = report.people.find((row) => row.personId === patient.id);
  const wall = (Date.now() - Date.parse(report.startedAt ?? '')) / 1000;
  expect(person?.presentSeconds ?? 0).toBeGreaterThan(wall - 15);
  await Promise.all([therapist.close(), guest.close()]);
});

test('a reload brings a person back into their place, still muted', async ({ browser, stack, seed }) => {
  const { guest, therapist } = await runningSession(browser, stack, seed);
  await guest.page.reload();
  await guest.inRoom();
  await seesOne(guest);
  await seesOne(therapist);
  await expect(guest.page.getByRole('button', { name: 'Turn microphone on' })).toBeVisible();
  await Promise.all([therapist.close(), guest.close()]);
});

test('whoever loses the line is told within moments, and is back by themselves when it returns', async ({ browser, stack, seed }) => {
  const { guest, therapist } = await runningSession(browser, stack, seed);
  const { server, livekit } = stack.pids();
  // Nothing arrives and nothing is closed, as on a dead network: both ends stand still.
  const both = (signal: NodeJS.Signals) => [server, livekit].forEach((pid) => process.kill(pid, signal));
  both('SIGSTOP');
  try {
    await expect(guest.page.getByText('Your connection was interrupted')).toBeVisible();
  } finally {
    both('SIGCONT');
  }
  const seconds = await secondsUntil(() => Promise.all([seesOne(guest), seesOne(therapist)]).then(() => undefined));
  expect(seconds).toBeLessThan(10);
  await expect(guest.page.getByText('Your connection was interrupted')).toHaveCount(0);
  await guest.inRoom();
  await Promise.all([therapist.close(), guest.close()]);
});

test('a second tab asks which one stays, and the room moves there', async ({ browser, stack, seed }) => {
  const { guest, therapist, sessionId } = await runningSession(browser, stack, seed);
  const second = await guest.context.newPage();
  await second.goto(`/sessions/${sessionId}/room`);
  await second.getByRole('button', { name: /stay here/i }).click();
  await expect(second.getByRole('button', { name: 'Leave', exact: true })).toBeVisible();
  await expect.poll(async () => (await receivedMedia(second)).framesDecoded, { timeout: 30_000 }).toBeGreaterThan(5);
  await expect(guest.page.getByRole('button', { name: 'Leave', exact: true })).toHaveCount(0);
  await seesOne(therapist);
  await Promise.all([therapist.close(), guest.close()]);
});

test('a person who is removed is out at once and can read whom to call', async ({ browser, stack, seed }) => {
  const { guest, therapist, patient } = await runningSession(browser, stack, seed);
  await therapist.page.getByRole('button', { name: /^People/ }).click();
  await therapist.page.getByRole('button', { name: `Remove ${patient.name}` }).click();
  await therapist.page.getByRole('button', { name: 'Remove for the whole session' }).click();
  await expect(guest.page.getByRole('link', { name: 'Call 555-0100' })).toBeVisible();
  await expect(guest.page.locator('video')).toHaveCount(0);
  const before = await decoded(guest);
  await guest.page.reload();
  await expect(guest.page.getByRole('link', { name: 'Call 555-0100' })).toBeVisible();
  expect(await decoded(guest)).toBeLessThanOrEqual(before);
  await Promise.all([therapist.close(), guest.close()]);
});

test('signing out everywhere ends the room in every browser of that person', async ({ browser, stack, seed }) => {
  const { guest, therapist, patient } = await runningSession(browser, stack, seed);
  const other = await Visitor.open(browser, stack, patient);
  await other.page.goto('/');
  await expect(other.page.getByRole('heading', { level: 1 })).toContainText(patient.name);
  const asked = await guest.page.request.post('/api/me/sign-out-everywhere', { headers: { origin: stack.url } });
  expect(asked.ok()).toBe(true);
  await expect(other.page).toHaveURL(/sign-in/);
  await expect(guest.page.getByRole('button', { name: 'Leave', exact: true })).toHaveCount(0);
  const before = await decoded(guest);
  await expect.poll(async () => (await guest.page.request.get('/api/me')).status()).toBe(401);
  expect(await decoded(guest)).toBeLessThanOrEqual(before + 30);
  await Promise.all([therapist.close(), guest.close(), other.close()]);
});
