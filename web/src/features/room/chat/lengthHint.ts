import { chatLength } from '@rejoin/shared';

const nearTheEnd = 200;

/** What to say of the length of a message: nothing until it comes near the limit. */
export function lengthHint(draft: string): { text: string; tooLong: boolean } | null {
  const left = chatLength - draft.trim().length;
  if (left > nearTheEnd) return null;
  if (left >= 0) return { text: left === 1 ? 'Room for 1 more letter' : `Room for ${left} more letters`, tooLong: false };
  return { text: `${-left} ${left === -1 ? 'letter' : 'letters'} too long. You can send it as two messages.`, tooLong: true };
}
