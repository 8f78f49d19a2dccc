import type { Capacity } from '../permissions.js';
import type { Block, SessionKind, SessionMode } from '../schedule/session.js';
import { noActs, type ActsInLog } from './acts.js';
import { asPlanned, type AgendaInLog } from './agenda.js';
import { noCheckIns, type CheckInsInLog } from './check-in.js';
import type { AnswerMark, DoorReason, LeavingAnswer } from './door.js';
import type { Place } from './event.js';
import type { SeatGate } from './gate.js';
import { noPauses, type PausesInLog } from './pauses.js';
import { emptySharing, type SharingLog } from './sharing.js';
import type { DeviceReport } from './device-check.js';
import { emptyTalk, type TalkState } from './talk.js';
import type { Wish } from './wish.js';
import type { SensoryForStaff } from '../people/sensory.js';

/** What the plan says of the session: read from the schedule, never from the log. */
export interface RoomPlan {
  sessionId: string;
  title: string;
  kind: SessionKind;
  mode: SessionMode;
  startsAt: string;
  zone: string;
  plannedMinutes: number;
  cancelled: boolean;
  phone: string;
  chatKeptDays: number;
  blocks: readonly (Block & { leadName: string })[];
}

/** A seat as the roster has it: names stand here and not in the log, so that they can be changed and forgotten. */
export interface RosterSeat {
  seatId: string;
  personId: string;
  capacity: Capacity;
  /** A lead or co-lead seat of a person with a staff role. */
  staff: boolean;
  name: string;
  pronouns: string;
  ended: boolean;
  /** For patients: nobody else answers anything before coming in. */
  gate?: SeatGate;
  /** The newest device check of the last hours. */
  check?: DeviceReport;
  /** How sound and screen are for this person, where they have chosen. */
  sensory?: SensoryForStaff;
}

/** Where a seat stands, by the log. */
export interface Standing {
  place: Exclude<Place, 'outside'>;
  since: string;
  device: string;
  identity: string;
  online: boolean;
  /** Was there when the session ended, and has not come back since that was taken back. */
  awaited?: true;
  /** The place in the log of the admission that still holds: chat is seen from there on. None after being put back or removed. */
  admittedSeq: number | null;
  /** False for a person who may not come back. */
  mayReturn: boolean;
  /** Why staff did not let the person in, where they did not. */
  reason?: DoorReason;
}

/** What a person said on leaving, and whether staff took care of it. */
export interface Leaving {
  answer: LeavingAnswer;
  at: string;
  mark: AnswerMark | null;
}

/** All that the log has told so far. */
export interface RoomLogState extends ActsInLog, SharingLog, PausesInLog, CheckInsInLog {
  seq: number;
  opened: { mediaRoom: string; at: string } | null;
  startedAt: string | null;
  endedAt: string | null;
  ending: 'lead' | 'everyoneLeft' | null;
  endConfirmed: boolean;
  /** Since when the end stands for good. */
  closedAt: string | null;
  /** The places before an end that can still be taken back. */
  beforeEnd: Readonly<Record<string, Standing>> | null;
  /** When somebody last went out of sight of the room. */
  presentUntil: string | null;
  /** Since when nobody is in the room, while it runs. */
  emptySince: string | null;
  standings: Readonly<Record<string, Standing>>;
  /** Every identity that was ever handed out, with its seat. */
  identities: Readonly<Record<string, string>>;
  block: { blockId: string; beganAt: string } | null;
  chat: readonly { textId: string; seatId: string; at: string; seq: number }[];
  /** Private lines; `threadId` is the seat of the person with whom staff write. */
  messages: readonly { textId: string; threadId: string; seatId: string; at: string; seq: number }[];
  leaving: Readonly<Record<string, Leaving>>;
  agenda: AgendaInLog;
  talk: TalkState;
  /** How each seat wants to take part; its line is a text. */
  wishes: Readonly<Record<string, Wish & { textId?: string }>>;
  /** Seats that silenced the room for themselves. */
  hushed: Readonly<Record<string, true>>;
}

export interface RoomState extends RoomLogState {
  plan: RoomPlan;
  roster: Readonly<Record<string, RosterSeat>>;
  /** Bodies of the chat window and of private threads by text id; null where erased. */
  texts: Readonly<Record<string, string | null>>;
}

export const emptyLog: RoomLogState = {
  seq: 0,
  opened: null,
  startedAt: null,
  endedAt: null,
  ending: null,
  endConfirmed: false,
  closedAt: null,
  beforeEnd: null,
  presentUntil: null,
  emptySince: null,
  standings: {},
  identities: {},
  block: null,
  chat: [],
  messages: [],
  leaving: {},
  ...emptySharing,
  agenda: asPlanned,
  talk: emptyTalk,
  ...noActs,
  ...noPauses,
  ...noCheckIns,
  wishes: {},
  hushed: {},
};

/** After this long with nobody in the room and no End, the session ends at the last leaving. */
export const unattendedMinutes = 15;
