import { Injectable } from '@nestjs/common';
import type { Note as NoteView, NoteSlot, SaveNote } from '@rejoin/shared';
import { DataSource, In, type EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/request.js';
import { Person } from '../people/person.entity.js';
import { fullName } from '../people/person.view.js';
import { StaffProfile } from '../people/staff-profile.entity.js';
import { dayOf } from '../schedule/wall-time.js';
import { contentHash } from './content-hash.js';
import { Note } from './note.entity.js';
import { patientSeatSql, slotsSql, type PatientSeat } from './notes.sql.js';

@Injectable()
export class NoteService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(sessionId: string): Promise<NoteSlot[]> {
    const slots: Omit<NoteSlot, 'note'>[] = await this.database.query(slotsSql, [sessionId]);
    const notes = await this.views(this.database.manager, await this.database.manager.findBy(Note, { sessionId }));
    return slots.map((slot) => ({ ...slot, note: notes.find(({ patientId }) => patientId === slot.patientId) ?? null }));
  }

  async read(noteId: string): Promise<NoteView> {
    return this.viewOf(this.database.manager, noteId);
  }

  async save(actor: Actor, sessionId: string, patientId: string, input: SaveNote): Promise<NoteView> {
    return this.database.transaction(async (tx) => {
      const seats: PatientSeat[] = await tx.query(patientSeatSql, [sessionId, patientId]);
      const seat = seats[0];
      if (!seat) throw new AppError('row.notFound');
      const note = await tx.findOne(Note, { where: { sessionId, patientId }, lock: { mode: 'pessimistic_write' } });
      const serviceDate = dayOf(seat.servedAt, seat.zone);
      if (!note) await this.begin(tx, { sessionId, patientId, authorId: actor.personId, episodeId: seat.episodeId, serviceDate }, input);
      else await this.write(tx, actor, note, input, serviceDate);
      return this.viewOf(tx, input.id);
    });
  }

  private async begin(
    tx: EntityManager,
    of: Pick<Note, 'sessionId' | 'patientId' | 'authorId' | 'episodeId' | 'serviceDate'>,
    input: SaveNote,
  ): Promise<void> {
    if (input.version !== 0) throw new AppError('row.changed');
    const now = this.clock.now();
    await tx.insert(Note, { ...of, id: input.id, body: input.body, version: 1, status: 'draft', createdAt: now, updatedAt: now });
  }

  /** A draft is its author's alone, and a save says which version it builds on. */
  private async write(tx: EntityManager, actor: Actor, note: Note, input: SaveNote, serviceDate: string): Promise<void> {
    if (note.status === 'signed') throw new AppError('note.signed');
    if (note.authorId !== actor.personId || note.id !== input.id) throw new AppError('row.changed');
    const isRetry = note.version === input.version + 1 && note.body === input.body;
    if (isRetry) return;
    if (note.version !== input.version) throw new AppError('row.changed');
    await tx.update(Note, { id: note.id }, { body: input.body, version: note.version + 1, serviceDate, updatedAt: this.clock.now() });
  }

  /** Signing holds the row: of many who sign and save at once, one comes first and the others are told. */
  async sign(actor: Actor, noteId: string, version: number): Promise<NoteView> {
    return this.database.transaction(async (tx) => {
      const note = await tx.findOne(Note, { where: { id: noteId }, lock: { mode: 'pessimistic_write' } });
      if (!note || note.authorId !== actor.personId) throw new AppError('row.notFound');
      if (note.status === 'signed') throw new AppError('note.signed');
      if (note.version !== version) throw new AppError('row.changed');
      if (note.body.trim() === '') throw new AppError('note.empty');
      const signature = await this.signatureOf(tx, actor);
      const content = { ...note, ...signature };
      await tx.update(
        Note,
        { id: noteId },
        { ...signature, status: 'signed', contentHash: contentHash(content), updatedAt: signature.signedAt },
      );
      return this.viewOf(tx, noteId);
    });
  }

  /** Name and credentials as they stand at this moment. */
  private async signatureOf(tx: EntityManager, actor: Actor) {
    const person = await tx.findOneByOrFail(Person, { id: actor.personId });
    const profile = await tx.findOneBy(StaffProfile, { personId: actor.personId });
    return { signedAt: this.clock.now(), signerName: fullName(person), signerCredentials: profile?.credentials ?? '' };
  }

  private async viewOf(tx: EntityManager, noteId: string): Promise<NoteView> {
    const [view] = await this.views(tx, await tx.findBy(Note, { id: noteId }));
    if (!view) throw new AppError('row.notFound');
    return view;
  }

  private async views(tx: EntityManager, notes: readonly Note[]): Promise<NoteView[]> {
    const people = await tx.findBy(Person, { id: In(notes.flatMap(({ patientId, authorId }) => [patientId, authorId])) });
    const names = new Map(people.map((person) => [person.id, fullName(person)]));
    return notes.map((note) => ({
      ...note,
      patientName: names.get(note.patientId) ?? '',
      authorName: names.get(note.authorId) ?? '',
      signedAt: note.signedAt?.toISOString() ?? null,
      updatedAt: note.updatedAt.toISOString(),
    }));
  }
}
