import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addAddendum, cosignNote, openNote, readDay, readNote, returnNote, saveNote, type Note } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Agent } from '../testing/agent.js';
import { startApp, type TestApp } from '../testing/app.js';
import { makePerson, signIn, type TestPerson } from '../testing/factories.js';
import { Note as NoteRow } from './note.entity.js';
import { contentHash } from './seal.js';
import { Desk } from './testing/desk.js';

let app: TestApp;
let desk: Desk;
let trainee: TestPerson;
let author: Agent;
let supervisor: Agent;
let stranger: Agent;

const licence = (person: { id: string }, from = '2020-01-01') =>
  app.database.query(
    `INSERT INTO licence (id, person_id, type, number, state, from_on, to_on) VALUES (gen_random_uuid(), $1, 'LCSW-R', '777', 'NY', $2, '2099-01-01')`,
    [person.id, from],
  );
const supervise = (by: { id: string }, from = '2020-01-01', to: string | null = null) =>
  app.database.query(`INSERT INTO supervision (id, person_id, supervisor_id, from_on, to_on) VALUES (gen_random_uuid(), $1, $2, $3, $4)`, [
    trainee.id,
    by.id,
    from,
    to,
  ]);

beforeAll(async () => {
  app = await startApp();
  desk = await Desk.open(app);
  const programId = desk.program.id;
  trainee = await makePerson(app, { role: 'therapist', programId, givenName: 'Tess', familyName: 'Arno' });
  const [guide, other] = [
    await makePerson(app, { role: 'therapist', programId, givenName: 'Sol' }),
    await makePerson(app, { role: 'therapist', programId }),
  ];
  for (const { id } of [trainee, guide, other]) {
    await app.database.query(`INSERT INTO staff_profile (person_id, credentials, pre_licensed) VALUES ($1, 'MHC', $2)`, [
      id,
      id === trainee.id,
    ]);
  }
  author = await signIn(app, trainee);
  supervisor = await signIn(app, guide);
  stranger = await signIn(app, other);
  await licence(other);
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.database.query('DELETE FROM supervision');
  await app.database.query('DELETE FROM licence WHERE person_id = $1', [supervisor.personId]);
  await desk.newSession({ lead: [trainee] });
  await Promise.all([author, supervisor, stranger].map((agent) => desk.mayNowSign(agent)));
});

async function awaiting(): Promise<Note> {
  await supervise({ id: supervisor.personId });
  await licence({ id: supervisor.personId });
  return desk.signed(await desk.draft('By a trainee', desk.ann, author), author);
}
const of = ({ id, version }: Note) => ({ params: { noteId: id }, body: { version } });

describe('what a pre-licensed author signs', () => {
  it('is refused while no licensed supervisor is set for that day', async () => {
    const note = await desk.draft('Text', desk.ann, author);
    const codes: (string | undefined)[] = [];
    const look = async () =>
      codes.push(
        (
          await desk.sign(
            [note].map(({ id, version }) => ({ id, version })),
            author,
          )
        )[0]?.code,
      );
    await look();
    await supervise({ id: supervisor.personId });
    await look();
    await licence({ id: supervisor.personId }, '2027-06-01');
    await look();
    await app.database.query('DELETE FROM supervision');
    await licence({ id: supervisor.personId });
    await supervise({ id: supervisor.personId }, '2020-01-01', '2020-12-31');
    await look();
    expect(codes).toEqual(Array(4).fill('note.noSupervisor'));
    expect((await desk.list(author)).signing.cosigners).toEqual([]);
  });

  it('waits for the supervisor of that day, in whose day it stands', async () => {
    const note = await awaiting();
    expect(note).toMatchObject({ status: 'awaitingCosignature', signature: { name: 'Tess Arno' }, cosignature: null });
    expect(note.cosigners.map(({ id }) => id)).toEqual([supervisor.personId]);
    const day = await supervisor.call(readDay, {});
    expect(day.notesToCosign.find(({ noteId }) => noteId === note.id)).toMatchObject({
      authorName: 'Tess Arno',
      patientName: 'Annika Möller',
    });
    expect((await stranger.call(readDay, {})).notesToCosign).toEqual([]);
    expect((await author.call(readDay, {})).notesToCosign).toEqual([]);
    expect(await supervisor.call(readNote, { params: { noteId: note.id } })).toMatchObject({ note: { fields: { Note: 'By a trainee' } } });
  });

  it('is frozen: neither its author nor the database’s own application role changes it', async () => {
    const note = await awaiting();
    const params = { sessionId: desk.session.id, patientId: desk.ann.id };
    const change = { id: note.id, version: 1, fields: { Note: 'Changed' } };
    expect(await author.refused(saveNote, { params, body: change })).toMatchObject({ code: 'note.awaiting' });
    expect((await desk.sign([{ id: note.id, version: 1 }], author))[0]?.code).toBe('note.awaiting');
    const addendum = { params: { noteId: note.id }, body: { id: randomUUID(), text: 'x' } };
    expect(await author.refused(addAddendum, addendum)).toMatchObject({ code: 'note.awaiting' });
    for (const set of [
      `body = 'x'`,
      `signer_name = 'x'`,
      `status = 'signed'`,
      `status = 'signed', cosigned_at = now(), cosigner_id = '${supervisor.personId}', cosign_hash = 'x', body = 'x'`,
      `status = 'draft', signed_at = NULL, content_hash = NULL, facts = NULL, seal = 1`,
    ]) {
      await expect(app.database.query(`UPDATE note SET ${set} WHERE id = $1`, [note.id])).rejects.toMatchObject({ code: 'RJ002' });
    }
    await expect(
      app.database.query(
        `UPDATE note SET status = 'signed', cosigned_at = now(), cosigner_id = author_id, cosign_hash = 'x' WHERE id = $1`,
        [note.id],
      ),
    ).rejects.toMatchObject({ code: '23514' });
    expect((await desk.list(author)).patients[0]?.note).toEqual(note);
  });
});

describe('a co-signature', () => {
  it('is the supervisor’s, with credentials, licence and time beside the author’s, and makes it final', async () => {
    const note = await awaiting();
    for (const agent of [author, stranger]) expect(await agent.refused(cosignNote, of(note))).toMatchObject({ code: 'row.notFound' });
    expect(await supervisor.refused(cosignNote, of({ ...note, version: 9 }))).toMatchObject({ code: 'row.changed' });
    const signed = await supervisor.call(cosignNote, of(note));
    expect(signed).toMatchObject({
      status: 'signed',
      signature: note.signature,
      contentHash: note.contentHash,
      cosignature: { credentials: 'MHC', licences: [{ type: 'LCSW-R', number: '777', state: 'NY' }] },
      cosigners: [],
    });
    const row = await app.database.manager.findOneByOrFail(NoteRow, { id: note.id });
    expect(contentHash(row)).toBe(signed.contentHash);
    expect(await supervisor.refused(cosignNote, of(note))).toMatchObject({ code: 'note.notAwaiting' });
    await expect(app.database.query(`UPDATE note SET cosigner_name = 'x' WHERE id = $1`, [note.id])).rejects.toMatchObject({
      code: 'RJ001',
    });
  });

  it('needs an open signing window and a licence that covers the day', async () => {
    const note = await awaiting();
    await app.database.query(`UPDATE signing_window SET until_at = now() - interval '1 second'`);
    expect(await supervisor.refused(cosignNote, of(note))).toMatchObject({ code: 'signing.closed' });
    await desk.mayNowSign(supervisor);
    await app.database.query(`UPDATE licence SET to_on = '2025-01-01' WHERE person_id = $1`, [supervisor.personId]);
    expect(await supervisor.refused(cosignNote, of(note))).toMatchObject({ code: 'note.unlicensed' });
  });

  it('comes once, however often it is given at the same time', async () => {
    const note = await awaiting();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        n % 2 === 0
          ? supervisor.ask(cosignNote, of(note))
          : supervisor.ask(returnNote, { params: { noteId: note.id }, body: { version: 1, word: 'More of the plan, please.' } }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
  });

  it('or a word back: the text opens again as it was, and what had been signed is kept by its hash', async () => {
    const note = await awaiting();
    const word = 'What comes next?';
    expect(await author.refused(returnNote, { params: { noteId: note.id }, body: { version: 1, word } })).toMatchObject({
      code: 'row.notFound',
    });
    const back = await supervisor.call(returnNote, { params: { noteId: note.id }, body: { version: 1, word } });
    expect(back).toMatchObject({
      status: 'draft',
      version: 1,
      fields: note.fields,
      signature: null,
      contentHash: null,
      opened: false,
      returned: { word },
    });
    const kept = await app.database.query('SELECT content_hash, by_id FROM note_return WHERE note_id = $1', [note.id]);
    expect(kept).toEqual([{ content_hash: note.contentHash, by_id: supervisor.personId }]);
    expect((await desk.sign([{ id: note.id, version: 1 }], author))[0]?.code).toBe('note.unopened');
    await author.call(openNote, of(note));
    const better = await desk.save(desk.ann, note.id, 1, 'By a trainee. Next: sleep diary.', author);
    const again = await desk.signed(better, author);
    expect(await supervisor.call(cosignNote, of(again))).toMatchObject({ status: 'signed', version: 2, returned: null });
  });
});
