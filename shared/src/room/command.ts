import { z } from 'zod';
import { Id, text } from '../ids.js';
import { AnswerMark, DoorReason, LeavingAnswer } from './door.js';

/** A tab that takes part: made by the page, kept for the life of the tab. */
export const Device = Id;

export const chatLength = 2000;

const of = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) => z.strictObject({ type: z.literal(type), ...shape });

const words = text(chatLength).refine((value) => value.trim() !== '', 'Write something first.');

/** What a person can ask of a room. Who may is decided by `decide`. */
export const RoomCommand = z.discriminatedUnion('type', [
  /** Come to the door, or back into the place one had. `stayHere` takes the seat over from another device. */
  of('arrive', { device: Device, stayHere: z.boolean().default(false) }),
  of('leave', { device: Device }),
  of('chat.say', { textId: Id, body: words }),
  /** A private line between staff and one person, in the thread of that person's seat. */
  of('message.say', { threadId: Id, textId: Id, body: words }),
  of('admit', { seatId: Id }),
  of('admitAll', {}),
  of('putBack', { seatId: Id }),
  /** Not let in somebody who waits, with a reason of a short list. */
  of('refuse', { seatId: Id, reason: DoorReason, mayReturn: z.boolean() }),
  of('remove', { seatId: Id, mayReturn: z.boolean() }),
  /** Only this opens the door again to a person who may not come back. */
  of('letReturn', { seatId: Id }),
  of('answerLeaving', { answer: LeavingAnswer }),
  of('markAnswer', { seatId: Id, mark: AnswerMark }),
  of('start', {}),
  of('end', {}),
  of('undoEnd', {}),
  of('confirmEnd', {}),
  of('goToBlock', { blockId: Id }),
  /** Silence all that comes in, and stay. */
  of('hush', { on: z.boolean() }),
]);
export type RoomCommand = z.infer<typeof RoomCommand>;

/** What the server itself finds out about a room. */
export type SystemCommand =
  { type: 'lose'; seatId: string; at: string } | { type: 'find'; seatId: string } | { type: 'endUnattended' } | { type: 'close' };

/** Any one command is sent with an id of its own; the same id again gives the same answer and changes nothing. */
export const RoomCommandRequest = z.strictObject({ id: Id, command: RoomCommand });
export type RoomCommandRequest = z.infer<typeof RoomCommandRequest>;
