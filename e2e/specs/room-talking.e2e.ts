import { commandRoom, type RoomCommand } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { receivedMedia, speakSteadily } from '../support/media.ts';
import type { Seed, Somebody } from '../support/seed.ts';
import { expect, test } from '../support/stack.ts';
import { Visitor } from '../support/visitor.ts';

const ask = (seed: Seed, somebody: Somebody, sessionId: string, command: RoomCommand) =>
  seed.as(somebody).call(commandRoom, { params: { sessionId }, body: { id: randomUUID(), command } });

const button = ({ page }: Visitor, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const tile = ({ page }: Visitor, name: string) => page.getByRole('region', { name, exact: true });
const handOf = (visitor: Visitor, name: string, label: string) => tile(visitor, name).getByRole('img', { name: label, exact: true });

const energy = async ({ page }: Visitor) => (await receivedMedia(page)).audioEnergy;

/** Sound comes in from now on. */
async function hears(visitor: Visitor): Promise<void> {
  const before = await energy(visitor);
  await expect.poll(() => energy(visitor)).toBeGreaterThan(before + 0.001);
}

/** No sound comes for a while that is longer than the pauses of the fake microphone. */
async function hearsNothing(visitor: Visitor): Promise<void> {
  await expect
    .poll(
      async () => {
        const before = await energy(visitor);
        await visitor.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_600)));
        return (await energy(visitor)) - before;
      },
      { timeout: 15_000 },
    )
    .toBeLessThan(0.0001);
}

async function react(visitor: Visitor, name: string): Promise<void> {
  await button(visitor, 'More').click();
  await visitor.page.getByRole('menuitem', { name, exact: true }).click();
}

test.describe('being heard', () => {
  test('hands, silent signs, a round with a pass, and one voice at a time', async ({ browser, stack, seed }) => {
    const programId = await seed.program();
    const lead = await seed.staff(programId, 'therapist');
    const [ana, ben] = [await seed.patient(programId), await seed.patient(programId)];
    const sessionId = await seed.session(programId, lead, [ana, ben]);
    const [therapist, guest, peer] = await Promise.all([lead, ana, ben].map((somebody) => Visitor.open(browser, stack, somebody)));
    if (!therapist || !guest || !peer) throw new Error('Three people are needed.');
    await therapist.join(sessionId);
    await therapist.inRoom();
    for (const visitor of [guest, peer]) {
      await visitor.context.addInitScript(speakSteadily);
      await visitor.join(sessionId);
      await expect(visitor.page.getByRole('heading', { name: 'You are in the waiting room' })).toBeVisible();
    }
    for (const type of ['admitAll', 'start'] as const) await ask(seed, lead, sessionId, { type });
    for (const visitor of [guest, peer]) await visitor.inRoom();

    await test.step('hands are a queue that all three browsers show alike, by button and by key', async () => {
      await button(peer, 'Raise hand').click();
      await expect(handOf(guest, ben.name, 'Hand is up, next')).toBeVisible();
      await guest.page.keyboard.press('h');
      await expect(guest.page.getByText('Your hand is up. You are 2nd.')).toBeVisible();
      await expect(peer.page.getByText('Your hand is up. You are next.')).toBeVisible();
      for (const visitor of [therapist, peer]) await expect(handOf(visitor, ana.name, 'Hand is up, 2nd')).toBeVisible();
      await expect(therapist.page.getByText(`Hands up: ${ben.name}, ${ana.name}.`)).toBeVisible();

      await button(therapist, `Give ${ben.name} the turn`).click();
      await expect(peer.page.getByRole('region', { name: 'It is your turn' })).toBeVisible();
      await expect(guest.page.getByText('Your hand is up. You are next.')).toBeVisible();
      await expect(handOf(guest, ben.name, 'Has the turn')).toBeVisible();
      await button(peer, 'Done').click();
      await expect(handOf(guest, ben.name, 'Has the turn')).toHaveCount(0);
      await button(guest, 'Lower hand').first().click();
      await expect(therapist.page.getByRole('region', { name: 'Raised hands' })).toHaveCount(0);
    });

    await test.step('a silent sign stands on the tile of who gave it, and goes', async () => {
      await react(guest, 'Heart');
      for (const visitor of [therapist, peer]) await expect(handOf(visitor, ana.name, 'Heart')).toBeVisible();
      for (const visitor of [therapist, peer]) await expect(handOf(visitor, ana.name, 'Heart')).toHaveCount(0, { timeout: 12_000 });
    });

    await test.step('a round gives one after the other the turn, with one voice at a time', async () => {
      await button(peer, 'Turn microphone on').click();
      await hears(guest);
      await button(therapist, 'Hands and rounds').click();
      await therapist.page.getByRole('combobox', { name: 'Order' }).selectOption('name');
      await button(therapist, 'Prepare the round').click();
      await expect(button(therapist, 'Start the round')).toBeVisible();
      expect(guest.hasReceived('"prepared"')).toBe(false);
      await therapist.page.getByRole('checkbox', { name: 'One voice at a time' }).check();
      await button(therapist, 'Start the round').click();

      await expect(guest.page.getByRole('region', { name: 'It is your turn' })).toBeVisible();
      await expect(peer.page.getByText(`${ana.name} has the turn. You are next.`)).toBeVisible();
      await expect(button(peer, 'Your microphone rests: one voice at a time')).toBeVisible();
      await hearsNothing(guest);
      await peer.page.keyboard.press('m');
      await expect(button(peer, 'Your microphone rests: one voice at a time')).toBeVisible();
      await button(guest, 'Turn microphone on').click();
      await hears(peer);
    });

    await test.step('passing looks to the other like a turn that was used, and the microphone comes back by hand only', async () => {
      await react(peer, 'Me too');
      await expect(tile(guest, 'You').getByText('1 other: me too')).toBeVisible();
      await button(guest, 'Pass').click();
      await expect(peer.page.getByRole('region', { name: 'It is your turn' })).toBeVisible();
      await expect(therapist.page.getByRole('region', { name: 'Round' }).getByText('passed')).toBeVisible();
      for (const word of ['"had"', '"order"']) expect(peer.hasReceived(word)).toBe(false);
      await expect(button(peer, 'Turn microphone on')).toBeVisible();
      await Promise.all([hearsNothing(peer), hearsNothing(guest)]);
      await button(peer, 'Turn microphone on').click();
      await hears(guest);
      await button(peer, 'Done').click();
      await button(therapist, `Back to ${ana.name}`).click();
      await expect(guest.page.getByRole('region', { name: 'It is your turn' })).toBeVisible();
      await button(therapist, 'End the round').click();
      for (const visitor of [guest, peer]) await expect(button(visitor, 'Turn microphone on')).toBeVisible();
    });

    await test.step('staff alone see who was heard, and who not yet', async () => {
      const spoken = therapist.page.getByRole('region', { name: 'Who has spoken' });
      await expect(spoken.getByText('under a minute').first()).toBeVisible({ timeout: 15_000 });
      for (const { received } of [guest, peer])
        expect(received.filter((text) => text.startsWith('42') && text.includes('room.talked'))).toEqual([]);
    });
    for (const visitor of [therapist, guest, peer]) expect(visitor.errors).toEqual([]);
    await Promise.all([therapist, guest, peer].map((visitor) => visitor.close()));
  });
});
