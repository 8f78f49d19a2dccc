import { Injectable } from '@nestjs/common';
import type { NewAddendum, Note as NoteView, ReturnNote } from '@rejoin/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/request.js';
import { NoteAddendum } from './addendum.entity.js';
import { Note } from './note.entity.js';
import { NoteViews } from './note.views.js';
import { addendumHash, cosignHash } from './seal.js';
import { cosignersOf, signerOf, type Signer } from './signer.js';
import { SigningWindows } from './signing-window.service.js';

const programZoneSql = `SELECT g.zone FROM session s JOIN program g ON g.id = s.program_id WHERE s.id = $1`;

/** What follows an author's signature: the supervisor's, or a word back; and what is added later. */
@Injectable()
export class CosigningService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly views: NoteViews,
    private readonly windows: SigningWindows,
  ) {}

  async cosign(actor: Actor, noteId: string, version: number): Promise<NoteView> {
    return this.database.transaction(async (tx) => {
      await this.windows.require(tx, actor);
      const note = await this.awaiting(tx, noteId, version);
      const { signature, today } = await this.signer(tx, actor, note);
      const supervisors = await cosignersOf(tx, note.authorId, note.serviceDate, today);
      if (!supervisors.some(({ id }) => id === actor.personId)) throw new AppError('note.unlicensed');
      await tx.update(
        Note,
        { id: noteId },
        {
          status: 'signed',
          cosignerId: actor.personId,
          cosignedAt: new Date(signature.at),
          cosignerName: signature.name,
          cosignerCredentials: signature.credentials,
          cosignerLicences: signature.licences,
          cosignHash: cosignHash(note, actor.personId, signature),
          updatedAt: new Date(signature.at),
        },
      );
      return this.views.one(tx, noteId);
    });
  }

  /** The text stays at its version; what had been signed is kept by its hash. */
  async giveBack(actor: Actor, noteId: string, { version, word }: ReturnNote): Promise<NoteView> {
    return this.database.transaction(async (tx) => {
      const note = await this.awaiting(tx, noteId, version);
      const now = this.clock.now();
      await tx.query(
        `INSERT INTO note_return (note_id, by_id, at, word, version, signed_at, content_hash) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [noteId, actor.personId, now, word, note.version, note.signedAt, note.contentHash],
      );
      await tx.update(
        Note,
        { id: noteId },
        {
          status: 'draft',
          signedAt: null,
          signerName: '',
          signerCredentials: '',
          signerLicences: [],
          facts: null,
          groupHash: null,
          lateEntryOn: null,
          contentHash: null,
          openedVersion: null,
          seal: 1,
          updatedAt: now,
        },
      );
      return this.views.one(tx, noteId);
    });
  }

  /** The same id again adds nothing. */
  async add(actor: Actor, noteId: string, { id, text }: NewAddendum): Promise<NoteView> {
    return this.database.transaction(async (tx) => {
      const note = await this.locked(tx, noteId);
      const known = await tx.findOneBy(NoteAddendum, { id });
      if (known && (known.noteId !== noteId || known.authorId !== actor.personId)) throw new AppError('row.exists');
      if (!known) await this.addTo(tx, actor, note, { id, text });
      return this.views.one(tx, noteId);
    });
  }

  private async addTo(tx: EntityManager, actor: Actor, note: Note, { id, text }: NewAddendum): Promise<void> {
    if (note.status !== 'signed') throw new AppError(note.status === 'draft' ? 'note.notSigned' : 'note.awaiting');
    await this.windows.require(tx, actor);
    const { signature } = await this.signer(tx, actor, note);
    const added = {
      id,
      noteId: note.id,
      authorId: actor.personId,
      at: new Date(signature.at),
      body: text,
      authorName: signature.name,
      authorCredentials: signature.credentials,
      authorLicences: signature.licences,
    };
    await tx.insert(NoteAddendum, { ...added, contentHash: addendumHash(note, added) });
  }

  private async signer(tx: EntityManager, actor: Actor, note: Note): Promise<Signer> {
    const rows: { zone: string }[] = await tx.query(programZoneSql, [note.sessionId]);
    return signerOf(tx, actor.personId, this.clock.now(), rows[0]?.zone ?? 'UTC');
  }

  private async awaiting(tx: EntityManager, noteId: string, version: number): Promise<Note> {
    const note = await this.locked(tx, noteId);
    if (note.status !== 'awaitingCosignature') throw new AppError('note.notAwaiting');
    if (note.version !== version) throw new AppError('row.changed');
    return note;
  }

  private async locked(tx: EntityManager, noteId: string): Promise<Note> {
    const note = await tx.findOne(Note, { where: { id: noteId }, lock: { mode: 'pessimistic_write' } });
    if (!note) throw new AppError('row.notFound');
    return note;
  }
}
