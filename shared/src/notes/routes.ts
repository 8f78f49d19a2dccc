import { z } from 'zod';
import { ErrorBody } from '../errors.js';
import { Id, Instant } from '../ids.js';
import { pdf, route } from '../route.js';
import { NewAddendum, Note, NotePage, ReturnNote, SaveNote, SessionNotes, SignAgain, SignNotes } from './note.js';

const params = z.object({ sessionId: Id });
const noteId = z.object({ noteId: Id });
const ofVersion = z.strictObject({ version: z.int() });
const ofSession = { in: 'params', key: 'sessionId' } as const;
const ofNote = { in: 'params', key: 'noteId' } as const;

export const listNotes = route({
  method: 'GET',
  path: '/sessions/:sessionId/notes',
  summary: 'The parts of a session’s note, begun or not, with their facts',
  permission: 'note.list',
  row: ofSession,
  params,
  reply: SessionNotes,
});

export const saveNote = route({
  method: 'PUT',
  path: '/sessions/:sessionId/notes/:patientId',
  summary: 'Save the text of a patient’s part as it is typed; version 0 begins it',
  permission: 'note.write',
  row: ofSession,
  params: params.extend({ patientId: Id }),
  body: SaveNote,
  reply: Note,
});

export const saveGroupNote = route({
  method: 'PUT',
  path: '/sessions/:sessionId/group-note',
  summary: 'Save the text of the common part as it is typed; version 0 begins it',
  permission: 'note.write',
  row: ofSession,
  params,
  body: SaveNote,
  reply: Note,
});

export const readNote = route({
  method: 'GET',
  path: '/notes/:noteId',
  summary: 'One part, with its facts and the common part',
  permission: 'note.read',
  row: ofNote,
  params: noteId,
  reply: NotePage,
});

export const openNote = route({
  method: 'POST',
  path: '/notes/:noteId/open',
  summary: 'Say that I, its author, have this version before me: only such a part can be signed',
  permission: 'note.open',
  row: ofNote,
  params: noteId,
  body: ofVersion,
  reply: Note,
});

export const takeOverNote = route({
  method: 'POST',
  path: '/notes/:noteId/take-over',
  summary: 'Go on with a colleague’s draft as its author',
  permission: 'note.takeOver',
  row: ofNote,
  params: noteId,
  body: ofVersion,
  reply: Note,
});

export const openSigning = route({
  method: 'POST',
  path: '/signing-window',
  summary: 'Show again who I am, by password or code: signing is open for ten minutes after that, in this sign-in',
  permission: 'signing.open',
  body: SignAgain,
  reply: z.object({ until: Instant }),
});

export const signNotes = route({
  method: 'POST',
  path: '/sessions/:sessionId/notes/sign',
  summary: 'Sign parts of mine: what is signed can never be changed; each part that cannot be signed says why',
  permission: 'note.sign',
  row: ofSession,
  params,
  body: SignNotes,
  reply: z.object({
    parts: z.array(
      z.object({
        id: Id,
        /** The part as it is now, signed or not; null where it is none of mine. */
        note: Note.nullable(),
        /** Why it is not signed; `words` of its text that name someone else of the group, with `note.namesOther`. */
        refusal: ErrorBody.extend({ words: z.array(z.string()) }).nullable(),
      }),
    ),
  }),
});

export const cosignNote = route({
  method: 'POST',
  path: '/notes/:noteId/cosign',
  summary: 'Co-sign a part of somebody I supervise',
  permission: 'note.cosign',
  row: ofNote,
  params: noteId,
  body: ofVersion,
  reply: Note,
});

export const returnNote = route({
  method: 'POST',
  path: '/notes/:noteId/return',
  summary: 'Give a part back to its author with a word, instead of co-signing it',
  permission: 'note.cosign',
  row: ofNote,
  params: noteId,
  body: ReturnNote,
  reply: Note,
});

export const addAddendum = route({
  method: 'POST',
  path: '/notes/:noteId/addenda',
  summary: 'Add to a signed part, with author and date; the part itself stays as it is',
  permission: 'note.amend',
  row: ofNote,
  params: noteId,
  body: NewAddendum,
  reply: Note,
});

export const printNote = route({
  method: 'GET',
  path: '/notes/:noteId/pdf',
  summary: 'One part as a document to print: a draft says so on every page',
  permission: 'note.export',
  row: ofNote,
  params: noteId,
  reply: pdf,
});
