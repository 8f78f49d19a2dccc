import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addAddendum } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { extractText, getDocumentProxy } from 'unpdf';
import { startApp, type TestApp } from '../testing/app.js';
import { Desk } from './testing/desk.js';

let app: TestApp;
let desk: Desk;

beforeAll(async () => {
  app = await startApp();
  desk = await Desk.open(app);
  await app.database.query(`INSERT INTO staff_profile (person_id, credentials) VALUES ($1, 'LCSW')`, [desk.lead.id]);
});
afterAll(() => app.close());

async function print(noteId: string): Promise<{ headers: Headers; bytes: Buffer; pages: string[] }> {
  const response = await fetch(`${app.url.replace('localhost', '127.0.0.1')}/api/notes/${noteId}/pdf`, {
    headers: { cookie: desk.agent.cookie },
  });
  if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false });
  return { headers: response.headers, bytes, pages: text.map((page) => page.replaceAll(/\s+/g, ' ')) };
}

describe('a printed part', () => {
  it('carries two identifiers, date and number on every page, with facts, both texts, signatures, addenda and hash', async () => {
    const paragraphs = Array.from(
      { length: 60 },
      (_, n) => `Line ${n}: Zoë, Łukasz and naïve façade; spoke of sleep, of work, and of the week to come.`,
    );
    const group = await desk.signed(await desk.groupDraft('The group spoke of sleep.'));
    const part = await desk.draft(paragraphs.join('\n\n'));
    await app.database.query(`UPDATE note SET service_date = '2026-01-05' WHERE id = $1`, [part.id]);
    const signed = await desk.signed(part);
    await desk.agent.call(addAddendum, { params: { noteId: part.id }, body: { id: randomUUID(), text: 'The sister called.' } });
    const { pages, bytes, headers } = await print(part.id);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, at) => {
      expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
      expect(page).toMatch(/Annika Möller · born April 1, 1990 · record MRN-/);
      expect(page).toMatch(/Service date \w+ \d+, \d{4}/);
      expect(page).not.toContain('DRAFT');
      expect(page).not.toContain('42 CFR');
    });
    const all = pages.join(' ');
    for (const told of [
      ...paragraphs,
      'From the record',
      'Clinician was at The program',
      'The group spoke of sleep.',
      'Signed by Lea Dorn, LCSW',
      'Late entry: service of January 5, 2026, written ',
      'Addendum The sister called. Added by Lea Dorn',
      signed.contentHash ?? '',
    ])
      expect(all).toContain(told);
    for (const { givenName, familyName } of [desk.ben]) expect(all).not.toMatch(new RegExp(`\\b(${givenName}|${familyName})\\b`));
    expect(bytes.toString('latin1').match(/\/FontFile[23]/g)?.length).toBeGreaterThanOrEqual(2);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toBe(`inline; filename="note-${signed.serviceDate}.pdf"`);
    expect(headers.get('cache-control')).toContain('no-store');
    expect((await print(group.id)).pages.join(' ')).toContain('it names no patient');
  });

  it('says on every page that it is a draft', async () => {
    await desk.newSession();
    const draft = await desk.draft('Not yet done. '.repeat(600));
    const { pages } = await print(draft.id);
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('DRAFT');
    expect(pages.join(' ')).toContain('Draft of Lea Dorn, not signed');
  });

  it('carries the notice of 42 CFR Part 2 where the episode of care has it', async () => {
    await desk.newSession();
    const part = await desk.draft();
    await app.database.query('UPDATE episode SET part2 = true WHERE id = $1', [desk.ann.episodeId]);
    const { pages } = await print(part.id);
    for (const page of pages) expect(page).toContain('42 CFR part 2 prohibits unauthorized use or disclosure of these records.');
    await app.database.query('UPDATE episode SET part2 = false WHERE id = $1', [desk.ann.episodeId]);
  });

  it('is an export in the audit, and nobody’s who may not read it', async () => {
    await desk.newSession();
    const part = await desk.draft();
    await print(part.id);
    const rows = await app.database.query(
      `SELECT actor_id, outcome, patient_id FROM audit_event WHERE action = 'note.export' AND row_id = $1`,
      [part.id],
    );
    expect(rows).toEqual([{ actor_id: desk.lead.id, outcome: 'done', patient_id: desk.ann.id }]);
    const refused = await app.stranger.send('GET', `/api/notes/${part.id}/pdf`);
    expect([refused.status, refused.body]).toMatchObject([401, { code: 'auth.signedOut' }]);
  });
});
