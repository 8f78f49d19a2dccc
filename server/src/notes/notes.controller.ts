import { Controller } from '@nestjs/common';
import { listNotes, readNote, saveNote, signNote, type InputOf, type ReplyOf } from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { NoteService } from './note.service.js';

@Controller()
export class NotesController {
  constructor(private readonly notes: NoteService) {}

  @Route(listNotes)
  list(@Input() { params }: InputOf<typeof listNotes>): Promise<ReplyOf<typeof listNotes>> {
    return this.notes.list(params.sessionId);
  }

  @Route(saveNote)
  save(@By() actor: Actor, @Input() { params, body }: InputOf<typeof saveNote>): Promise<ReplyOf<typeof saveNote>> {
    return this.notes.save(actor, params.sessionId, params.patientId, body);
  }

  @Route(readNote)
  read(@Input() { params }: InputOf<typeof readNote>): Promise<ReplyOf<typeof readNote>> {
    return this.notes.read(params.noteId);
  }

  @Route(signNote)
  sign(@By() actor: Actor, @Input() { params, body }: InputOf<typeof signNote>): Promise<ReplyOf<typeof signNote>> {
    return this.notes.sign(actor, params.noteId, body.version);
  }
}
