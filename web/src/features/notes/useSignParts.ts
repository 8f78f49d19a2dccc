import { type NoteSlot, type ReplyOf, readDay, signNotes } from '@rejoin/shared';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCommand } from '../../lib/query';
import { rememberNote } from './cache';
import type { NoteSaver } from './noteSaver';
import { keyOfPart } from './parts';

type Answer = ReplyOf<typeof signNotes>['parts'][number];
export type Refusal = NonNullable<Answer['refusal']>;
/** By the key of the part. */
export type Refusals = Readonly<Record<string, Pick<Refusal, 'message' | 'words'> & { code: Refusal['code'] | 'unsaved' }>>;

const unsaved: Refusals[string] = {
  code: 'unsaved',
  message: 'The last words are not saved yet. Please try again in a moment.',
  words: [],
};

/** Signs parts together: each that cannot be signed says why, the others are signed. */
export function useSignParts(sessionId: string, saverOf: (slot: NoteSlot) => NoteSaver) {
  const client = useQueryClient();
  const [refusals, setRefusals] = useState<Refusals>({});
  const command = useCommand(signNotes, {
    refresh: [readDay],
    onDone: ({ parts }) => parts.forEach(({ note }) => note && rememberNote(client, note)),
  });
  /** The keys of those that were signed. */
  const sign = async (slots: readonly NoteSlot[]): Promise<{ signed: string[]; refused: boolean }> => {
    const keyOfNote = new Map<string, string>();
    const found: Record<string, Refusals[string]> = {};
    const parts = [];
    for (const slot of slots) {
      const key = keyOfPart(slot);
      const saver = saverOf(slot);
      const isSaved = await saver.flush();
      const note = saver.note();
      if (!isSaved || !note) {
        found[key] = unsaved;
        continue;
      }
      keyOfNote.set(note.id, key);
      parts.push({ id: note.id, version: note.version, pass: refusals[key]?.code === 'note.namesOther' });
    }
    const reply = parts.length > 0 ? await command.ask({ params: { sessionId }, body: { parts } }) : { parts: [] };
    for (const { id, refusal } of reply.parts) if (refusal) found[keyOfNote.get(id) ?? ''] = refusal;
    setRefusals(found);
    const signed = reply.parts.filter(({ refusal }) => !refusal).map(({ id }) => keyOfNote.get(id) ?? '');
    return { signed, refused: Object.keys(found).length > 0 };
  };
  return { sign, refusals, error: command.error };
}
