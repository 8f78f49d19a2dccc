import { Injectable } from '@nestjs/common';
import { errors, isBlank, type ErrorCode, type ReplyOf, type SessionNotes, type SignNotes, type signNotes } from '@rejoin/shared';
import { DataSource, In, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/request.js';
import { NoteFactsService, type RecordOfSession } from './facts.service.js';
import { otherNamesIn } from './names-other.js';
import { Note } from './note.entity.js';
import { NoteViews } from './note.views.js';
import { contentHash } from './seal.js';
import { cosignersOf, signerOf, type Signer } from './signer.js';
import { SigningWindows } from './signing-window.service.js';

type Reply = ReplyOf<typeof signNotes>;
type Asked = SignNotes['parts'][number];
type Answer = { refusal: ErrorCode; words?: string[] } | { refusal: null };

interface Signing {
  actor: Actor;
  signer: Signer;
  record: RecordOfSession;
  now: Date;
}

/** Signing holds the rows: of many who sign and save at once, one comes first and the others are told. */
@Injectable()
export class SigningService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly facts: NoteFactsService,
    private readonly views: NoteViews,
    private readonly windows: SigningWindows,
    private readonly audit: AuditService,
  ) {}

  /** What signing the parts of a day means for who asks. */
  async standing(actor: Actor, serviceDate: string, programZone: string): Promise<SessionNotes['signing']> {
    const { manager } = this.database;
    const { preLicensed, today } = await signerOf(manager, actor.personId, this.clock.now(), programZone);
    return {
      until: (await this.windows.until(manager, actor))?.toISOString() ?? null,
      takesCode: actor.twoFactorOn,
      cosigners: preLicensed ? await cosignersOf(manager, actor.personId, serviceDate, today) : null,
    };
  }

  /** Each part by itself: what cannot be signed says why, and the others are signed. */
  async sign(actor: Actor, sessionId: string, { parts }: SignNotes): Promise<Reply> {
    return this.database.transaction(async (tx) => {
      await this.windows.require(tx, actor);
      const now = this.clock.now();
      const notes = await tx.find(Note, {
        where: { sessionId, id: In(parts.map(({ id }) => id)) },
        order: { id: 'ASC' },
        lock: { mode: 'pessimistic_write' },
      });
      const record = await this.facts.of(tx, sessionId, now);
      const signing = { actor, now, record, signer: await signerOf(tx, actor.personId, now, record.row.programZone) };
      const noteOf = ({ id }: Asked): Note | undefined => notes.find((note) => note.id === id && note.authorId === actor.personId);
      // The common part comes first, so that the others can name its hash.
      const inOrder = parts.toSorted((one, other) => Number(noteOf(other)?.kind === 'group') - Number(noteOf(one)?.kind === 'group'));
      const answers = new Map<string, Answer>();
      for (const part of inOrder) if (!answers.has(part.id)) answers.set(part.id, await this.one(tx, signing, part, noteOf(part)));
      return this.reply(tx, actor, parts, answers);
    });
  }

  private async one(tx: EntityManager, signing: Signing, part: Asked, note: Note | undefined): Promise<Answer> {
    const answer = await this.check(tx, signing, part, note);
    if (note && !answer.refusal) await this.seal(tx, signing, note);
    const passed = answer.refusal === null && part.pass;
    await this.audit.record(
      {
        actorId: signing.actor.personId,
        action: 'note.sign',
        outcome: answer.refusal ? 'refused' : 'done',
        rowKind: 'note',
        rowId: part.id,
        details: { version: part.version, ...(answer.refusal && { code: answer.refusal }), ...(passed && { passed }) },
      },
      tx,
    );
    return answer;
  }

  private async check(tx: EntityManager, { record, signer }: Signing, part: Asked, note: Note | undefined): Promise<Answer> {
    if (!note) return { refusal: 'row.notFound' };
    if (note.status !== 'draft') return { refusal: note.status === 'signed' ? 'note.signed' : 'note.awaiting' };
    if (note.version !== part.version) return { refusal: 'row.changed' };
    if (!record.row.isOver) return { refusal: 'note.notOver' };
    if (note.openedVersion !== note.version) return { refusal: 'note.unopened' };
    if (isBlank(note.body)) return { refusal: 'note.empty' };
    const words = part.pass ? [] : otherNamesIn(note.body, record.row.patients, note.patientId);
    if (words.length > 0) return { refusal: 'note.namesOther', words };
    if (!signer.preLicensed) return { refusal: null };
    const supervisors = await cosignersOf(tx, note.authorId, note.serviceDate, signer.today);
    return { refusal: supervisors.length > 0 ? null : 'note.noSupervisor' };
  }

  private async seal(tx: EntityManager, { record, signer, now }: Signing, note: Note): Promise<void> {
    const { name, credentials, licences } = signer.signature;
    const common = note.kind === 'patient' ? await tx.findOneBy(Note, { sessionId: note.sessionId, kind: 'group' }) : null;
    const sealed = {
      service: record.row.service,
      signedAt: now,
      signerName: name,
      signerCredentials: credentials,
      signerLicences: licences,
      facts: record.facts(note.patientId),
      groupHash: common?.contentHash ?? null,
      lateEntryOn: signer.today > note.serviceDate ? signer.today : null,
    };
    const hash = contentHash({ ...note, ...sealed });
    const status = signer.preLicensed ? 'awaitingCosignature' : 'signed';
    await tx.update(Note, { id: note.id }, { ...sealed, status, seal: 2, contentHash: hash, updatedAt: now });
  }

  private async reply(tx: EntityManager, actor: Actor, parts: readonly Asked[], answers: ReadonlyMap<string, Answer>): Promise<Reply> {
    const mine = await tx.findBy(Note, { id: In(parts.map(({ id }) => id)), authorId: actor.personId });
    const notes = await this.views.of(tx, mine);
    return {
      parts: [...answers].map(([id, answer]) => ({
        id,
        note: answer.refusal === 'row.notFound' ? null : (notes.find((note) => note.id === id) ?? null),
        refusal: answer.refusal && { code: answer.refusal, message: errors[answer.refusal][1], words: answer.words ?? [] },
      })),
    };
  }
}
