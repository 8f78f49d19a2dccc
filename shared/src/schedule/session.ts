import { z } from 'zod';
import { filledLine, Id, Instant, line, WallTime } from '../ids.js';
import { capacities } from '../permissions.js';

export const sessionKinds = ['group', 'individual', 'family', 'skills', 'psychiatric', 'peer', 'vocational', 'social'] as const;
export const SessionKind = z.enum(sessionKinds);
export type SessionKind = z.infer<typeof SessionKind>;

export const sessionModes = ['virtual', 'inPerson', 'mixed'] as const;
export const SessionMode = z.enum(sessionModes);
export type SessionMode = z.infer<typeof SessionMode>;

export const blockKinds = ['checkIn', 'process', 'break', 'skills', 'rolePlay', 'education', 'social', 'visit', 'closing'] as const;
export const BlockKind = z.enum(blockKinds);
export type BlockKind = z.infer<typeof BlockKind>;

/** As staff read it, on pages and on paper. */
export const blockWords: Record<BlockKind, string> = {
  checkIn: 'Check-in',
  process: 'Process group',
  break: 'Break',
  skills: 'Skills',
  rolePlay: 'Role-play',
  education: 'Education',
  social: 'Social time',
  visit: 'Visit',
  closing: 'Closing',
};

/** A part of a session: its kind, who leads it, its topic or skill, and whether it is treatment. */
export const Block = z.object({
  id: Id,
  kind: BlockKind,
  topic: line(120),
  minutes: z.int().min(1, 'A block lasts at least a minute.').max(600),
  treatment: z.boolean(),
  leadId: Id.nullable(),
});
export type Block = z.infer<typeof Block>;

/** What a new IOP day proposes: 180 minutes, 165 of them treatment (a day template as programs use it). */
export const proposedBlocks: readonly Omit<Block, 'id' | 'leadId'>[] = [
  { kind: 'checkIn', topic: '', minutes: 30, treatment: true },
  { kind: 'process', topic: '', minutes: 60, treatment: true },
  { kind: 'break', topic: '', minutes: 15, treatment: false },
  { kind: 'skills', topic: '', minutes: 60, treatment: true },
  { kind: 'closing', topic: '', minutes: 15, treatment: true },
];

/** A patient may come to the waiting room this many minutes before the planned start, or as soon as staff have opened the room. */
export const doorOpensMinutes = 15;

/** Minutes by which the blocks exceed (positive) or miss (negative) the planned length. */
export function blocksDifference(blocks: readonly Pick<Block, 'minutes'>[], plannedMinutes: number): number {
  return blocks.reduce((sum, block) => sum + block.minutes, 0) - plannedMinutes;
}

/** Says a mismatch in words, or nothing. */
export function blocksMismatch(blocks: readonly Pick<Block, 'minutes'>[], plannedMinutes: number): string | undefined {
  const difference = blocksDifference(blocks, plannedMinutes);
  if (difference === 0) return undefined;
  const minutes = `${Math.abs(difference)} ${Math.abs(difference) === 1 ? 'minute' : 'minutes'}`;
  return `The blocks are ${minutes} ${difference > 0 ? 'longer' : 'shorter'} than the session: ${plannedMinutes + difference} of ${plannedMinutes}.`;
}

export const CapacityName = z.enum(capacities);

export const Seat = z.object({
  id: Id,
  personId: Id,
  /** Given and family name: for staff pages only. */
  name: z.string(),
  displayName: z.string(),
  capacity: CapacityName,
  episodeId: Id.nullable(),
  endedAt: Instant.nullable(),
  endedReason: z.string(),
});
export type Seat = z.infer<typeof Seat>;

export const Cancellation = z.object({
  at: Instant,
  byName: z.string(),
  /** Whose cancellation it is: ours or the patient's. */
  whose: z.enum(['ours', 'patient']),
  reason: z.string(),
});

/** `lead`: someone chose End. `everyoneLeft`: ended at the last leaving, to be confirmed by the lead. */
export const endings = ['lead', 'everyoneLeft'] as const;

export const SessionSummary = z.object({
  id: Id,
  programId: Id,
  programName: z.string(),
  cohortId: Id.nullable(),
  kind: SessionKind,
  mode: SessionMode,
  title: z.string(),
  startsAt: Instant,
  zone: z.string(),
  plannedMinutes: z.int(),
  startedAt: Instant.nullable(),
  endedAt: Instant.nullable(),
  cancelled: z.boolean(),
  leadName: z.string(),
  patients: z.int(),
});
export type SessionSummary = z.infer<typeof SessionSummary>;

export const Session = SessionSummary.omit({ patients: true, leadName: true, cancelled: true }).extend({
  /** The planned start as a wall-clock time in `zone`. */
  startsLocal: WallTime,
  blocks: z.array(Block),
  seats: z.array(Seat),
  ending: z.enum(endings).nullable(),
  endConfirmed: z.boolean(),
  cancellation: Cancellation.nullable(),
  version: z.int(),
});
export type Session = z.infer<typeof Session>;

export const NewSeat = z.object({ id: Id, personId: Id, capacity: CapacityName });
export type NewSeat = z.infer<typeof NewSeat>;

const plan = {
  cohortId: Id.nullable(),
  kind: SessionKind,
  mode: SessionMode,
  title: filledLine(120),
  startsLocal: WallTime,
  plannedMinutes: z.int().min(5, 'A session lasts at least five minutes.').max(720),
  blocks: z.array(Block).min(1, 'A session needs at least one block.').max(30),
};

export const NewSession = z.object({ id: Id, programId: Id, ...plan, seats: z.array(NewSeat).max(200) });
export type NewSession = z.infer<typeof NewSession>;

/** The whole plan again, with the version it was read at. Seats have commands of their own. */
export const SessionChange = z.object({ version: z.int(), ...plan });
export type SessionChange = z.infer<typeof SessionChange>;

export const SessionCancel = z.object({ whose: z.enum(['ours', 'patient']), reason: filledLine(300) });
export type SessionCancel = z.infer<typeof SessionCancel>;

export const EndSeat = z.object({ reason: filledLine(300) });
