import { listNotes, type Note, type NoteSlot, readNote, type SessionNotes } from '@rejoin/shared';
import type { QueryClient } from '@tanstack/react-query';
import { keyOf } from '../../lib/query';

function withNote(notes: SessionNotes, note: Note): SessionNotes {
  const put = (slot: NoteSlot): NoteSlot => (slot.patientId === note.patientId ? { ...slot, note } : slot);
  return { ...notes, group: notes.group && put(notes.group), patients: notes.patients.map(put) };
}

/** Shows at once what the server answered. */
export function rememberNote(client: QueryClient, note: Note): void {
  const input = { params: { sessionId: note.sessionId } };
  client.setQueryData<SessionNotes>(keyOf(listNotes, input), (notes) => notes && withNote(notes, note));
  void client.invalidateQueries({ queryKey: keyOf(readNote, { params: { noteId: note.id } }) });
}
