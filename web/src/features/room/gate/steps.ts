import type { Gate, GateAnswer } from '@rejoin/shared';

export type GatePage = 'place' | 'overheard' | 'number' | 'driving' | 'check' | 'sign' | 'declined' | 'licence' | 'done';

/** What is known of today, or else of the last time. */
export function knownOf({ answers, last }: Gate) {
  const overheard = answers.overheard ?? last.overheard;
  return {
    place: answers.place ?? last.place,
    overheard,
    overheardBy: answers.overheard ? answers.overheardBy : overheard ? last.overheardBy : '',
    number: answers.number ?? last.number,
  };
}

/** What is shown next: only what nobody has ever said is asked; what was said the last time is shown once, to be right or changed. */
export function pageOf(gate: Gate): GatePage {
  const { answers } = gate;
  const known = knownOf(gate);
  if (answers.driving) return 'driving';
  if (!known.place) return 'place';
  if (!known.overheard) return 'overheard';
  // A number on record is enough to be shown once; where nothing was said yet at all, it is asked on its own.
  if (!known.number) return 'number';
  const isKept = answers.place && answers.overheard && answers.number && answers.driving === false;
  if (!isKept) return 'check';
  if (gate.toSign.length > 0) return gate.declined ? 'declined' : 'sign';
  return gate.gate.refusal === 'gate.licence' ? 'licence' : 'done';
}

/** Whether everything that is shown was said today already: then nothing is "still" so. */
export function isFirstTime({ last, answers }: Gate): boolean {
  return !last.place && answers.place !== null;
}

/** One press says all of it for this session. */
export function stillRight(gate: Gate): GateAnswer {
  const { place, overheard, overheardBy, number } = knownOf(gate);
  return {
    ...(place && { placeId: place.id }),
    ...(overheard && { overheard, overheardBy }),
    ...(number && { number }),
    driving: false,
  };
}
