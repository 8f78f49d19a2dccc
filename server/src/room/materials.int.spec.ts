import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fileBytes, readMaterial, sendMaterial } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '../testing/app.js';
import { makePatient, signIn } from '../testing/factories.js';
import { materialEffect } from './room.effects-materials.js';
import { RoomRetention } from './room.retention.js';
import { RoomStore } from './room.store.js';
import { ask, begin, done, makeGroup, makePeople, viewOf, type Group, type Member, type People } from './testing/group.js';

let app: TestApp;
let people: People;
let group: Group;

const pdf = (text = 'Breathe in') => new File([`%PDF-1.7\n${text}`], 'sheet.pdf', { type: 'application/pdf' });
const png = () => new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1)], 'x.png', { type: 'image/png' });

beforeAll(async () => {
  app = await startApp();
  people = await makePeople(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  group = await makeGroup(app, people);
  await begin(group);
});

const at = (textId: string) => ({ params: { sessionId: group.session.id, textId } });
const send = (by: Member, textId: string, body: File) => by.agent.ask(sendMaterial, { ...at(textId), body });
const read = (by: Member, textId: string) => by.agent.ask(readMaterial, at(textId));

async function shared(body = pdf(), kind: 'pdf' | 'png' = 'pdf'): Promise<string> {
  const textId = randomUUID();
  expect((await send(group.lead, textId, body)).status).toBe(200);
  await done(group, group.lead, { type: 'material.share', textId, kind, title: 'Box breathing' });
  return textId;
}

describe('a file that staff share', () => {
  it('is read by whoever was let in, as what it is, and runs nothing', async () => {
    const textId = await shared();
    const answer = await read(group.ann, textId);
    expect([answer.status, answer.body]).toEqual([200, '%PDF-1.7\nBreathe in']);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toBe('inline; filename="worksheet.pdf"');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const picture = await read(group.ann, await shared(png(), 'png'));
    expect(picture.headers.get('content-security-policy')).toContain('sandbox');
    expect((await viewOf(group, group.ann)).materials[textId]).toMatchObject({ kind: 'pdf', title: 'Box breathing' });
  });

  it('is not there for who waits, who was sent out, who has no seat, or under another session', async () => {
    const textId = await shared();
    const other = await makeGroup(app, people);
    await begin(other);
    const elsewhere = await other.ann.agent.ask(readMaterial, { params: { sessionId: other.session.id, textId } });
    const stranger = await signIn(app, await makePatient(app, { programId: people.programId }));
    expect([elsewhere.status, (await stranger.ask(readMaterial, at(textId))).status]).toEqual([404, 404]);
    await done(group, group.lead, { type: 'putBack', seatId: group.ann.seatId });
    expect((await read(group.ann, textId)).status).toBe(404);
  });

  it('is not there before it is shared, and never again after it was taken out', async () => {
    const [sent, textId] = [randomUUID(), await shared()];
    await send(group.lead, sent, pdf());
    expect((await read(group.lead, sent)).status).toBe(404);
    await done(group, group.lead, { type: 'material.remove', textId });
    expect((await read(group.lead, textId)).status).toBe(404);
    const rows: unknown = await app.database.query(
      `SELECT m.bytes, t.body FROM material m JOIN room_text t ON t.id = m.id WHERE m.id = $1`,
      [textId],
    );
    expect(rows).toEqual([{ bytes: null, body: null }]);
  });

  it('is taken out of its own session only, whatever a log says', async () => {
    const textId = await shared();
    const { plan } = await app.nest.get(RoomStore).read((await makeGroup(app, people)).session.id);
    await materialEffect(app.database, { type: 'material.removed', v: 1, payload: { textId } }, { plan, at: new Date().toISOString() });
    expect((await read(group.lead, textId)).status).toBe(200);
    expect((await viewOf(group, group.ann)).materials[textId]).toMatchObject({ title: 'Box breathing' });
  });

  it('stays readable after the end until the days of the chat are over', async () => {
    const textId = await shared();
    await done(group, group.lead, { type: 'end' });
    expect((await read(group.ann, textId)).status).toBe(200);
    await app.database.query(`UPDATE material SET sent_at = now() - interval '31 days' WHERE id = $1`, [textId]);
    await app.nest.get(RoomRetention).erase();
    expect((await read(group.ann, textId)).status).toBe(404);
  });

  it('is sent by staff of the session only, and leaves a trace of who sent and who read it', async () => {
    expect((await send(group.ann, randomUUID(), pdf())).status).toBe(403);
    const textId = await shared();
    await read(group.ann, textId);
    const rows: { action: string; outcome: string }[] = await app.database.query(
      `SELECT action, outcome FROM audit_event WHERE session_id = $1 AND action LIKE 'material.%' ORDER BY action, outcome`,
      [group.session.id],
    );
    expect(rows.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'material.read done',
      'material.send done',
      'material.send refused',
    ]);
  });
});

describe('a file that is something else', () => {
  it.each([
    ['a page in disguise', new File(['<script>alert(1)</script>'], 'a.pdf', { type: 'application/pdf' }), 'file.kind'],
    ['a picture that says it is a PDF', new File([png()], 'a.pdf', { type: 'application/pdf' }), 'file.kind'],
    ['a page', new File(['%PDF-1.7'], 'a.html', { type: 'text/html' }), 'input.invalid'],
    [
      'a drawing that may run code',
      new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'a.svg', { type: 'image/svg+xml' }),
      'input.invalid',
    ],
    ['nothing', new File([], 'a.pdf', { type: 'application/pdf' }), 'file.kind'],
    ['more than ten megabytes', new File(['%PDF-', new Uint8Array(fileBytes)], 'a.pdf', { type: 'application/pdf' }), 'file.tooLarge'],
  ])('is refused by name: %s', async (_, body, code) => {
    expect((await send(group.lead, randomUUID(), body)).body).toMatchObject({ code });
  });

  it('is refused where it was read as something else on the way', async () => {
    const answer = await group.lead.agent.send('PUT', `/api/sessions/${group.session.id}/room/materials/${randomUUID()}`, { bytes: 'x' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'input.invalid' } });
  });

  it('is not shared as another kind, nor where nothing was sent', async () => {
    const textId = randomUUID();
    await send(group.lead, textId, pdf());
    expect((await ask(group, group.lead, { type: 'material.share', textId, kind: 'png', title: 'A' })).body).toMatchObject({
      code: 'material.missing',
    });
    expect((await ask(group, group.lead, { type: 'material.share', textId: randomUUID(), kind: 'pdf', title: 'A' })).body).toMatchObject({
      code: 'material.missing',
    });
  });
});
