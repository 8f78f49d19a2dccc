import type { CheckInKind } from '@rejoin/shared';

/** What staff can ask without typing. */
export const questions: Record<CheckInKind, { label: string; hint: string; question: string }> = {
  number: { label: '0 to 100', hint: 'A number each', question: 'How tense are you right now? 0 is calm, 100 is as tense as can be.' },
  words: { label: 'Words', hint: 'A few own words', question: 'How are you here today, in one to three words?' },
  thumbs: { label: 'Thumbs', hint: 'Down, middle or up', question: 'Does the pace feel right?' },
};
