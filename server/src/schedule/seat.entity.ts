import type { Capacity } from '@rejoin/shared';
import { Column, Entity, Exclusion, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { Person } from '../people/person.entity.js';
import { Session } from './session.entity.js';

/** One row per person and session; `during` is the planned time, an overrun never moves it. */
@Entity('seat')
@Unique('seat_session_id_person_id_key', ['sessionId', 'personId'])
@Index('seat_person', ['personId', 'during'])
@Exclusion('seat_no_double_booking', 'USING gist (person_id WITH =, during WITH &&) WHERE (holds_time)')
export class Seat {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'session_id' })
  sessionId: string;

  @ManyToOne(() => Session)
  @JoinColumn({ name: 'session_id', foreignKeyConstraintName: 'seat_session_id_fkey' })
  session: Relation<Session>;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'seat_person_id_fkey' })
  person: Relation<Person>;

  @Column('uuid', { name: 'episode_id', nullable: true })
  episodeId: string | null;

  @Column('text')
  capacity: Capacity;

  @Column('tstzrange')
  during: string;

  @Column('boolean', { name: 'holds_time', default: true })
  holdsTime: boolean;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;

  @Column('uuid', { name: 'ended_by', nullable: true })
  endedBy: string | null;

  @Column('text', { name: 'ended_reason', default: '' })
  endedReason: string;
}
