import { Injectable } from '@nestjs/common';
import {
  hasGroupPart,
  type NotePage,
  type Note as NoteView,
  type NoteSlot,
  type SaveNote,
  type SessionKind,
  type SessionNotes,
} from '@rejoin/shared';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/request.js';
import { NoteFactsService, type RecordOfSession } from './facts.service.js';
import { Note } from './note.entity.js';
import { NoteViews } from './note.views.js';
import { groupLockSql, groupSql, patientSeatSql } from './notes.sql.js';

/** What a part is about, as the schedule has it. */
interface Subject {
  episodeId: string | null;
  service: SessionKind;
  serviceDate: string;
}

/** What is signed, or waits for it, is nobody's to write. */
function requireDraft(note: Pick<Note, 'status'>): void {
  if (note.status === 'signed') throw new AppError('note.signed');
  if (note.status === 'awaitingCosignature') throw new AppError('note.awaiting');
}

/** The parts of a session's note while they are written. */
@Injectable()
export class NoteService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly facts: NoteFactsService,
    private readonly views: NoteViews,
    private readonly audit: AuditService,
  ) {}

  async list(sessionId: string): Promise<Omit<SessionNotes, 'signing'> & { programZone: string }> {
    const { manager } = this.database;
    const record = await this.facts.of(manager, sessionId, this.clock.now());
    const rows = await manager.findBy(Note, { sessionId });
    const notes = await this.views.of(manager, rows);
    const slot = (patientId: string | null): NoteSlot => ({
      patientId,
      patientName: record.patient(patientId)?.name ?? null,
      facts: factsOf(
        record,
        patientId,
        rows.find((row) => row.patientId === patientId),
      ),
      note: notes.find((note) => note.patientId === patientId) ?? null,
    });
    return {
      sessionId,
      serviceDate: record.row.serviceDate,
      programZone: record.row.programZone,
      isOver: record.row.isOver,
      group: record.hasGroup ? slot(null) : null,
      patients: record.row.patients.map(({ personId }) => slot(personId)),
    };
  }

  async read(noteId: string): Promise<NotePage> {
    const { manager } = this.database;
    const row = await manager.findOneBy(Note, { id: noteId });
    if (!row) throw new AppError('row.notFound');
    const record = await this.facts.of(manager, row.sessionId, this.clock.now());
    const group = row.patientId === null ? null : await manager.findOneBy(Note, { sessionId: row.sessionId, patientId: IsNull() });
    const [note, common = null] = await this.views.of(manager, group ? [row, group] : [row]);
    if (!note) throw new AppError('row.notFound');
    return {
      patientName: record.patient(row.patientId)?.name ?? null,
      facts: factsOf(record, row.patientId, row),
      note,
      group: common,
    };
  }

  /** Without a patient: the common part. */
  async save(actor: Actor, sessionId: string, patientId: string | null, input: SaveNote): Promise<NoteView> {
    return this.database.transaction(async (tx) => {
      const subject = await this.subject(tx, sessionId, patientId);
      const note = await tx.findOne(Note, {
        where: { sessionId, patientId: patientId ?? IsNull() },
        lock: { mode: 'pessimistic_write' },
      });
      if (note) await this.write(tx, actor, note, input, subject);
      else await this.begin(tx, { ...subject, sessionId, patientId, authorId: actor.personId }, input);
      return this.views.one(tx, input.id);
    });
  }

  private async subject(tx: EntityManager, sessionId: string, patientId: string | null): Promise<Subject> {
    if (patientId === null) await tx.query(groupLockSql, [sessionId]);
    const rows: Subject[] = await (patientId === null ? tx.query(groupSql, [sessionId]) : tx.query(patientSeatSql, [sessionId, patientId]));
    const subject = rows[0];
    if (!subject || (patientId === null && !hasGroupPart(subject.service))) throw new AppError('row.notFound');
    return subject;
  }

  private async begin(
    tx: EntityManager,
    of: Pick<Note, 'sessionId' | 'patientId' | 'authorId' | 'episodeId' | 'serviceDate' | 'service'>,
    input: SaveNote,
  ): Promise<void> {
    if (input.version !== 0) throw new AppError('row.changed');
    const now = this.clock.now();
    await tx.insert(Note, {
      ...of,
      id: input.id,
      kind: of.patientId === null ? 'group' : 'patient',
      body: input.fields.Note,
      clinicianPlace: input.clinicianPlace ?? '',
      version: 1,
      openedVersion: 1,
      status: 'draft',
      createdAt: now,
      updatedAt: now,
    });
  }

  /** A draft is its author's alone, and a save says which version it builds on. */
  private async write(tx: EntityManager, actor: Actor, note: Note, input: SaveNote, { service, serviceDate }: Subject): Promise<void> {
    requireDraft(note);
    if (note.authorId !== actor.personId || note.id !== input.id) throw new AppError('row.changed');
    const written = { body: input.fields.Note, clinicianPlace: input.clinicianPlace ?? note.clinicianPlace };
    const isSame = note.body === written.body && note.clinicianPlace === written.clinicianPlace;
    if (note.version === input.version + 1 && isSame) return;
    if (note.version !== input.version) throw new AppError('row.changed');
    const version = note.version + 1;
    const change = { ...written, service, serviceDate, version, openedVersion: version, updatedAt: this.clock.now() };
    await tx.update(Note, { id: note.id }, change);
  }

  /** Its author has this version before them. */
  async open(noteId: string, version: number): Promise<NoteView> {
    return this.database.transaction(async (tx) => {
      const note = await this.locked(tx, noteId);
      if (note.status === 'draft') {
        if (note.version !== version) throw new AppError('row.changed');
        if (note.openedVersion !== version) await tx.update(Note, { id: noteId }, { openedVersion: version });
      }
      return this.views.one(tx, noteId);
    });
  }

  /** Nobody is stuck with the draft of somebody who is away; whose it was stays in the audit. */
  async takeOver(actor: Actor, noteId: string, version: number): Promise<NoteView> {
    return this.database.transaction(async (tx) => {
      const note = await this.locked(tx, noteId);
      requireDraft(note);
      if (note.authorId !== actor.personId) {
        if (note.version !== version) throw new AppError('row.changed');
        const change = { authorId: actor.personId, version: version + 1, openedVersion: null, updatedAt: this.clock.now() };
        await tx.update(Note, { id: noteId }, change);
        await this.audit.record(
          {
            actorId: actor.personId,
            action: 'note.takeOver',
            outcome: 'done',
            rowKind: 'note',
            rowId: noteId,
            details: { from: note.authorId },
          },
          tx,
        );
      }
      return this.views.one(tx, noteId);
    });
  }

  private async locked(tx: EntityManager, noteId: string): Promise<Note> {
    const note = await tx.findOne(Note, { where: { id: noteId }, lock: { mode: 'pessimistic_write' } });
    if (!note) throw new AppError('row.notFound');
    return note;
  }
}

/** As they were at signing; else as they are now. */
const factsOf = (record: RecordOfSession, patientId: string | null, row: Note | undefined) => row?.facts ?? record.facts(patientId);
