import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('person')
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { name: 'given_name' })
  givenName: string;

  @Column('text', { name: 'family_name' })
  familyName: string;

  /** What the group sees. */
  @Column('text', { name: 'display_name' })
  displayName: string;

  @Column('text', { default: '' })
  pronouns: string;

  @Column('citext', { nullable: true, unique: true })
  email: string | null;

  @Column('text', { default: '' })
  phone: string;

  @Column('text')
  zone: string;

  /** The account of better-auth, where the person has one. */
  @Column('text', { name: 'user_id', nullable: true, unique: true })
  userId: string | null;

  @Column('timestamptz', { name: 'created_at', default: () => 'now()' })
  createdAt: Date;
}
