import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Licences } from './note.entity.js';

/** Words after signing: added, never changed. */
@Entity('note_addendum')
export class NoteAddendum {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'note_id' })
  noteId: string;

  @Column('uuid', { name: 'author_id' })
  authorId: string;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  body: string;

  @Column('text', { name: 'author_name' })
  authorName: string;

  @Column('text', { name: 'author_credentials' })
  authorCredentials: string;

  @Column('jsonb', { name: 'author_licences' })
  authorLicences: Licences;

  @Column('text', { name: 'content_hash' })
  contentHash: string;
}
