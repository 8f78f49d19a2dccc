import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, Unique, type Relation } from 'typeorm';
import { Program } from './program.entity.js';

@Entity('cohort')
@Unique('cohort_program_id_name_key', ['programId', 'name'])
@Unique('cohort_program_id_id_key', ['programId', 'id'])
export class Cohort {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'program_id' })
  programId: string;

  @ManyToOne(() => Program)
  @JoinColumn({ name: 'program_id', foreignKeyConstraintName: 'cohort_program_id_fkey' })
  program: Relation<Program>;

  @Column('text')
  name: string;

  @Column('boolean', { default: false })
  archived: boolean;
}
