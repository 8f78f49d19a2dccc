import { z } from 'zod';
import { Id, Instant } from '../ids.js';
import { endings } from '../schedule/session.js';
import { AnswerMark, DoorReason, LeavingAnswer } from './door.js';

/** Where a person stands. `outside`: has not come yet. */
export const places = ['outside', 'waiting', 'main', 'left', 'removed'] as const;
export const Place = z.enum(places);
export type Place = z.infer<typeof Place>;

const seatId = z.object({ seatId: Id });
/** `identity` is the opaque name of this seat on this device at the SFU. */
const seatOnDevice = seatId.extend({ device: Id, identity: z.string() });

/** The payload of every event of the log by type, at version 1. Only opaque ids: no name, no free text. */
export const roomEventPayloads = {
  'room.opened': z.object({ mediaRoom: z.string() }),
  'seat.waiting': seatOnDevice,
  'seat.admitted': seatId,
  'seat.entered': seatOnDevice,
  'seat.putBack': seatId,
  'seat.removed': seatId.extend({ mayReturn: z.boolean() }),
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
  /** A person silenced all that comes in, or hears again; for staff only. */
  'seat.hushed': seatId.extend({ on: z.boolean() }),
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
  fact('session.started'),
  fact('session.ended'),
  fact('session.endUndone'),
  fact('session.closed'),
  fact('session.endConfirmed'),
  fact('block.began'),
  fact('chat.said'),
  fact('message.said'),
  fact('seat.hushed'),
]);
