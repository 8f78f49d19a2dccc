import { z } from 'zod';
import { Id, Instant } from '../ids.js';
import { SensoryForStaff } from '../people/sensory.js';
import { BlockKind, CapacityName, endings, SessionKind, SessionMode } from '../schedule/session.js';
import { ActInView } from './acts.js';
import { CheckInInView } from './check-in.js';
import { DoorReason, LeavingInView } from './door.js';
import { Place } from './event.js';
import { SeatGate } from './gate.js';
import { MaterialsInView } from './materials.js';
import { DeviceReport } from './device-check.js';
import { BreakInView, MinuteInView } from './pauses.js';
import { TalkInView } from './talk.js';
import { WishInView } from './wish.js';

/** Counts up when the shape of a view changes; a page of another version reloads itself. */
export const roomProtocol = 3;

export const phases = ['planned', 'open', 'running', 'ended', 'cancelled'] as const;
export const Phase = z.enum(phases);
export type Phase = z.infer<typeof Phase>;

export const PersonInView = z.object({
  name: z.string(),
  pronouns: z.string(),
  capacity: CapacityName,
  staff: z.boolean(),
  place: Place,
  /** False while there is no sign of life from this person's page. */
  online: z.boolean(),
  /** Since when the person stands at this place: for staff. */
  since: Instant.optional(),
  /** The participant at the SFU; only for people who stand where the viewer stands. */
  identity: z.string().optional(),
  /** At which step of the gate a patient is: for staff. */
  gate: SeatGate.omit({ passed: true }).optional(),
  /** Of a person who was sent out or not let in, whether they may come back, and why not let in: for staff. */
  mayReturn: z.boolean().optional(),
  reason: DoorReason.optional(),
  /** What the person said on leaving: for staff. */
  leaving: LeavingInView.optional(),
  /** May show a screen: for staff, and for the person. */
  mayShare: z.literal(true).optional(),
  /** The last thing that staff did to this person: for staff. */
  act: ActInView.optional(),
  /** How the person wants to take part today, and what their device check of today found: for staff. */
  wish: WishInView.optional(),
  check: DeviceReport.optional(),
  /** How sound and screen are for the person, and whether they silenced the room: for staff. */
  sensory: SensoryForStaff.optional(),
  hushed: z.boolean().optional(),
  /** The person needs a minute: for staff. */
  minute: MinuteInView.optional(),
});
export type PersonInView = z.infer<typeof PersonInView>;

export const BlockInView = z.object({
  position: z.int(),
  kind: BlockKind,
  topic: z.string(),
  minutes: z.int(),
  leadName: z.string(),
  /** Left out of this session, unless somebody goes there. */
  skipped: z.boolean().optional(),
});
export type BlockInView = z.infer<typeof BlockInView>;

export const ChatLine = z.object({
  seatId: Id,
  name: z.string(),
  at: Instant,
  /** Absent where the text was erased. */
  body: z.string().optional(),
});
export type ChatLine = z.infer<typeof ChatLine>;

/**
 * A room as one seat may see it. Lists are records by id and absent things are absent, never null, so that a
 * difference is a JSON merge patch (RFC 7396).
 */
export const RoomView = z.object({
  protocol: z.int(),
  sessionId: Id,
  title: z.string(),
  kind: SessionKind,
  mode: SessionMode,
  startsAt: Instant,
  zone: z.string(),
  plannedMinutes: z.int(),
  phase: Phase,
  startedAt: Instant.optional(),
  endedAt: Instant.optional(),
  ending: z.enum(endings).optional(),
  endConfirmed: z.boolean(),
  /** The program's number, for when the room does not work. */
  phone: z.string(),
  leadNames: z.array(z.string()),
  /** Who else will be in the room: patients as a number, observers by name. */
  expected: z.object({ patients: z.int(), guests: z.int(), observers: z.array(z.string()) }),
  me: z.object({
    seatId: Id,
    name: z.string(),
    capacity: CapacityName,
    staff: z.boolean(),
    place: Place,
    /** The device that holds the seat. */
    device: Id.optional(),
    identity: z.string().optional(),
    mayReturn: z.boolean(),
    /** Why staff did not let me in. */
    reason: DoorReason.optional(),
    /** I silenced the room for myself. */
    hushed: z.boolean().optional(),
    /** What staff did to me and said with it, until I put it away. */
    act: ActInView.omit({ readAt: true }).optional(),
    /** What I said on leaving. */
    leaving: LeavingInView.optional(),
    /** One's own gate, for a patient. */
    gate: SeatGate.pick({ passed: true, step: true, refusal: true }).optional(),
    /** How I want to take part today, and my newest device check. */
    wish: WishInView.optional(),
    check: DeviceReport.optional(),
    /** I need a minute. */
    minute: MinuteInView.optional(),
  }),
  /** By seat id: those who stand where the viewer stands, the viewer included; for staff everyone on the roster. */
  people: z.record(Id, PersonInView),
  agenda: z.object({
    blocks: z.record(Id, BlockInView),
    current: z.object({ blockId: Id, beganAt: Instant, endsAt: Instant }).optional(),
  }),
  /** Nobody new is let in together with others: told to staff and to who waits. */
  doorClosed: z.boolean().optional(),
  chat: z.object({
    /** By text id: the last 50 since the viewer's own admission. */
    lines: z.record(Id, ChatLine),
    earlier: z.boolean(),
    keptDays: z.int(),
  }),
  /** Hands, rounds and silent signs: for who stands in the room. */
  talk: TalkInView,
  /** Private lines with staff by the seat of the person, then by text id: for staff all, for everyone else their own. */
  threads: z.record(Id, z.record(Id, ChatLine)),
  /** Who shows a screen now: for who is in the room. */
  share: z.object({ seatId: Id }).optional(),
  /** Pages and files that staff shared, by text id: for everyone who was let in. */
  materials: MaterialsInView,
  /** The break that I am not back from yet; for staff, that anybody is not back from yet. */
  break: BreakInView.optional(),
  /** By its id: the open check-in, and the picture that the group looks at; for staff all of them. */
  checkIns: z.record(Id, CheckInInView),
});
export type RoomView = z.infer<typeof RoomView>;

export const chatWindow = 50;
