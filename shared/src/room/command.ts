import { z } from 'zod';
import { Id, Instant, text } from '../ids.js';
import { GearKind, Sentence } from './acts.js';
import { BlockMinutes, BlockOrder, Topic } from './agenda.js';
import { CheckInKind, CheckInValue, FewWords, Question } from './check-in.js';
import { AnswerMark, DoorReason, LeavingAnswer } from './door.js';
import { MaterialKind, MaterialTitle, SafeLink } from './materials.js';
import { BreakMinutes, MinuteAnswer } from './pauses.js';
import { ReactionKind, RoundKind, RoundOrder } from './talk.js';
import { Wish, WishLine } from './wish.js';

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
  of('putBack', { seatId: Id, sentence: Sentence.optional() }),
  /** Not let in somebody who waits, with a reason of a short list. */
  of('refuse', { seatId: Id, reason: DoorReason, mayReturn: z.boolean() }),
  of('remove', { seatId: Id, mayReturn: z.boolean(), sentence: Sentence.optional() }),
  /** Only this opens the door again to a person who may not come back. */
  of('letReturn', { seatId: Id }),
  of('answerLeaving', { answer: LeavingAnswer }),
  of('markAnswer', { seatId: Id, mark: AnswerMark }),
  /** How one wants to take part today, with a short line for staff. */
  of('wish', { ...Wish.shape, line: z.strictObject({ textId: Id, body: WishLine }).optional() }),
  of('start', {}),
  of('end', {}),
  of('undoEnd', {}),
  of('confirmEnd', {}),
  of('goToBlock', { blockId: Id }),
  /** Staff let one person show a screen, or take that back. */
  of('share.allow', { seatId: Id }),
  of('share.disallow', { seatId: Id }),
  /** Show a screen from the device that holds the seat. */
  of('share.start', {}),
  /** Stop showing one; staff stop any. */
  of('share.stop', {}),
  /** Put a page, or a file that was sent before, into the panel of the session. */
  of('material.share', { textId: Id, kind: MaterialKind, title: MaterialTitle, url: SafeLink.optional() }),
  of('material.remove', { textId: Id }),
  /** Turn off a person's microphone or camera. */
  of('stopGear', { seatId: Id, kind: GearKind, sentence: Sentence.optional() }),
  /** Put away what staff did and said to oneself. */
  /** I have read what staff did at that time: what they did since stays. */
  of('readAct', { at: Instant }),
  of('lock', {}),
  of('unlock', {}),
  of('timeBlock', { blockId: Id, minutes: BlockMinutes }),
  of('orderBlocks', { blockIds: BlockOrder }),
  of('skipBlock', { blockId: Id, skipped: z.boolean() }),
  of('nameBlock', { blockId: Id, textId: Id, body: Topic }),
  /** Silence all that comes in, and stay. */
  of('hush', { on: z.boolean() }),
  of('hand.raise', {}),
  of('hand.lower', { seatId: Id }),
  /** Give somebody whose hand is up the turn. */
  of('hand.call', { seatId: Id }),
  /** Put a talking round together; staff change it before and while it runs. */
  of('round.prepare', { kind: RoundKind, by: RoundOrder }),
  /** Take in, move or come back to somebody: before another, or last. */
  of('round.put', { seatId: Id, before: Id.optional() }),
  of('round.start', { oneVoice: z.boolean() }),
  of('round.skip', { seatId: Id }),
  of('round.end', {}),
  of('turn.done', { seatId: Id }),
  of('turn.pass', {}),
  /** One voice at a time, also without a round. */
  of('voice.one', { on: z.boolean() }),
  of('react', { kind: ReactionKind, to: Id.optional() }),
  /** Let all microphones and cameras rest. */
  of('break.begin', { minutes: BreakMinutes }),
  of('break.extend', { minutes: BreakMinutes }),
  of('break.end', {}),
  /** I am back from the break. */
  of('break.return', {}),
  /** I need a minute: only staff learn of it. */
  of('minute.take', {}),
  of('minute.answer', { answer: MinuteAnswer }),
  of('minute.back', {}),
  of('checkIn.open', { checkInId: Id, kind: CheckInKind, picture: z.boolean(), textId: Id, body: Question }),
  of('checkIn.answer', { checkInId: Id, value: CheckInValue }),
  of('checkIn.say', { checkInId: Id, textId: Id, body: FewWords }),
  of('checkIn.close', { checkInId: Id }),
  /** Show all answers as one picture without names. */
  of('checkIn.show', { checkInId: Id }),
  of('checkIn.putAway', { checkInId: Id }),
]);
export type RoomCommand = z.infer<typeof RoomCommand>;

/** What the server itself finds out about a room. */
export type SystemCommand =
  | { type: 'lose'; seatId: string; at: string }
  | { type: 'find'; seatId: string }
  | { type: 'unseat'; seatId: string }
  | { type: 'endUnattended' }
  | { type: 'close' }
  | { type: 'endBreak' };

/** Any one command is sent with an id of its own; the same id again gives the same answer and changes nothing. */
export const RoomCommandRequest = z.strictObject({ id: Id, command: RoomCommand });
export type RoomCommandRequest = z.infer<typeof RoomCommandRequest>;
