import { z } from 'zod';
import { Id, Instant } from '../ids.js';
import { endings } from '../schedule/session.js';
import { GearKind } from './acts.js';
import { BlockMinutes, BlockOrder } from './agenda.js';
import { CheckInKind, CheckInValue } from './check-in.js';
import { AnswerMark, DoorReason, LeavingAnswer } from './door.js';
import { MaterialKind } from './materials.js';
import { MinuteAnswer } from './pauses.js';
import { ReactionKind, RoundKind, TurnEnd } from './talk.js';
import { Wish } from './wish.js';

/** Where a person stands. `outside`: has not come yet. */
export const places = ['outside', 'waiting', 'main', 'left', 'removed'] as const;
export const Place = z.enum(places);
export type Place = z.infer<typeof Place>;

const seatId = z.object({ seatId: Id });
/** `identity` is the opaque name of this seat on this device at the SFU. */
/** What staff said to the person with what they did. */
const maySay = { textId: Id.optional() };
const seatOnDevice = seatId.extend({ device: Id, identity: z.string() });

/** The payload of every event of the log by type, at version 1. Only opaque ids: no name, no free text. */
export const roomEventPayloads = {
  'room.opened': z.object({ mediaRoom: z.string() }),
  'seat.waiting': seatOnDevice,
  'seat.admitted': seatId,
  'seat.entered': seatOnDevice,
  'seat.putBack': seatId.extend(maySay),
  'seat.removed': seatId.extend({ mayReturn: z.boolean(), ...maySay }),
  /** Staff did not let in a person who waited. */
  'seat.refused': seatId.extend({ reason: DoorReason, mayReturn: z.boolean() }),
  /** A person who was not to come back may come back to the waiting room. */
  'seat.mayReturn': seatId,
  'seat.left': seatId,
  /** How a person is who leaves; for staff only. */
  'seat.leavingAnswered': seatId.extend({ answer: LeavingAnswer }),
  'seat.answerMarked': seatId.extend({ mark: AnswerMark }),
  /** No sign of life since `since`. The place is kept. */
  'seat.lost': seatId.extend({ since: Instant }),
  'seat.back': seatId,
  /** How a person wants to take part today; a short line of theirs is a text. For staff only. */
  'seat.wished': seatId.extend({ ...Wish.shape, textId: Id.optional() }),
  'session.started': z.object({}),
  'session.ended': z.object({ ending: z.enum(endings), endedAt: Instant }),
  /** Within a minute: everyone has the place back that they had. */
  'session.endUndone': z.object({}),
  /** The minute is over: the end stands. */
  'session.closed': z.object({}),
  'session.endConfirmed': z.object({}),
  'block.began': z.object({ blockId: Id }),
  'chat.said': seatId.extend({ textId: Id }),
  /** Said by `seatId`, who is staff or the person of the thread, to the other side. */
  'message.said': seatId.extend({ threadId: Id, textId: Id }),
  /** A person who is not staff may show a screen, or may not any more. */
  'share.allowed': seatId,
  'share.disallowed': seatId,
  'share.began': seatId,
  'share.ended': seatId,
  /** Title and address are a text; a file is kept beside the log. */
  'material.shared': seatId.extend({ textId: Id, kind: MaterialKind }),
  'material.removed': z.object({ textId: Id }),
  /** A person silenced all that comes in, or hears again; for staff only. */
  'seat.hushed': seatId.extend({ on: z.boolean() }),
  /** Staff turned off a person's microphone or camera; the person turns it on again. */
  'gear.stopped': seatId.extend({ kind: GearKind, ...maySay }),
  /** The person put away what staff did and said. */
  'act.read': seatId,
  'room.locked': z.object({}),
  'room.unlocked': z.object({}),
  'agenda.ordered': z.object({ blockIds: BlockOrder }),
  /** How long a part lasts from its beginning. */
  'block.timed': z.object({ blockId: Id, minutes: BlockMinutes }),
  'block.skipped': z.object({ blockId: Id, skipped: z.boolean() }),
  'block.named': z.object({ blockId: Id, textId: Id }),
  'hand.raised': seatId,
  'hand.lowered': seatId,
  'hand.called': seatId,
  /** For staff only, as everything about a round before it starts. */
  'round.prepared': z.object({ kind: RoundKind, order: z.array(Id) }),
  'round.put': seatId.extend({ before: Id.optional() }),
  'round.started': z.object({ oneVoice: z.boolean() }),
  /** How a turn ended is for staff only. */
  'turn.ended': seatId.extend({ how: TurnEnd }),
  'round.ended': z.object({}),
  'voice.changed': z.object({ one: z.boolean() }),
  'reaction.given': seatId.extend({ kind: ReactionKind, to: Id.optional() }),
  /** All microphones and cameras rest. `blockId`: the agenda called it. */
  'break.began': z.object({ endsAt: Instant, blockId: Id.optional() }),
  'break.moved': z.object({ endsAt: Instant }),
  'break.ended': z.object({ blockId: Id.optional() }),
  /** Somebody is back from a break; for staff only. */
  'break.returned': seatId,
  /** Somebody needs a minute, which is between them and staff. */
  'minute.began': seatId,
  'minute.answered': seatId.extend({ answer: MinuteAnswer }),
  'minute.ended': seatId,
  'checkIn.opened': z.object({ checkInId: Id, kind: CheckInKind, picture: z.boolean(), textId: Id }),
  /** Who answers what is for staff only. */
  'checkIn.answered': seatId.extend({ checkInId: Id, value: CheckInValue }),
  'checkIn.said': seatId.extend({ checkInId: Id, textId: Id }),
  'checkIn.closed': z.object({ checkInId: Id }),
  'checkIn.shown': z.object({ checkInId: Id }),
  'checkIn.putAway': z.object({ checkInId: Id }),
} as const;

export type RoomEventType = keyof typeof roomEventPayloads;

type OfType<T extends RoomEventType> = T extends RoomEventType ? { type: T; v: 1; payload: z.infer<(typeof roomEventPayloads)[T]> } : never;

/** A fact that `decide` found, before it has its place in the log. */
export type NewRoomEvent = OfType<RoomEventType>;

/** A fact of the log. `seq` counts from 1 in one session and never leaves the server. `actor` is a person; none where the server found it out. */
export type RoomEvent = NewRoomEvent & { seq: number; at: string; actor: string | null };

const fact = <T extends RoomEventType>(type: T) =>
  z.object({
    seq: z.int(),
    at: Instant,
    actor: Id.nullable(),
    type: z.literal(type),
    v: z.literal(1),
    payload: roomEventPayloads[type],
  });

/** A row of the log as it is read back: every type and version is known, or it is refused. */
export const RoomEventRow = z.discriminatedUnion('type', [
  fact('room.opened'),
  fact('seat.waiting'),
  fact('seat.admitted'),
  fact('seat.entered'),
  fact('seat.putBack'),
  fact('seat.removed'),
  fact('seat.refused'),
  fact('seat.mayReturn'),
  fact('seat.left'),
  fact('seat.leavingAnswered'),
  fact('seat.answerMarked'),
  fact('seat.lost'),
  fact('seat.back'),
  fact('seat.wished'),
  fact('session.started'),
  fact('session.ended'),
  fact('session.endUndone'),
  fact('session.closed'),
  fact('session.endConfirmed'),
  fact('block.began'),
  fact('chat.said'),
  fact('message.said'),
  fact('share.allowed'),
  fact('share.disallowed'),
  fact('share.began'),
  fact('share.ended'),
  fact('material.shared'),
  fact('material.removed'),
  fact('hand.raised'),
  fact('hand.lowered'),
  fact('hand.called'),
  fact('round.prepared'),
  fact('round.put'),
  fact('round.started'),
  fact('turn.ended'),
  fact('round.ended'),
  fact('voice.changed'),
  fact('reaction.given'),
  fact('gear.stopped'),
  fact('act.read'),
  fact('room.locked'),
  fact('room.unlocked'),
  fact('agenda.ordered'),
  fact('block.timed'),
  fact('block.skipped'),
  fact('block.named'),
  fact('seat.hushed'),
  fact('break.began'),
  fact('break.moved'),
  fact('break.ended'),
  fact('break.returned'),
  fact('minute.began'),
  fact('minute.answered'),
  fact('minute.ended'),
  fact('checkIn.opened'),
  fact('checkIn.answered'),
  fact('checkIn.said'),
  fact('checkIn.closed'),
  fact('checkIn.shown'),
  fact('checkIn.putAway'),
]);
