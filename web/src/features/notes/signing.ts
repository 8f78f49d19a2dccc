import { isBlank, type NoteSlot } from '@rejoin/shared';
import type { SaverState } from './noteSaver';

/** Why a part is not among those that can be signed now; null where it is. */
export function whyNot({ note }: Pick<NoteSlot, 'note'>, written: Pick<SaverState, 'body' | 'phase'>, personId: string): string | null {
  if (note && note.authorId !== personId) return `${note.authorName} writes this part`;
  if (written.phase === 'conflict') return 'Two texts: choose one first';
  if (written.phase === 'refused') return 'Not saved';
  if (isBlank(written.body)) return 'Nothing written yet';
  if (note && !note.opened) return 'Not opened yet';
  return null;
}
