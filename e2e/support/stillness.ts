import { expect, type Page } from '@playwright/test';

/** Waits until nothing on the page fades or moves into place: colours of a moment in between are nobody's. */
export async function stillness(page: Page): Promise<void> {
  const isMoving = () =>
    page.evaluate(() =>
      document.getAnimations().some(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity),
    );
  await expect.poll(isMoving).toBe(false);
}
