import {
  Block,
  BlockKind,
  blocksMismatch,
  CapacityName,
  type NewSession,
  NewSession as NewSessionSchema,
  proposedBlocks,
  type Session,
  type SessionChange,
  SessionKind,
  SessionMode,
} from '@rejoin/shared';
import type { FormErrors, UseFormReturnType } from '@mantine/form';
import { z } from 'zod';
import { checked } from '../../lib/form';

// An emptied number field holds an empty string.
const minutes = z.union([z.number(), z.literal('')]);
const FormBlock = Block.extend({ kind: BlockKind, topic: z.string(), minutes });
const FormSeat = z.object({ id: z.string(), personId: z.string(), capacity: CapacityName });

/** What the form holds while it is typed: also the shape of its draft. */
export const SessionValues = z.object({
  id: z.string(),
  version: z.number(),
  programId: z.string(),
  cohortId: z.string().nullable(),
  kind: SessionKind,
  mode: SessionMode,
  title: z.string(),
  date: z.string(),
  time: z.string(),
  plannedMinutes: minutes,
  blocks: z.array(FormBlock),
  seats: z.array(FormSeat),
});
export type SessionValues = z.infer<typeof SessionValues>;
export type Form = UseFormReturnType<SessionValues>;

export type FormBlock = z.infer<typeof FormBlock>;
type Proposal = { minutes: number; blocks: readonly Omit<Block, 'id' | 'leadId'>[] };

const one = (kind: Block['kind'], length: number, treatment = true): Proposal => ({
  minutes: length,
  blocks: [{ kind, topic: '', minutes: length, treatment }],
});

const proposals: Record<SessionKind, Proposal> = {
  group: { minutes: 180, blocks: proposedBlocks },
  individual: one('visit', 50),
  family: one('visit', 60),
  skills: one('skills', 90),
  psychiatric: one('visit', 30),
  peer: one('visit', 45),
  vocational: one('visit', 50),
  social: one('social', 60, false),
};

export function newBlock(block: Omit<Block, 'id' | 'leadId'>): FormBlock {
  return { ...block, id: crypto.randomUUID(), leadId: null };
}

function proposalOf(kind: SessionKind): Pick<SessionValues, 'plannedMinutes' | 'blocks'> {
  return { plannedMinutes: proposals[kind].minutes, blocks: proposals[kind].blocks.map(newBlock) };
}

const bare = (blocks: readonly FormBlock[]) =>
  JSON.stringify(blocks.map(({ kind, topic, minutes: length, treatment, leadId }) => [kind, topic, length, treatment, leadId]));

/** Another kind proposes its own blocks, unless the plan was already changed by hand. */
export function withKind(values: SessionValues, kind: SessionKind): Partial<SessionValues> {
  const asProposed = bare(values.blocks) === bare(proposalOf(values.kind).blocks);
  return asProposed ? { kind, ...proposalOf(kind) } : { kind };
}

export function blankSession(programId: string, date: string, lead: string | null): SessionValues {
  return {
    id: crypto.randomUUID(),
    version: 0,
    programId,
    cohortId: null,
    kind: 'group',
    mode: 'virtual',
    title: '',
    date,
    time: '',
    ...proposalOf('group'),
    seats: lead ? [{ id: crypto.randomUUID(), personId: lead, capacity: 'lead' }] : [],
  };
}

export function valuesOf(session: Session): SessionValues {
  const [date = '', time = ''] = session.startsLocal.split('T');
  const { id, version, programId, cohortId, kind, mode, title, plannedMinutes, blocks } = session;
  return { id, version, programId, cohortId, kind, mode, title, date, time, plannedMinutes, blocks, seats: [] };
}

function planOf(values: SessionValues) {
  const { cohortId, kind, mode, title, date, time, plannedMinutes, blocks } = values;
  return { cohortId, kind, mode, title, startsLocal: `${date}T${time}`, plannedMinutes, blocks };
}

// Only called with values that `errorsOf` has let through: their minutes are numbers.
export function newSessionOf(values: SessionValues): NewSession {
  return NewSessionSchema.parse({ id: values.id, programId: values.programId, ...planOf(values), seats: values.seats });
}

export function changeOf(values: SessionValues): SessionChange {
  const { id: _id, programId: _programId, seats: _seats, ...plan } = newSessionOf({ ...values, seats: [] });
  return { version: values.version, ...plan };
}

/** The form shows one planned instant as a date and a time. */
export function fieldOf(serverField: string): string {
  if (serverField === 'startsLocal') return 'time';
  return serverField === 'seats' ? 'lead' : serverField;
}

export function totalOf(blocks: readonly FormBlock[]): number {
  return blocks.reduce((sum, block) => sum + (block.minutes === '' ? 0 : block.minutes), 0);
}

export function treatmentOf(blocks: readonly FormBlock[]): number {
  return totalOf(blocks.filter((block) => block.treatment));
}

/** The mismatch of blocks and length in words, or nothing. */
export function mismatchOf({ blocks, plannedMinutes }: Pick<SessionValues, 'blocks' | 'plannedMinutes'>): string | undefined {
  if (plannedMinutes === '' || blocks.some((block) => block.minutes === '')) return undefined;
  return blocksMismatch(
    blocks.map((block) => ({ minutes: Number(block.minutes) })),
    plannedMinutes,
  );
}

export function errorsOf(values: SessionValues, withSeats: boolean): FormErrors {
  const { startsLocal, ...found } = checked(NewSessionSchema, {
    id: values.id,
    programId: values.programId,
    ...planOf(values),
    seats: values.seats,
  });
  const errors: FormErrors = { ...found };
  if (startsLocal) errors[values.date ? 'time' : 'date'] = values.date ? 'Choose a time.' : 'Choose a day.';
  if (values.date === '') errors['date'] = 'Choose a day.';
  const mismatch = mismatchOf(values);
  if (mismatch) errors['blocks'] = mismatch;
  if (withSeats && !values.seats.some((seat) => seat.capacity === 'lead')) errors['lead'] = 'Choose who leads the session.';
  return errors;
}
