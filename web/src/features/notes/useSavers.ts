import { listNotes, type Note, type NoteSlot, saveGroupNote, saveNote, type SessionNotes } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { z } from 'zod';
import { call } from '../../lib/api';
import { dropDraft, keepDraft, readDraft } from '../../lib/draft';
import { useMe } from '../../lib/me';
import { keyOf, remember } from '../../lib/query';
import { NoteSaver, type NoteText } from './noteSaver';
import { keyOfPart, partsOf } from './parts';

const Draft = z.object({ body: z.string(), version: z.int() });

function withNote(notes: SessionNotes, note: Note): SessionNotes {
  const put = (slot: NoteSlot): NoteSlot => (slot.patientId === note.patientId ? { ...slot, note } : slot);
  return { ...notes, group: notes.group && put(notes.group), patients: notes.patients.map(put) };
}

/** One saver per part of the session: going to the next patient does not wait for the last one's save. */
export function useSavers(sessionId: string): (slot: NoteSlot) => NoteSaver {
  const { personId } = useMe();
  const client = useQueryClient();
  const savers = useRef(new Map<string, NoteSaver>());
  useEffect(() => {
    const all = savers.current;
    const flush = () => all.forEach((saver) => void saver.flush());
    window.addEventListener('online', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('online', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, []);
  const begin = useCallback(
    (slot: NoteSlot) => {
      const { patientId } = slot;
      const key = keyOfPart(slot);
      const name = `note-${sessionId}-${key}`;
      const newId = crypto.randomUUID();
      const read = async () => {
        const notes = await call(listNotes, { params: { sessionId } });
        remember(client, listNotes, notes, { params: { sessionId } });
        return partsOf(notes).find((each) => keyOfPart(each) === key)?.note ?? null;
      };
      const save = ({ body, version }: NoteText, id: string) => {
        const sent = { id, version, fields: { Note: body } };
        return patientId === null
          ? call(saveGroupNote, { params: { sessionId }, body: sent })
          : call(saveNote, { params: { sessionId, patientId }, body: sent });
      };
      const signed = slot.note !== null && slot.note.status !== 'draft';
      return new NoteSaver(
        {
          save: (next, known) => save(next, known?.id ?? newId),
          read,
          keep: (next) => keepDraft(personId, name, next),
          drop: () => dropDraft(personId, name),
          onSaved: (note) =>
            client.setQueryData<SessionNotes>(keyOf(listNotes, { params: { sessionId } }), (notes) => notes && withNote(notes, note)),
        },
        slot.note,
        signed ? undefined : readDraft(personId, name, Draft),
      );
    },
    [client, personId, sessionId],
  );
  return useCallback(
    (slot: NoteSlot) => {
      const known = savers.current.get(keyOfPart(slot));
      if (known) return known;
      const made = begin(slot);
      savers.current.set(keyOfPart(slot), made);
      return made;
    },
    [begin],
  );
}
