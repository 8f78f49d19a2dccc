import type { NoteFacts, SessionKind, Signature } from '@rejoin/shared';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { Person } from '../people/person.entity.js';
import { Session } from '../schedule/session.entity.js';

export type Licences = Signature['licences'];

/** One part of a session's note; the database refuses any change of a signed one. */
@Entity('note')
@Unique('note_session_id_patient_id_key', ['sessionId', 'patientId'])
@Index('note_author_draft', ['authorId'], { where: "status = 'draft'::text" })
export class Note {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @ManyToOne(() => Session)
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'note_session_id_fkey' })
  session: Relation<Session>;

  @Column('text', { default: 'patient' })
  kind: 'group' | 'patient';

  @Column('uuid', { name: 'patient_id', nullable: true })
  patientId: string | null;

  @Column('uuid', { name: 'episode_id', nullable: true })
  episodeId: string | null;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'author_id', foreignKeyConstraintName: 'note_author_id_fkey' })
  author: Relation<Person>;

  /** Null in what an earlier release began: the session's. */
  @Column('text', { nullable: true })
  service: SessionKind | null;

  @Column('date', { name: 'service_date' })
  serviceDate: string;

  @Column('text', { default: 'note' })
  format: 'note';

  @Column('text')
  body: string;

  @Column('text', { name: 'clinician_place', default: '' })
  clinicianPlace: string;

  @Column('integer')
  version: number;

  @Column('integer', { name: 'opened_version', nullable: true })
  openedVersion: number | null;

  @Column('text')
  status: 'draft' | 'awaitingCosignature' | 'signed';

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt: Date | null;

  @Column('text', { name: 'signer_name', default: '' })
  signerName: string;

  @Column('text', { name: 'signer_credentials', default: '' })
  signerCredentials: string;

  @Column('jsonb', { name: 'signer_licences', default: () => "'[]'" })
  signerLicences: Licences;

  /** As they were at signing. */
  @Column('jsonb', { nullable: true })
  facts: NoteFacts | null;

  /** The hash of the common part, where that was signed before this. */
  @Column('text', { name: 'group_hash', nullable: true })
  groupHash: string | null;

  @Column('date', { name: 'late_entry_on', nullable: true })
  lateEntryOn: string | null;

  @Column('text', { name: 'content_hash', nullable: true })
  contentHash: string | null;

  @Column('integer', { default: 1 })
  seal: 1 | 2;

  @Column('uuid', { name: 'cosigner_id', nullable: true })
  cosignerId: string | null;

  @Column('timestamptz', { name: 'cosigned_at', nullable: true })
  cosignedAt: Date | null;

  @Column('text', { name: 'cosigner_name', default: '' })
  cosignerName: string;

  @Column('text', { name: 'cosigner_credentials', default: '' })
  cosignerCredentials: string;

  @Column('jsonb', { name: 'cosigner_licences', default: () => "'[]'" })
  cosignerLicences: Licences;

  @Column('text', { name: 'cosign_hash', nullable: true })
  cosignHash: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}
