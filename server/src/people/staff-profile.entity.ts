import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('staff_profile')
export class StaffProfile {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @Column('text', { default: '' })
  credentials: string;

  @Column('text', { nullable: true })
  npi: string | null;

  @Column('boolean', { name: 'pre_licensed', default: false })
  preLicensed: boolean;
}

@Entity('licence')
export class Licence {
  @PrimaryColumn('uuid')
  id: string;

  @Index('licence_person')
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  type: string;

  @Column('text')
  number: string;

  @Column('text')
  state: string;

  @Column('date', { name: 'from_on' })
  from: string;

  @Column('date', { name: 'to_on' })
  to: string;
}

@Entity('supervision')
export class Supervision {
  @PrimaryColumn('uuid')
  id: string;

  @Index('supervision_person')
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('uuid', { name: 'supervisor_id' })
  supervisorId: string;

  @Column('date', { name: 'from_on' })
  from: string;

  @Column('date', { name: 'to_on', nullable: true })
  to: string | null;
}
