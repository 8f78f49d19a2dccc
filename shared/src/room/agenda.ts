import { z } from 'zod';
import { Id, text } from '../ids.js';
import type { Capacity } from '../permissions.js';
import type { RoomPlan, RoomState } from './state.js';

/** The longest that one part can be made. */
export const longestBlockMinutes = 600;
export const topicLength = 120;

export const BlockMinutes = z.int().min(1).max(longestBlockMinutes);
export const BlockOrder = z.array(Id).min(1).max(100);
export const Topic = text(topicLength).refine((value) => value.trim() !== '', 'Write something first.');

/** What staff changed of the agenda while it runs. The plan stays as it was planned. */
export interface AgendaInLog {
  order: readonly string[];
  minutes: Readonly<Record<string, number>>;
  skipped: Readonly<Record<string, true>>;
  /** Text ids of topics by block. */
  topics: Readonly<Record<string, string>>;
}

export const asPlanned: AgendaInLog = { order: [], minutes: {}, skipped: {}, topics: {} };

type PlannedBlock = RoomPlan['blocks'][number];
export type AgendaBlock = PlannedBlock & { skipped: boolean };

/** Staff lead the agenda, and the patient who helps lead. */
export function mayRunAgenda({ staff, capacity }: { staff: boolean; capacity: Capacity }): boolean {
  return staff || capacity === 'coFacilitator';
}

/** The agenda as it is now: the plan, with what was changed live. Parts that were planned since come last. */
export function agendaOf({ plan, agenda, texts }: Pick<RoomState, 'plan' | 'agenda' | 'texts'>): AgendaBlock[] {
  const { order, minutes, skipped, topics } = agenda;
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return plan.blocks
    .map((block) => ({
      ...block,
      minutes: minutes[block.id] ?? block.minutes,
      topic: texts[topics[block.id] ?? ''] ?? block.topic,
      skipped: skipped[block.id] ?? false,
    }))
    .sort((a, b) => place(a.id) - place(b.id));
}

/** So many minutes of a part have begun. */
export function minutesPassed(beganAt: string, now: string | number): number {
  const until = typeof now === 'number' ? now : Date.parse(now);
  return Math.max(0, Math.ceil((until - Date.parse(beganAt)) / 60_000));
}
