import { listNotes, type NoteSlot, saveNote } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { z } from 'zod';
import { call } from '../../lib/api';
import { dropDraft, keepDraft, readDraft } from '../../lib/draft';
import { useMe } from '../../lib/me';
import { keyOf, remember } from '../../lib/query';
import { NoteSaver } from './noteSaver';

const Draft = z.object({ body: z.string(), version: z.int() });

/** One saver per patient of the session: going to the next patient does not wait for the last one's save. */
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
      const params = { sessionId, patientId: slot.patientId };
      const name = `note-${sessionId}-${slot.patientId}`;
      const newId = crypto.randomUUID();
      const read = async () => {
        const slots = await call(listNotes, { params: { sessionId } });
        remember(client, listNotes, slots, { params: { sessionId } });
        return slots.find((each) => each.patientId === slot.patientId)?.note ?? null;
      };
      const signed = slot.note?.status === 'signed';
      return new NoteSaver(
        {
          save: (next, known) => call(saveNote, { params, body: { id: known?.id ?? newId, ...next } }),
          read,
          keep: (next) => keepDraft(personId, name, next),
          drop: () => dropDraft(personId, name),
          onSaved: (note) =>
            client.setQueryData<NoteSlot[]>(keyOf(listNotes, { params: { sessionId } }), (slots) =>
              slots?.map((each) => (each.patientId === note.patientId ? { ...each, note } : each)),
            ),
        },
        slot.note,
        signed ? undefined : readDraft(personId, name, Draft),
      );
    },
    [client, personId, sessionId],
  );
  return useCallback(
    (slot: NoteSlot) => {
      const known = savers.current.get(slot.patientId);
      if (known) return known;
      const made = begin(slot);
      savers.current.set(slot.patientId, made);
      return made;
    },
    [begin],
  );
}
