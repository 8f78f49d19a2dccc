import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { NoteAddendum } from './addendum.entity.js';
import { CosigningService } from './cosigning.service.js';
import { NoteFactsService } from './facts.service.js';
import { Note } from './note.entity.js';
import { NoteService } from './note.service.js';
import { NoteViews } from './note.views.js';
import { NotesController } from './notes.controller.js';
import { PatientNotesController } from './patient-notes.controller.js';
import { PrintService } from './print.service.js';
import { SigningService } from './signing.service.js';
import { SigningWindows } from './signing-window.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Note, NoteAddendum])],
  controllers: [NotesController, PatientNotesController],
  providers: [NoteService, NoteFactsService, NoteViews, SigningService, SigningWindows, CosigningService, PrintService],
})
export class NotesModule {}
