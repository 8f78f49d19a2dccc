import type { BlockInView, Capacity, SessionKind } from '@rejoin/shared';

const blocks: Record<BlockInView['kind'], string> = {
  checkIn: 'Check-in',
  process: 'Group time',
  break: 'Break',
  skills: 'Skills',
  rolePlay: 'Practice',
  education: 'Learning',
  social: 'Social time',
  visit: 'Visit',
  closing: 'Closing',
};

/** A part of the agenda as people call it. */
export function blockName({ kind, topic }: Pick<BlockInView, 'kind' | 'topic'>): string {
  return topic ? `${blocks[kind]}: ${topic}` : blocks[kind];
}

export function blockKindName(kind: BlockInView['kind']): string {
  return blocks[kind];
}

const seats: Record<Capacity, string> = {
  lead: 'Leads the session',
  coLead: 'Leads with them',
  patient: '',
  observer: 'Listens in',
  coFacilitator: 'Helps lead',
  family: 'Family',
  guest: 'Guest',
};

export function seatName(capacity: Capacity): string {
  return seats[capacity];
}

const kinds: Record<SessionKind, string> = {
  group: 'Group',
  individual: 'One on one',
  family: 'Family session',
  skills: 'Skills group',
  psychiatric: 'Medical visit',
  peer: 'Peer session',
  vocational: 'Work session',
  social: 'Social session',
};

function kindName(kind: SessionKind): string {
  return kinds[kind];
}

/** "Dana", "Dana and Eli", "Dana, Eli and Cleo". */
export function namesOf(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
