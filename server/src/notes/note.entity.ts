import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { Person } from '../people/person.entity.js';
import { Session } from '../schedule/session.entity.js';

/** One text per patient and session; the database refuses any change of a signed one. */
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

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('uuid', { name: 'episode_id' })
  episodeId: string;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'author_id', foreignKeyConstraintName: 'note_author_id_fkey' })
  author: Relation<Person>;

  @Column('date', { name: 'service_date' })
  serviceDate: string;

  @Column('text')
  body: string;

  @Column('integer')
  version: number;

  @Column('text')
  status: 'draft' | 'signed';

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt: Date | null;

  @Column('text', { name: 'signer_name', default: '' })
  signerName: string;

  @Column('text', { name: 'signer_credentials', default: '' })
  signerCredentials: string;

  @Column('text', { name: 'content_hash', nullable: true })
  contentHash: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('timestamptz', { name: 'updated_at', default: () => 'now()' })
  updatedAt: Date;
}
