import type { CareTeamMember as Member } from '@rejoin/shared';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Person } from './person.entity.js';

@Entity('care_team_member')
export class CareTeamMember {
  @PrimaryColumn('uuid')
  id: string;

  @Index('care_team_member_episode')
  @Column('uuid', { name: 'episode_id' })
  episodeId: string;

  @Index('care_team_member_person')
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_id', foreignKeyConstraintName: 'care_team_member_person_id_fkey' })
  person: Relation<Person>;

  @Column('text')
  capacity: Member['capacity'];

  @Column('timestamptz', { name: 'from_at' })
  from: Date;

  @Column('timestamptz', { name: 'to_at', nullable: true })
  to: Date | null;
}
