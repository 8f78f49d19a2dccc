import { z } from 'zod';
import { Id } from '../ids.js';
import { route } from '../route.js';
import { Note, NoteSlot, SaveNote } from './note.js';

const params = z.object({ sessionId: Id });
const ofSession = { in: 'params', key: 'sessionId' } as const;
const ofNote = { in: 'params', key: 'noteId' } as const;

export const listNotes = route({
  method: 'GET',
  path: '/sessions/:sessionId/notes',
  summary: 'The patients of a session with their notes',
  permission: 'note.list',
  row: ofSession,
  params,
  reply: z.array(NoteSlot),
});

export const saveNote = route({
  method: 'PUT',
  path: '/sessions/:sessionId/notes/:patientId',
  summary: 'Save the text of a draft as it is typed; version 0 begins a note',
  permission: 'note.write',
  row: ofSession,
  params: params.extend({ patientId: Id }),
  body: SaveNote,
  reply: Note,
});

export const readNote = route({
  method: 'GET',
  path: '/notes/:noteId',
  summary: 'One note',
  permission: 'note.read',
  row: ofNote,
  params: z.object({ noteId: Id }),
  reply: Note,
});

export const signNote = route({
  method: 'POST',
  path: '/notes/:noteId/sign',
  summary: 'Sign a note: it can never be changed after that',
  permission: 'note.sign',
  row: ofNote,
  params: z.object({ noteId: Id }),
  body: z.strictObject({ version: z.int() }),
  reply: Note,
});
