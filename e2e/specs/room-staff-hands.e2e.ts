import { commandRoom, readRoom, type RoomCommand } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Browser } from '@playwright/test';
import type { Stack } from '../../infra/src/stack.ts';
import type { Seed, Somebody } from '../support/seed.ts';
import { expect as expected, test } from '../support/stack.ts';
import { Visitor } from '../support/visitor.ts';

// Four browsers share a small machine with others.
const expect = expected.configure({ timeout: 40_000 });
test.describe.configure({ timeout: 240_000 });

const sentence = 'There was a dog at your place, so I turned you off for now.';

async function group(browser: Browser, stack: Stack, seed: Seed) {
  const programId = await seed.program();
  const lead = await seed.staff(programId, 'therapist');
  const [ana, ben] = [await seed.patient(programId), await seed.patient(programId)];
  const sessionId = await seed.session(programId, lead, [ana, ben]);
  const open = async (somebody: Somebody) => {
    const visitor = await Visitor.open(browser, stack, somebody);
    visitor.page.setDefaultTimeout(40_000);
    await visitor.context.addInitScript((key) => sessionStorage.setItem(key, 'off'), `rejoin-room:camera:${sessionId}`);
    return visitor;
  };
  const [therapist, guest, peer] = [await open(lead), await open(ana), await open(ben)];
  await therapist.join(sessionId);
  await therapist.inRoom();
  return { programId, lead, ana, sessionId, therapist, guest, peer, open };
}

async function begin({ therapist, guest, peer, sessionId, lead }: Awaited<ReturnType<typeof group>>, seed: Seed): Promise<void> {
  for (const visitor of [guest, peer]) {
    await visitor.join(sessionId);
    await expect(visitor.page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
  }
  for (const type of ['admitAll', 'start'] as const) await ask(seed, lead, sessionId, { type });
  for (const visitor of [therapist, guest, peer]) await visitor.inRoom();
}

const ask = (seed: Seed, somebody: Somebody, sessionId: string, command: RoomCommand) =>
  seed.as(somebody).call(commandRoom, { params: { sessionId }, body: { id: randomUUID(), command } });

// What the room tells, not the programs that the page loads.
const patchesOf = (visitor: Visitor) => visitor.received.filter((text) => text.startsWith('42["room.patch'));
const button = ({ page }: Visitor, name: string | RegExp) => page.getByRole('button', { name, exact: true });

/** On the person's page: chooses an act, writes the sentence and does it. */
async function act(therapist: Visitor, somebody: Somebody, name: RegExp, confirm: string): Promise<void> {
  const { page } = therapist;
  await page.getByRole('button', { name }).click();
  await page.getByRole('textbox', { name: `${somebody.name} reads` }).fill(sentence);
  await button(therapist, confirm).click();
}

test('what staff do to one person comes with their words, and no peer receives a byte of it', async ({ browser, stack, seed }) => {
  const all = await group(browser, stack, seed);
  const { therapist, guest, peer, ana, lead, sessionId, open } = all;
  await begin(all, seed);
  await button(guest, 'Turn microphone on').click();
  await button(therapist, /^People/).click();
  await button(therapist, `More about ${ana.name}`).click();
  await expect(peer.page.getByRole('region', { name: ana.name }).getByRole('img', { name: 'Microphone off' })).toHaveCount(0);

  const before = patchesOf(peer).length;
  expect(before).toBeGreaterThan(0);
  await act(therapist, ana, /^Mute/, 'Turn it off');
  await expect(guest.page.getByText(sentence, { exact: true })).toBeVisible();
  await expect(button(guest, 'Turn microphone on')).toBeVisible();
  await expect(peer.page.getByRole('region', { name: ana.name }).getByRole('img', { name: 'Microphone off' })).toBeVisible();
  await button(guest, 'All right').click();
  await expect(guest.page.getByText(sentence, { exact: true })).toHaveCount(0);
  await expect(therapist.page.getByText(/Microphone turned off at .*, read/)).toBeVisible();
  expect(patchesOf(peer)).toHaveLength(before);
  await button(guest, 'Turn microphone on').click();
  await expect(peer.page.getByRole('region', { name: ana.name }).getByRole('img', { name: 'Microphone off' })).toHaveCount(0);

  await act(therapist, ana, /^Put back/, 'Put back');
  await expect(guest.page.getByRole('heading', { name: 'Back in the waiting room' })).toBeVisible();
  await expect(guest.page.getByText(sentence, { exact: true })).toBeVisible();
  await ask(seed, lead, sessionId, { type: 'admit', seatId: await seatOf(seed, lead, sessionId, ana) });
  await guest.inRoom();

  await act(therapist, ana, /^Remove/, 'Remove for the whole session');
  const second = await open(ana);
  await second.goToRoom(sessionId);
  for (const visitor of [guest, second]) await expect(visitor.page.getByText(sentence, { exact: true })).toBeVisible();
  await guest.page.reload();
  await expect(guest.page.getByRole('heading', { name: 'You are out of the room' })).toBeVisible();
  await expect(button(guest, 'Come back')).toHaveCount(0);
  expect(peer.hasReceived(sentence)).toBe(false);
  await Promise.all([therapist, guest, peer, second].map((visitor) => visitor.close()));
});

async function seatOf(seed: Seed, lead: Somebody, sessionId: string, { name }: Somebody): Promise<string> {
  const { people } = await seed.as(lead).call(readRoom, { params: { sessionId } });
  const found = Object.entries(people).find(([, person]) => person.name === name);
  if (!found) throw new Error(`${name} has no seat.`);
  return found[0];
}

test('a closed door lets back in who was in, and others one by one; a patient who helps lead moves the agenda for all', async ({
  browser,
  stack,
  seed,
}) => {
  const all = await group(browser, stack, seed);
  const { therapist, guest, peer, sessionId, programId, lead, open } = all;
  await begin(all, seed);
  const { current } = (await seed.as(lead).call(readRoom, { params: { sessionId } })).agenda;

  await button(therapist, 'Agenda').click();
  await button(peer, 'Agenda').click();
  await button(therapist, '5 minutes more').click();
  const parts = peer.page.getByRole('complementary', { name: 'Agenda' }).getByRole('listitem');
  await expect(parts.first()).toContainText('35 min');
  await button(therapist, 'Change Skills').click();
  await therapist.page.getByRole('menuitem', { name: 'Earlier' }).click();
  await expect(parts.nth(2)).toContainText('Skills');
  await button(therapist, 'Change Break').click();
  await therapist.page.getByRole('menuitem', { name: 'Leave it out today' }).click();
  await expect(parts).toHaveCount(4);
  await ask(seed, lead, sessionId, { type: 'timeBlock', blockId: current?.blockId ?? '', minutes: 1 });
  await expect(peer.page.getByText('About 2 minutes left: Check-in', { exact: true })).toBeVisible();

  await button(therapist, /^People/).click();
  await button(therapist, 'Close the door').click();
  await guest.page.reload();
  await guest.inRoom();
  const cleo = await seed.patient(programId);
  await seed.seat(sessionId, cleo, 'coFacilitator');
  const late = await open(cleo);
  await late.join(sessionId);
  await expect(late.page.getByText(/its door is closed for now/)).toBeVisible();
  await expect(button(therapist, 'Admit everyone')).toHaveCount(0);
  expect(patchesOf(peer).filter((text) => text.includes('doorClosed'))).toEqual([]);
  await button(therapist, `Admit ${cleo.name}`).click();
  await late.inRoom();
  await expect(peer.page.getByText('The time is over: Check-in', { exact: true })).toBeVisible({ timeout: 70_000 });

  await button(late, 'Agenda').click();
  await button(late, 'Go on: Group time').click();
  await expect(parts.nth(1)).toHaveAttribute('aria-current', 'step');
  await button(late, 'More').click();
  await expect(late.page.getByRole('menuitem', { name: 'Camera and microphone' })).toBeVisible();
  await expect(late.page.getByRole('menuitem', { name: /door/ })).toHaveCount(0);
  await Promise.all([therapist, guest, peer, late].map((visitor) => visitor.close()));
});
