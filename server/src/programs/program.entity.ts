import type { ProgramSettings } from '@rejoin/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('program')
export class Program {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  name: string;

  @Column('text')
  zone: string;

  @Column('jsonb', { default: {} })
  settings: Partial<ProgramSettings>;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
