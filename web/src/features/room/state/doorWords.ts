import type { DoorReason, LeavingAnswer, PersonInView } from '@rejoin/shared';

type Gate = NonNullable<PersonInView['gate']>;

const steps: Record<Gate['step'], string> = {
  notBegun: 'not here yet',
  place: 'at the gate: where they are',
  overheard: 'at the gate: who may overhear',
  number: 'at the gate: number to call',
  consent: 'at the gate: consent',
  licence: 'at the gate: license',
  done: 'ready, not here yet',
};

const refusals: Record<NonNullable<Gate['refusal']>, string> = {
  'gate.driving': 'Is driving, and was asked to park first',
  'gate.consentMissing': 'Did not sign the consent',
  'gate.licence': 'Nobody who leads is licensed in their state today',
};

/** Where somebody stands at the gate, for staff. */
export function gateWords({ step, refusal }: Gate): string {
  return refusal ? refusals[refusal] : steps[step];
}

export const placeWords: Record<NonNullable<Gate['placeKind']>, string> = {
  home: 'At home',
  transitional: 'In transitional housing',
  other: 'Somewhere else',
};

/** Why somebody is not let in, for staff to choose from. */
export const reasonForStaff: Record<DoorReason, string> = {
  talkFirst: 'We want to talk with them first',
  notPrivate: 'Their place is not private',
  unwell: 'They are not well enough for the group',
  late: 'It is too late to come in',
  otherSession: 'They belong in another session',
};

/** The same for the person: what it is about and what happens now. */
export const reasonForPerson: Record<DoorReason, string> = {
  talkFirst: 'Staff would like to talk with you before you come in. They will call you, or you can call them.',
  notPrivate: 'The group needs each place to be private. Find a room of your own, or call us and we will look for a way together.',
  unwell: 'Today the group may be too much. Your health comes first. Staff will call you and talk about what helps now.',
  late: 'The group is deep in its work, and coming in now is hard for everyone. Staff will tell you how to catch up.',
  otherSession: 'Your place is in another session. Your first page shows when it is, or call us and we will find it with you.',
};

/** What a person said on leaving, after their name. */
export const leavingWords: Record<LeavingAnswer, string> = {
  fine: 'said: I’m fine',
  call: 'asks for a call',
  unsafe: 'said: I’m not safe',
};
