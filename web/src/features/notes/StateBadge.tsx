import type { Note } from '@rejoin/shared';
import { StatusBadge, type StatusTone } from '../../ui/StatusBadge';
import { type PartState, wordsOfState } from './parts';

const tones: Record<PartState, StatusTone> = {
  empty: 'neutral',
  unopened: 'neutral',
  draft: 'neutral',
  theirs: 'neutral',
  returned: 'waiting',
  awaiting: 'waiting',
  signed: 'good',
};

export function StateBadge({ state, note }: { state: PartState; note: Note | null }) {
  return (
    <>
      <StatusBadge tone={tones[state]}>{wordsOfState(state, note)}</StatusBadge>
      {note?.lateEntryOn && note.status !== 'draft' && <StatusBadge tone="waiting">Late entry</StatusBadge>}
    </>
  );
}
