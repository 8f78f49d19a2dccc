import type { BlockInView, Capacity } from '@rejoin/shared';

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
  observer: 'Observer, listens in',
  coFacilitator: 'Helps lead',
  family: 'Family',
  guest: 'Guest',
};

export function seatName(capacity: Capacity): string {
  return seats[capacity];
}

/** "Dana", "Dana and Eli", "Dana, Eli and Cleo". */
export function namesOf(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
