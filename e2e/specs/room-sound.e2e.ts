import { changeSensory, usualSensory, type SensoryProfile } from '@rejoin/shared';
import { chromium } from '@playwright/test';
import { listenToOutput, loudestFor, loudness } from '../support/loudness.ts';
import type { Seed, Somebody } from '../support/seed.ts';
import { shoutFile } from '../support/shout.ts';
import { expect, test } from '../support/stack.ts';
import { Visitor } from '../support/visitor.ts';

const level = (db: number) => 10 ** (db / 20);

async function feels(seed: Seed, who: Somebody, part: Partial<SensoryProfile>): Promise<void> {
  await seed.as(who).call(changeSensory, { body: { ...usualSensory, ...part } });
}

test.describe('sound that does not hurt', () => {
  test('a shout stays under the ceiling of each listener, and one key makes it silent', async ({ browser, stack, seed }, info) => {
    const programId = await seed.program();
    const lead = await seed.staff(programId, 'therapist');
    const [shouter, gentle] = [await seed.patient(programId), await seed.patient(programId)];
    const sessionId = await seed.session(programId, lead, [shouter, gentle]);
    await feels(seed, gentle, { ceilingDb: -30, softHighs: true, largerText: true });
    await feels(seed, lead, { ceilingDb: 0 });
    const args = [...(info.project.use.launchOptions?.args ?? []), `--use-file-for-fake-audio-capture=${shoutFile()}`];
    const loud = await chromium.launch({ ...info.project.use.launchOptions, args });
    try {
      const therapist = await Visitor.open(browser, stack, lead);
      const listener = await Visitor.open(browser, stack, gentle);
      const speaker = await Visitor.open(loud, stack, shouter);
      for (const visitor of [therapist, listener]) await visitor.context.addInitScript(listenToOutput);

      await test.step('staff read beside the waiting name what the person needs', async () => {
        await therapist.join(sessionId);
        await listener.join(sessionId);
        await speaker.join(sessionId);
        await expect(therapist.page.getByText('Sound ceiling very low, highs softened, larger text').first()).toBeVisible();
      });

      await test.step('larger text came with the person to this device', async () => {
        expect(await listener.page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('19px');
      });

      await test.step('the shout is loud where it comes in, and quiet where it is heard', async () => {
        await therapist.page.getByRole('button', { name: 'Admit everyone' }).click();
        for (const visitor of [therapist, listener, speaker]) await visitor.inRoom();
        await speaker.page.getByRole('button', { name: 'Turn microphone on' }).click();
        await expect.poll(async () => (await loudness(listener.page)).in, { timeout: 20_000 }).toBeGreaterThan(0.3);
        const [quiet, full] = [await loudestFor(listener.page, 3), await loudestFor(therapist.page, 3)];
        info.annotations.push({ type: 'measured', description: JSON.stringify({ quiet, full }) });
        expect(quiet.in).toBeGreaterThan(0.3);
        expect(quiet.out).toBeLessThanOrEqual(level(-30) * 1.001);
        expect(quiet.out).toBeGreaterThan(level(-40));
        expect(full.out).toBeGreaterThan(0.3);
        // Nothing goes past the limiter: what a browser needs to decode the sound is itself silent.
        const elements = await listener.page
          .locator('audio')
          .evaluateAll((all) => all.map((one) => one instanceof HTMLAudioElement && one.muted));
        expect(elements.length).toBeGreaterThan(0);
        expect(elements).not.toContain(false);
      });

      await test.step('one key silences all, the person stays, staff see it, and the same key brings it back', async () => {
        await listener.page.keyboard.press('q');
        await expect(listener.page.getByText('The room is silent for you.').first()).toBeVisible();
        await expect.poll(async () => (await loudness(listener.page)).out).toBe(0);
        expect((await loudestFor(listener.page, 1.5)).in).toBeGreaterThan(0.3);
        await therapist.page.getByRole('button', { name: /^People/ }).click();
        await expect(therapist.page.getByText(/Has silenced the room/).first()).toBeVisible();
        await listener.page.reload();
        await expect(listener.page.getByText('The room is silent for you.').first()).toBeVisible();
        await listener.page.keyboard.press('q');
        await expect.poll(async () => (await loudness(listener.page)).out, { timeout: 20_000 }).toBeGreaterThan(level(-40));
        await expect(therapist.page.getByText(/Has silenced the room/)).toHaveCount(0);
      });
    } finally {
      await loud.close();
    }
  });
});
