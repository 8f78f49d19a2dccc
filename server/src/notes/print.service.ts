import { Injectable } from '@nestjs/common';
import { type NotePage } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';
import type { Actor } from '../common/request.js';
import { Person } from '../people/person.entity.js';
import { fullName } from '../people/person.view.js';
import { NoteService } from './note.service.js';
import { drawNote } from './print.document.js';

const part2Sql = `SELECT e.part2 FROM note n JOIN episode e ON e.id = n.episode_id WHERE n.id = $1`;

/** A part as a document: the record of who printed it is kept before it is answered. */
@Injectable()
export class PrintService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    private readonly notes: NoteService,
  ) {}

  async print(actor: Actor, noteId: string): Promise<File> {
    const page = await this.notes.read(noteId);
    const person = await this.database.manager.findOneByOrFail(Person, { id: actor.personId });
    const bytes = await drawNote(page, {
      by: fullName(person),
      at: this.clock.iso(),
      isPart2: await this.isPart2(noteId, page),
    });
    return new File([bytes], `note-${page.note.serviceDate}.pdf`, { type: 'application/pdf' });
  }

  /** As it was at signing or as it is now: whichever protects. */
  private async isPart2(noteId: string, { facts }: NotePage): Promise<boolean> {
    const rows: { part2: boolean }[] = await this.database.query(part2Sql, [noteId]);
    return (facts.patient?.part2 ?? false) || (rows[0]?.part2 ?? false);
  }
}
