import type { Block, SessionKind, SessionMode } from '@rejoin/shared';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { Person } from '../people/person.entity.js';
import { Program } from '../programs/program.entity.js';

@Entity('session_kind')
export class SessionKindRow {
  @PrimaryColumn('text')
  code: SessionKind;

  @Column('text')
  label: string;

  @Column('boolean', { name: 'counts_by_default' })
  countsByDefault: boolean;

  @Column('boolean', { name: 'several_patients', default: true })
  severalPatients: boolean;
}

@Entity('session')
@Index('session_program_start', ['programId', 'startsAt'])
@Index('session_running', ['startedAt'], { where: 'started_at IS NOT NULL AND ended_at IS NULL' })
export class Session {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'program_id' })
  programId: string;

  @ManyToOne(() => Program)
  @JoinColumn({ name: 'program_id', foreignKeyConstraintName: 'session_program_id_fkey' })
  program: Relation<Program>;

  @Column('uuid', { name: 'cohort_id', nullable: true })
  cohortId: string | null;

  @Column('uuid', { name: 'series_id', nullable: true })
  seriesId: string | null;

  @Column('timestamptz', { name: 'original_start', nullable: true })
  originalStart: Date | null;

  @Column('text')
  kind: SessionKind;

  @Column('text')
  mode: SessionMode;

  @Column('text')
  title: string;

  /** Written and read as text in SQL: a driver would put it into the zone of this process. */
  @Column('timestamp', { name: 'starts_local', select: false })
  startsLocal: never;

  @Column('text')
  zone: string;

  @Column('timestamptz', { name: 'starts_at' })
  startsAt: Date;

  @Column('integer', { name: 'planned_minutes' })
  plannedMinutes: number;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt: Date | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('text', { nullable: true })
  ending: 'lead' | 'everyoneLeft' | null;

  @Column('boolean', { name: 'end_confirmed', default: false })
  endConfirmed: boolean;

  @Column('timestamptz', { name: 'cancelled_at', nullable: true })
  cancelledAt: Date | null;

  @Column('uuid', { name: 'cancelled_by', nullable: true })
  cancelledBy: string | null;

  @Column('text', { name: 'cancelled_whose', nullable: true })
  cancelledWhose: 'ours' | 'patient' | null;

  @Column('text', { name: 'cancelled_reason', default: '' })
  cancelledReason: string;

  @Column('uuid', { name: 'created_by' })
  createdBy: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'created_by', foreignKeyConstraintName: 'session_created_by_fkey' })
  creator: Relation<Person>;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;

  @Column('integer', { default: 1 })
  version: number;
}

@Entity('session_block')
@Unique('session_block_session_id_position_key', ['sessionId', 'position'], { deferrable: 'INITIALLY DEFERRED' })
export class SessionBlock {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @Column('integer')
  position: number;

  @Column('text')
  kind: Block['kind'];

  @Column('text', { default: '' })
  topic: string;

  @Column('integer')
  minutes: number;

  @Column('boolean')
  treatment: boolean;

  @Column('uuid', { name: 'lead_id', nullable: true })
  leadId: string | null;
}
