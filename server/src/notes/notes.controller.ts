import { Controller, Headers } from '@nestjs/common';
import {
  addAddendum,
  cosignNote,
  listNotes,
  openNote,
  openSigning,
  printNote,
  readNote,
  returnNote,
  saveGroupNote,
  saveNote,
  signNotes,
  takeOverNote,
  type InputOf,
  type ReplyOf,
} from '@rejoin/shared';
import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '../common/request.js';
import { By, Input, Route } from '../common/route.decorator.js';
import { CosigningService } from './cosigning.service.js';
import { NoteService } from './note.service.js';
import { PrintService } from './print.service.js';
import { SigningService } from './signing.service.js';
import { SigningWindows } from './signing-window.service.js';

@Controller()
export class NotesController {
  constructor(
    private readonly notes: NoteService,
    private readonly signing: SigningService,
    private readonly cosigning: CosigningService,
    private readonly windows: SigningWindows,
    private readonly prints: PrintService,
  ) {}

  @Route(listNotes)
  async list(@By() actor: Actor, @Input() { params }: InputOf<typeof listNotes>): Promise<ReplyOf<typeof listNotes>> {
    const notes = await this.notes.list(params.sessionId);
    return { ...notes, signing: await this.signing.standing(actor, notes.serviceDate, notes.programZone) };
  }

  @Route(saveNote)
  save(@By() actor: Actor, @Input() { params, body }: InputOf<typeof saveNote>): Promise<ReplyOf<typeof saveNote>> {
    return this.notes.save(actor, params.sessionId, params.patientId, body);
  }

  @Route(saveGroupNote)
  saveGroup(@By() actor: Actor, @Input() { params, body }: InputOf<typeof saveGroupNote>): Promise<ReplyOf<typeof saveGroupNote>> {
    return this.notes.save(actor, params.sessionId, null, body);
  }

  @Route(readNote)
  read(@Input() { params }: InputOf<typeof readNote>): Promise<ReplyOf<typeof readNote>> {
    return this.notes.read(params.noteId);
  }

  @Route(openNote)
  open(@Input() { params, body }: InputOf<typeof openNote>): Promise<ReplyOf<typeof openNote>> {
    return this.notes.open(params.noteId, body.version);
  }

  @Route(takeOverNote)
  takeOver(@By() actor: Actor, @Input() { params, body }: InputOf<typeof takeOverNote>): Promise<ReplyOf<typeof takeOverNote>> {
    return this.notes.takeOver(actor, params.noteId, body.version);
  }

  @Route(openSigning)
  openSigning(
    @By() actor: Actor,
    @Input() { body }: InputOf<typeof openSigning>,
    @Headers() headers: IncomingHttpHeaders,
  ): Promise<ReplyOf<typeof openSigning>> {
    return this.windows.open(actor, body, headers);
  }

  @Route(signNotes)
  sign(@By() actor: Actor, @Input() { params, body }: InputOf<typeof signNotes>): Promise<ReplyOf<typeof signNotes>> {
    return this.signing.sign(actor, params.sessionId, body);
  }

  @Route(cosignNote)
  cosign(@By() actor: Actor, @Input() { params, body }: InputOf<typeof cosignNote>): Promise<ReplyOf<typeof cosignNote>> {
    return this.cosigning.cosign(actor, params.noteId, body.version);
  }

  @Route(returnNote)
  giveBack(@By() actor: Actor, @Input() { params, body }: InputOf<typeof returnNote>): Promise<ReplyOf<typeof returnNote>> {
    return this.cosigning.giveBack(actor, params.noteId, body);
  }

  @Route(addAddendum)
  add(@By() actor: Actor, @Input() { params, body }: InputOf<typeof addAddendum>): Promise<ReplyOf<typeof addAddendum>> {
    return this.cosigning.add(actor, params.noteId, body);
  }

  @Route(printNote)
  print(@By() actor: Actor, @Input() { params }: InputOf<typeof printNote>): Promise<ReplyOf<typeof printNote>> {
    return this.prints.print(actor, params.noteId);
  }
}
