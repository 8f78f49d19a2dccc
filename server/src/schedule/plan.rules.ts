import { blocksMismatch, leadCapacities, type Block, type Capacity, type SessionChange } from '@rejoin/shared';
import { AppError } from '../common/app-error.js';

export const isLeading = (capacity: Capacity): boolean => leadCapacities.some((one) => one === capacity);

/** Observers watch: they may be elsewhere at the same time. */
export const holdsTime = (capacity: Capacity): boolean => capacity !== 'observer';

interface Planned {
  plannedMinutes: number;
  blocks: readonly Block[];
}

/** Blocks sum to the length, are told apart, and are led by someone who has a staff seat. */
export function checkBlocks(plan: Planned, staffIds: readonly string[]): void {
  const mismatch = blocksMismatch(plan.blocks, plan.plannedMinutes);
  if (mismatch !== undefined) throw new AppError('session.blocksMismatch', { message: mismatch, fields: { blocks: mismatch } });
  const fields: Record<string, string> = {};
  const ids = plan.blocks.map(({ id }) => id);
  plan.blocks.forEach((block, at) => {
    if (ids.indexOf(block.id) !== at) fields[`blocks.${at}.id`] = 'This block is listed twice.';
    if (block.leadId && !staffIds.includes(block.leadId)) fields[`blocks.${at}.leadId`] = 'Choose someone who leads this session.';
  });
  if (Object.keys(fields).length > 0) throw new AppError('input.invalid', { fields });
}

export function checkSeats(seats: readonly { personId: string; capacity: Capacity }[]): void {
  if (!seats.some(({ capacity }) => capacity === 'lead'))
    throw new AppError('session.leadMissing', { fields: { seats: 'Choose a lead.' } });
  const people = seats.map(({ personId }) => personId);
  const fields = Object.fromEntries(
    people.flatMap((personId, at) =>
      people.indexOf(personId) === at ? [] : [[`seats.${at}.personId`, 'This person already has a seat here.']],
    ),
  );
  if (Object.keys(fields).length > 0) throw new AppError('input.invalid', { fields });
}

type Standing = Pick<SessionChange, 'cohortId' | 'kind' | 'mode' | 'startsLocal' | 'plannedMinutes'>;

/** Once a session runs, only its title and the blocks still to come can be planned anew. */
export function checkBegun(old: Standing & { blocks: readonly Block[] }, next: SessionChange, begun: readonly string[]): void {
  const fixed = ['cohortId', 'kind', 'mode', 'startsLocal', 'plannedMinutes'] as const;
  const last = old.blocks.findLastIndex(({ id }) => begun.includes(id));
  const parts = ['id', 'kind', 'topic', 'minutes', 'treatment', 'leadId'] as const;
  const isSame = old.blocks.slice(0, last + 1).every((block, at) => parts.every((part) => block[part] === next.blocks[at]?.[part]));
  if (!isSame || fixed.some((part) => old[part] !== next[part])) throw new AppError('session.begun');
}
