import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A sign-in by link, for people without an account. */
@Entity('link_session')
export class LinkSession {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id: string;

  @Column('text', { name: 'token_hash', unique: true })
  tokenHash: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  /** When somebody last used it. */
  @Column('timestamptz', { name: 'active_at', default: () => 'now()' })
  activeAt: Date;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
