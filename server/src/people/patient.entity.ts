import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('patient')
export class Patient {
  @PrimaryColumn('uuid', { name: 'person_id' })
  personId: string;

  @Column('date', { name: 'date_of_birth' })
  dateOfBirth: string;

  @Column('text', { name: 'record_number', unique: true })
  recordNumber: string;

  /** Wants the address hidden where somebody may look over the shoulder. */
  @Column('boolean', { name: 'hide_address', default: false })
  hideAddress: boolean;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
