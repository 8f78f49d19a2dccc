import { commandRoom, type RoomCommand } from '@rejoin/shared';
import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { receivedMedia } from '../support/media.ts';
import type { Seed, Somebody } from '../support/seed.ts';
import { expect, test } from '../support/stack.ts';
import { Visitor } from '../support/visitor.ts';

const ask = (seed: Seed, somebody: Somebody, sessionId: string, command: RoomCommand) =>
  seed.as(somebody).call(commandRoom, { params: { sessionId }, body: { id: randomUUID(), command } });

const button = ({ page }: Visitor, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const heading = ({ page }: Visitor, name: string) => page.getByRole('heading', { name, exact: true });
const layer = ({ page }: Visitor, name: string) => page.getByRole('region', { name, exact: true });

async function choose(visitor: Visitor, name: string | RegExp): Promise<void> {
  await button(visitor, 'More').click();
  await visitor.page.getByRole('menuitem', { name }).click();
}

/** Packets of sound and picture that a page has sent so far. */
function packetsSent(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const peers: RTCPeerConnection[] = Reflect.get(window, 'rejoinPeers');
    let sent = 0;
    for (const peer of peers) {
      if (peer.connectionState === 'closed') continue;
      const reports: Iterable<Partial<RTCOutboundRtpStreamStats>> = (await peer.getStats()).values();
      for (const { type, packetsSent = 0 } of reports) if (type === 'outbound-rtp') sent += packetsSent;
    }
    return sent;
  });
}

async function packetsInASecond({ page }: Visitor): Promise<number> {
  const before = await packetsSent(page);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
  return (await packetsSent(page)) - before;
}

/** Statistics of a connection that is gone are gone too: nothing more, then. */
const sendsNothing = (visitor: Visitor) => expect.poll(() => packetsInASecond(visitor), { timeout: 20_000 }).toBeLessThanOrEqual(0);
const sends = (visitor: Visitor) => expect.poll(() => packetsInASecond(visitor), { timeout: 20_000 }).toBeGreaterThan(0);

const frames = async ({ page }: Visitor) => (await receivedMedia(page)).framesDecoded;
async function sees(visitor: Visitor): Promise<void> {
  const before = await frames(visitor);
  await expect.poll(() => frames(visitor), { timeout: 20_000 }).toBeGreaterThan(before + 5);
}

/** All that our own socket told a page: the view at first, and every change. */
const toldOf = ({ received }: Visitor) => received.filter((text) => /^4[23]/.test(text)).join('\n');

/** What our own socket told a page of the room from now on. */
function newsFrom({ received }: Visitor): () => string[] {
  const from = received.length;
  return () => received.slice(from).filter((text) => text.startsWith('42') && text.includes('room.patch'));
}

test.describe('pauses', () => {
  test('a break that stops everyone, a minute that only staff know of, and a check-in that only staff read', async ({
    browser,
    stack,
    seed,
  }) => {
    const programId = await seed.program();
    const lead = await seed.staff(programId, 'therapist');
    const [ana, ben] = [await seed.patient(programId), await seed.patient(programId)];
    const sessionId = await seed.session(programId, lead, [ana, ben]);
    const therapist = await Visitor.open(browser, stack, lead);
    const guest = await Visitor.open(browser, stack, ana);
    const peer = await Visitor.open(browser, stack, ben, { phone: true });
    const everyone = [therapist, guest, peer];
    await therapist.join(sessionId);
    await therapist.inRoom();
    for (const visitor of [guest, peer]) {
      await visitor.join(sessionId);
      await expect(heading(visitor, 'You are in the waiting room')).toBeVisible();
    }
    for (const type of ['admitAll', 'start'] as const) await ask(seed, lead, sessionId, { type });
    for (const visitor of [guest, peer]) await visitor.inRoom();
    for (const visitor of everyone) await sends(visitor);

    await test.step('a minute looks to a peer like a camera turned off, and the peer hears of nothing', async () => {
      const video = peer.page.getByRole('region', { name: ana.name, exact: true }).locator('video');
      await expect(video).toHaveCount(1);
      const news = newsFrom(peer);
      await guest.page.locator('body').press('n');
      await expect(layer(guest, 'Take your time')).toBeVisible();
      await expect(therapist.page.getByRole('region', { name: `${ana.name} needs a minute` })).toBeVisible();
      await sendsNothing(guest);
      await expect(guest.page.locator('video')).toHaveCount(0);
      await expect(video).toHaveCount(0);
      await button(therapist, `Knock: write to ${ana.name}`).click();
      await therapist.page.getByRole('textbox', { name: `To ${ana.name}` }).fill('Shall I call you?');
      await button(therapist, 'Send').first().click();
      await expect(layer(guest, `${lead.name} writes to you`)).toContainText('Shall I call you?');
      await button(guest, 'Please come').click();
      await expect(layer(therapist, `${ana.name} needs a minute`)).toContainText('asks you to come');
      await button(guest, 'Come back with camera').click();
      await guest.inRoom();
      await expect(button(guest, 'Turn microphone on')).toBeVisible();
      await expect(video).toHaveCount(1);
      expect(news()).toEqual([]);
      for (const told of ['Shall I call you', '"minute"', 'answeredAt']) expect(toldOf(peer)).not.toContain(told);
    });

    await test.step('a check-in is answered by keys on one side and skipped on the other, and only staff see it', async () => {
      await choose(therapist, /^Check-in/);
      await button(therapist, 'Ask everyone').click();
      const slider = guest.page.getByRole('slider', { name: 'A number from 0 to 100' });
      await expect(slider).toHaveAttribute('aria-valuetext', 'Nothing chosen yet');
      await slider.press('4');
      await slider.press('ArrowLeft');
      await slider.press('ArrowLeft');
      await slider.press('ArrowLeft');
      await expect(slider).toHaveAttribute('aria-valuetext', '37');
      await button(guest, 'Send').click();
      await expect(guest.page.getByText('Thank you. Staff see your answer.')).toBeVisible();
      await button(peer, 'Not now').click();
      await expect(button(peer, 'Answer the question')).toBeVisible();
      const answers = therapist.page.getByRole('complementary', { name: 'Check-in' });
      await expect(answers.getByRole('definition')).toHaveText('37');
      await expect(answers).not.toContainText(ben.name);
      await answers.getByRole('button', { name: 'Close', exact: true }).last().click();
      await expect(button(peer, 'Answer the question')).toBeHidden();
      for (const told of ['"value":37', '"answers"', '"mine"']) expect(toldOf(peer)).not.toContain(told);
    });

    await test.step('a break stops every microphone and camera, and each turns on their own again', async () => {
      await choose(therapist, 'Break, 5 minutes');
      for (const visitor of everyone) {
        await expect(layer(visitor, 'Break').getByRole('timer')).toContainText(/[45]:\d\d/);
        await sendsNothing(visitor);
      }
      await expect(button(guest, 'I’m back')).toBeHidden();
      await guest.page.reload();
      await expect(layer(guest, 'Break')).toBeVisible();
      await button(therapist, '5 minutes more').click();
      await expect(layer(peer, 'Break').getByRole('timer')).toContainText(/[89]:\d\d/);
      await button(guest, /^Write to staff/).click();
      await expect(guest.page.getByRole('textbox', { name: 'Message to staff' })).toBeVisible();
      await button(therapist, 'Go on now').click();
      for (const visitor of [guest, peer]) await expect(layer(visitor, 'The group goes on')).toBeVisible();
      await button(therapist, 'I’m back').click();
      await therapist.inRoom();
      await expect(layer(therapist, 'Break')).toContainText('0 of 2 back.');
      const news = newsFrom(peer);
      await button(guest, 'I’m back').click();
      await guest.inRoom();
      await expect(layer(therapist, 'Break')).toContainText(`1 of 2 back. Not yet: ${ben.name}.`);
      expect(news()).toEqual([]);
      await expect(button(guest, 'Turn microphone on')).toBeVisible();
      await button(guest, 'Turn camera on').click();
      await sends(guest);
      await sees(therapist);
      await button(peer, 'I’m back').click();
      await expect(layer(therapist, 'Break')).toBeHidden();
    });

    for (const visitor of everyone) visitor.expectOwnHostOnly();
    await Promise.all(everyone.map((visitor) => visitor.close()));
  });
});
