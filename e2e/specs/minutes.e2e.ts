import { chromium, type Browser } from '@playwright/test';
import { readAttendance } from '@rejoin/shared';
import { startStack } from '../../infra/src/stack.ts';
import { receivedMedia } from '../support/media.ts';
import { Seed, type Somebody } from '../support/seed.ts';
import { expect, test } from '../support/stack.ts';
import { Visitor } from '../support/visitor.ts';
import { meddleWithWebhooks } from '../support/webhooks.ts';

/** By the test's own clock: when this page first took in a packet of media. */
async function firstPacket(visitor: Visitor): Promise<number> {
  await expect.poll(async () => (await receivedMedia(visitor.page)).framesDecoded, { intervals: [50], timeout: 30_000 }).toBeGreaterThan(0);
  return Date.now();
}

test('minutes are true although the video server’s news is dropped, doubled and late', async ({ browser, launchOptions }) => {
  const meddler = await meddleWithWebhooks(20261123);
  process.env['TRUST_PROXY'] = '1';
  const stack = await startStack({ demo: true, webhookUrl: meddler.url });
  meddler.target = `${stack.url}/api/livekit/webhook`;
  const seed = await Seed.of(stack);
  const server = await chromium.launchServer(launchOptions);
  const doomed: Browser = await chromium.connect(server.wsEndpoint());
  try {
    const programId = await seed.program();
    const lead = await seed.staff(programId, 'therapist');
    const [orderly, killed] = [await seed.patient(programId), await seed.patient(programId)];
    const sessionId = await seed.session(programId, lead, [orderly, killed]);
    const therapist = await Visitor.open(browser, stack, lead);
    await therapist.join(sessionId);
    await therapist.page.getByRole('button', { name: 'Start session' }).click();

    const enter = async (where: Browser, patient: Somebody) => {
      const visitor = await Visitor.open(where, stack, patient);
      await visitor.join(sessionId);
      await therapist.page.getByRole('button', { name: `Admit ${patient.name}`, exact: true }).click();
      return { visitor, from: await firstPacket(visitor) };
    };
    const first = await enter(browser, orderly);
    const second = await enter(doomed, killed);
    const media = async () => (await receivedMedia(first.visitor.page)).framesDecoded;
    const seen = await media();
    await expect.poll(media, { timeout: 30_000 }).toBeGreaterThan(seen + 60);

    await first.visitor.page.getByRole('button', { name: 'Leave', exact: true }).click();
    const left = Date.now();
    await server.kill();
    const died = Date.now();

    const intervals = async (person: Somebody) => {
      const report = await seed.as(lead).call(readAttendance, { params: { sessionId } });
      return report.people.find((row) => row.personId === person.id)?.connections.filter((span) => span.place === 'main') ?? [];
    };
    for (const person of [orderly, killed]) {
      await expect.poll(async () => (await intervals(person)).every((span) => span.to !== null), { timeout: 45_000 }).toBe(true);
    }
    const off = (instant: string | null | undefined, truth: number) => Math.abs(Date.parse(instant ?? '') - truth) / 1000;
    const [mine] = await intervals(orderly);
    expect(off(mine?.from, first.from)).toBeLessThan(1);
    expect(off(mine?.to, left)).toBeLessThan(1);
    const [theirs] = await intervals(killed);
    expect(off(theirs?.from, second.from)).toBeLessThan(1);
    expect(off(theirs?.to, died)).toBeLessThan(3);
    expect(meddler.fates.dropped + meddler.fates.doubled + meddler.fates.late).toBeGreaterThan(0);
    await therapist.close();
  } finally {
    await doomed.close().catch(() => undefined);
    await seed.close();
    await stack.stop();
    meddler.close();
  }
});
