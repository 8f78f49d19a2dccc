import type { LevelOfCare } from '@rejoin/shared';
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('episode')
@Index('episode_one_open', ['patientId', 'programId'], { unique: true, where: 'closed_on IS NULL' })
export class Episode {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'patient_id' })
  patientId: string;

  @Column('uuid', { name: 'program_id' })
  programId: string;

  @Column('uuid', { name: 'cohort_id', nullable: true })
  cohortId: string | null;

  @Column('boolean', { default: false })
  part2: boolean;

  @Column('date', { name: 'opened_on' })
  openedOn: string;

  @Column('date', { name: 'closed_on', nullable: true })
  closedOn: string | null;

  @Column('text', { name: 'closed_reason', default: '' })
  closedReason: string;
}

@Entity('level_of_care_step')
@Unique('level_of_care_step_episode_id_from_on_key', ['episodeId', 'from'])
export class LevelOfCareStep {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'episode_id' })
  episodeId: string;

  @Column('text')
  level: LevelOfCare;

  @Column('date', { name: 'from_on' })
  from: string;
}
