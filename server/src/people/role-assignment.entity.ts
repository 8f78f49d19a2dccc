import type { Role } from '@rejoin/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('role_assignment')
export class RoleAssignment {
  @PrimaryColumn('uuid')
  id: string;

  @Index('role_assignment_person')
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  role: Role;

  /** Null: in all programs. */
  @Column('uuid', { name: 'program_id', nullable: true })
  programId: string | null;

  @Column('timestamptz', { name: 'from_at' })
  from: Date;

  @Column('timestamptz', { name: 'to_at', nullable: true })
  to: Date | null;
}
