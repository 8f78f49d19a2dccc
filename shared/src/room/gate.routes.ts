import { z } from 'zod';
import { filledLine, Id, Instant, line } from '../ids.js';
import { ConsentText } from '../people/consent.js';
import { callableNumber, NewPlace, PatientPlace } from '../people/first-step.js';
import { State } from '../people/person.js';
import { route } from '../route.js';
import { PlaceKind, SeatGate } from './gate.js';

const params = z.object({ sessionId: Id });
const row = { in: 'params', key: 'sessionId' } as const;

export const overheardChoices = ['nobody', 'someone'] as const;
export const Overheard = z.enum(overheardChoices);
export type Overheard = z.infer<typeof Overheard>;

const OwnPlace = PatientPlace.pick({ id: true, kind: true, address: true, state: true });
export type OwnPlace = z.infer<typeof OwnPlace>;

const answers = {
  place: OwnPlace.nullable(),
  overheard: Overheard.nullable(),
  overheardBy: z.string(),
  number: z.string().nullable(),
};
export const GateAnswers = z.object({ ...answers, driving: z.boolean().nullable() });
export type GateAnswers = z.infer<typeof GateAnswers>;

/** A patient's own gate of one session. */
export const Gate = z.object({
  gate: SeatGate,
  /** From when on answers are taken. */
  opensAt: Instant,
  answers: GateAnswers,
  /** What was said the last time, for everything that was ever said. */
  last: z.object(answers),
  places: z.array(OwnPlace),
  hideAddress: z.boolean(),
  /** The texts that are still to be signed for this session. */
  toSign: z.array(ConsentText),
  declined: z.boolean(),
});
export type Gate = z.infer<typeof Gate>;

/** Some of the answers: each is kept as it comes. */
export const GateAnswer = z
  .strictObject({
    placeId: Id,
    newPlace: NewPlace,
    overheard: Overheard,
    overheardBy: line(120),
    number: callableNumber,
    driving: z.boolean(),
    /** Does not want to sign now: staff are told and call. */
    declined: z.boolean(),
    hideAddress: z.boolean(),
  })
  .partial()
  .refine((value) => !(value.placeId && value.newPlace), { path: ['placeId'], message: 'Choose one place.' });
export type GateAnswer = z.infer<typeof GateAnswer>;

export const readGate = route({
  method: 'GET',
  path: '/sessions/:sessionId/gate',
  summary: 'What I am asked before this session, and what I said',
  permission: 'gate.answer',
  row,
  params,
  reply: Gate,
});

export const answerGate = route({
  method: 'PATCH',
  path: '/sessions/:sessionId/gate',
  summary: 'Answer some of what I am asked before this session',
  permission: 'gate.answer',
  row,
  params,
  body: GateAnswer,
  reply: Gate,
});

/** Who may treat in the state of a place, as it stood on passing. */
export const LicenceSeen = z.object({
  state: z.string(),
  holder: z.string().optional(),
  number: z.string().optional(),
  to: z.string().optional(),
  override: z.object({ by: z.string(), reason: z.string(), at: Instant }).optional(),
});
export type LicenceSeen = z.infer<typeof LicenceSeen>;

/** What a patient said for a session, as staff need it to send help or to call. */
export const GateForStaff = z.object({
  seatId: Id,
  personId: Id,
  name: z.string(),
  gate: SeatGate,
  place: z.object({ id: Id, kind: PlaceKind, address: z.string(), state: z.string(), emergencyLine: z.string().nullable() }).nullable(),
  overheard: Overheard.nullable(),
  overheardBy: z.string(),
  number: z.string().nullable(),
  driving: z.boolean(),
  contact: z.object({ name: z.string(), relation: z.string(), phone: z.string(), notWhen: z.string() }).nullable(),
  licence: LicenceSeen.nullable(),
});
export type GateForStaff = z.infer<typeof GateForStaff>;

export const readGates = route({
  method: 'GET',
  path: '/sessions/:sessionId/gates',
  summary: 'Where the patients of a session are, and whom to call',
  permission: 'gate.read',
  row,
  params,
  reply: z.array(GateForStaff),
});

export const overrideLicence = route({
  method: 'POST',
  path: '/sessions/:sessionId/licence-overrides',
  summary: 'Let patients of a state take part although nobody who leads is licensed there, with the reason',
  permission: 'licence.override',
  row,
  params,
  body: z.strictObject({ id: Id, state: State, reason: filledLine(300) }),
  reply: z.array(GateForStaff),
});
