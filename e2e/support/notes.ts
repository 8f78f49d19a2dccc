import { listNotes, type Note } from '@rejoin/shared';
import { expect, type Page } from '@playwright/test';
import type { Seed, Somebody } from './seed.ts';

/** A session of two patients that is over, with a lead who can sign. */
export async function heldSession(seed: Seed) {
  const programId = await seed.program();
  const lead = await seed.staff(programId, 'therapist');
  const patients = [await seed.patient(programId), await seed.patient(programId)] as const;
  const sessionId = await seed.session(programId, lead, [...patients]);
  await seed.held(sessionId);
  return { programId, lead, patients, sessionId, password: await seed.password(lead) };
}

export const field = (page: Page) => page.getByRole('textbox', { name: /^Note of/ });
export const saved = (page: Page) => expect(page.locator('[data-phase="clean"]')).toContainText(/^Saved \d/);
export const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of the note' }).getByRole('button', { name: new RegExp(name) });

export async function partsOf(seed: Seed, lead: Somebody, sessionId: string): Promise<Note[]> {
  const { group, patients } = await seed.as(lead).call(listNotes, { params: { sessionId } });
  return [group, ...patients].flatMap((slot) => slot?.note ?? []);
}
