import { z } from 'zod';
import type { ErrorCode } from '../errors.js';
import { Instant } from '../ids.js';

/** What a patient answers before a session, in the order of the page. */
export const gateSteps = ['place', 'overheard', 'number', 'consent', 'licence'] as const;
export type GateStep = (typeof gateSteps)[number];

/** Why a patient who has answered may not come in yet. */
export const gateRefusals = ['gate.driving', 'gate.consentMissing', 'gate.licence'] as const satisfies readonly ErrorCode[];
export type GateRefusal = (typeof gateRefusals)[number];

/** HHS tells telehealth providers to ask for the place before every session; it also sets the place of service of the claim. */
export const placeKinds = ['home', 'transitional', 'other'] as const;
export const PlaceKind = z.enum(placeKinds);
export type PlaceKind = z.infer<typeof PlaceKind>;

/** Where a patient's seat stands at the gate. No address and no number: staff read these by REST. */
export const SeatGate = z.object({
  /** Every answer is kept for this session, consents are current, and somebody who leads is licensed where it counts. */
  passed: z.boolean(),
  /** The first step that is not done. */
  step: z.enum(['notBegun', ...gateSteps, 'done']),
  since: Instant.optional(),
  refusal: z.enum(gateRefusals).optional(),
  placeKind: PlaceKind.optional(),
  someoneNear: z.boolean().optional(),
});
export type SeatGate = z.infer<typeof SeatGate>;

/** Why somebody at this gate may not come in; nothing where they may. A seat without a gate has nothing to answer. */
export function gateRefusal(gate: SeatGate | undefined): ErrorCode | undefined {
  return !gate || gate.passed ? undefined : (gate.refusal ?? (gate.step === 'consent' ? 'gate.consentMissing' : 'gate.unanswered'));
}

/** Answers are given on the day: at most this long before the planned start. */
export const gateOpensHours = 12;
