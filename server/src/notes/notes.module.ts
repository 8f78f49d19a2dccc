import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Note } from './note.entity.js';
import { NoteService } from './note.service.js';
import { NotesController } from './notes.controller.js';

@Module({ imports: [TypeOrmModule.forFeature([Note])], controllers: [NotesController], providers: [NoteService] })
export class NotesModule {}
