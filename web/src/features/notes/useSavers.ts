import { listNotes, type NoteSlot, saveGroupNote, saveNote } from '@rejoin/shared';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { z } from 'zod';
import { call } from '../../lib/api';
import { dropDraft, keepDraft, readDraft } from '../../lib/draft';
import { useMe } from '../../lib/me';
import { remember } from '../../lib/query';
import { rememberNote } from './cache';
import { NoteSaver, type SavePhase } from './noteSaver';
import type { NoteText } from './noteText';
import { keyOfPart, partsOf } from './parts';
import { keptSaver, letGoOfSaved, saversOf } from './savers';

const Draft = z.object({ body: z.string(), place: z.string().default(''), version: z.int() });
const trouble: readonly SavePhase[] = ['failing', 'conflict', 'refused'];

function save(sessionId: string, patientId: string | null, id: string, { body, place, version }: NoteText) {
  const sent = { id, version, fields: { Note: body }, clinicianPlace: place };
  return patientId === null
    ? call(saveGroupNote, { params: { sessionId }, body: sent })
    : call(saveNote, { params: { sessionId, patientId }, body: sent });
}

function begin(client: QueryClient, personId: string, sessionId: string, slot: NoteSlot): NoteSaver {
  const { patientId } = slot;
  const name = `note-${sessionId}-${keyOfPart(slot)}`;
  const newId = crypto.randomUUID();
  const read = async () => {
    const notes = await call(listNotes, { params: { sessionId } });
    remember(client, listNotes, notes, { params: { sessionId } });
    return partsOf(notes).find((each) => each.patientId === patientId)?.note ?? null;
  };
  return new NoteSaver(
    {
      save: (next, known) => save(sessionId, patientId, known?.id ?? newId, next),
      read,
      keep: (next) => keepDraft(personId, name, next),
      drop: () => dropDraft(personId, name),
      onSaved: (note) => rememberNote(client, note),
    },
    slot.note,
    readDraft(personId, name, Draft),
  );
}

/** One saver per part of the session: going to the next patient does not wait for the last one's save. */
export function useSavers(sessionId: string): (slot: NoteSlot) => NoteSaver {
  const { personId } = useMe();
  const client = useQueryClient();
  const session = `${personId}/${sessionId}`;
  useState(() => letGoOfSaved(session));
  useEffect(() => {
    const flush = () => saversOf(session).forEach((saver) => void saver.flush());
    const ask = (event: BeforeUnloadEvent) => {
      if (saversOf(session).some((saver) => trouble.includes(saver.current().phase))) event.preventDefault();
    };
    flush();
    window.addEventListener('online', flush);
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('online', flush);
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('beforeunload', ask);
      flush();
    };
  }, [session]);
  return useCallback(
    (slot: NoteSlot) => keptSaver(`${session}/${keyOfPart(slot)}`, () => begin(client, personId, sessionId, slot)),
    [client, personId, session, sessionId],
  );
}
