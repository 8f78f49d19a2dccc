import { Injectable } from '@nestjs/common';
import type { Note as NoteView, SessionKind, Signature } from '@rejoin/shared';
import { In, type EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { NoteAddendum } from './addendum.entity.js';
import { Note, type Licences } from './note.entity.js';
import { cosigners, type Cosigner } from './signer.js';

interface Around {
  id: string;
  authorName: string;
  service: SessionKind;
  lateEntryOn: string | null;
  cosigners: Cosigner[];
  returned: { byName: string; at: Date; word: string } | null;
}

/** What stands around the parts `$1` at the instant `$2`. */
const aroundSql = `
  SELECT n.id, p.given_name || ' ' || p.family_name AS "authorName", coalesce(n.service, s.kind) AS service,
    CASE WHEN n.status <> 'draft' THEN n.late_entry_on WHEN today.day > n.service_date THEN today.day END::text AS "lateEntryOn",
    CASE WHEN n.status = 'awaitingCosignature' THEN coalesce((SELECT json_agg(c ORDER BY c.name)
      FROM (${cosigners('n.author_id', 'n.service_date', 'today.day')}) c), '[]') ELSE '[]' END AS cosigners,
    CASE WHEN n.status = 'draft' THEN (SELECT json_build_object('byName', w.given_name || ' ' || w.family_name, 'at', r.at, 'word', r.word)
      FROM note_return r JOIN person w ON w.id = r.by_id WHERE r.note_id = n.id ORDER BY r.at DESC, r.id DESC LIMIT 1) END AS returned
  FROM note n JOIN person p ON p.id = n.author_id JOIN session s ON s.id = n.session_id JOIN program g ON g.id = s.program_id,
    LATERAL (SELECT ($2::timestamptz AT TIME ZONE g.zone)::date AS day) today
  WHERE n.id = ANY ($1)`;

const signature = (at: Date | null, name: string, credentials: string, licences: Licences): Signature | null =>
  at && { name, credentials, licences, at: at.toISOString() };

const addendumView = (row: NoteAddendum) => ({
  id: row.id,
  text: row.body,
  contentHash: row.contentHash,
  signature: { name: row.authorName, credentials: row.authorCredentials, licences: row.authorLicences, at: row.at.toISOString() },
});

/** Parts as the contract shows them. */
@Injectable()
export class NoteViews {
  constructor(private readonly clock: Clock) {}

  async one(tx: EntityManager, noteId: string): Promise<NoteView> {
    const [view] = await this.of(tx, await tx.findBy(Note, { id: noteId }));
    if (!view) throw new AppError('row.notFound');
    return view;
  }

  async of(tx: EntityManager, notes: readonly Note[]): Promise<NoteView[]> {
    if (notes.length === 0) return [];
    const ids = notes.map(({ id }) => id);
    const around: Around[] = await tx.query(aroundSql, [ids, this.clock.now()]);
    const addenda = await tx.find(NoteAddendum, { where: { noteId: In(ids) }, order: { at: 'ASC', id: 'ASC' } });
    return notes.map((note) => {
      const of = around.find(({ id }) => id === note.id);
      if (!of) throw new AppError('row.notFound');
      return view(
        note,
        of,
        addenda.filter(({ noteId }) => noteId === note.id),
      );
    });
  }
}

function view(note: Note, around: Around, addenda: readonly NoteAddendum[]): NoteView {
  const { returned } = around;
  return {
    ...note,
    ...around,
    fields: { Note: note.body },
    opened: note.openedVersion === note.version,
    signature: signature(note.signedAt, note.signerName, note.signerCredentials, note.signerLicences),
    cosignature: signature(note.cosignedAt, note.cosignerName, note.cosignerCredentials, note.cosignerLicences),
    returned: returned && { ...returned, at: new Date(returned.at).toISOString() },
    addenda: addenda.map(addendumView),
    updatedAt: note.updatedAt.toISOString(),
  };
}
