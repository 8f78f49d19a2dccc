import { z } from 'zod';
import { ErrorBody } from './errors.js';
import { Id } from './ids.js';
import type { PermissionName } from './permissions.js';
import { Device } from './room/command.js';
import { RoomView } from './room/view.js';

/** What a page says over the socket. Only `room.watch` is answered; `beat` may be lost. */
export const clientMessages = {
  /** Send me this room's view now and its differences from then on. */
  'room.watch': z.strictObject({ sessionId: Id, device: Device }),
  'room.unwatch': z.strictObject({ sessionId: Id }),
  /** A sign of life every two seconds, and what the page sends and can hear. */
  beat: z.strictObject({
    sessionId: Id,
    device: Device,
    connected: z.boolean(),
    videoSent: z.boolean(),
    audioSent: z.boolean(),
    couldHear: z.boolean(),
    /** Whether its person was heard since the last beat. */
    spoke: z.boolean().optional(),
  }),
} as const;
/** What the sender of a message must be allowed, about the session it names. */
export const clientMessagePermissions = {
  'room.watch': 'room.view',
  'room.unwatch': 'room.view',
  beat: 'room.view',
} as const satisfies Record<keyof typeof clientMessages, PermissionName>;
export type ClientMessages = { [K in keyof typeof clientMessages]: z.infer<(typeof clientMessages)[K]> };

/** The answer to `room.watch`: the whole view, or why not. */
export const WatchReply = z.union([
  z.object({ ok: z.literal(true), n: z.int(), view: RoomView }),
  z.object({ ok: z.literal(false), error: ErrorBody }),
]);
export type WatchReply = z.infer<typeof WatchReply>;

/** What the server tells. `n` counts this watcher's own differences; a gap means: watch again. */
export const serverMessages = {
  'room.patch': z.object({ sessionId: Id, n: z.int(), patch: z.json() }),
  /** For staff: the seconds that each seat was heard. Never part of a view. */
  'room.talked': z.object({ sessionId: Id, seconds: z.record(Id, z.int()) }),
  'attendance.changed': z.object({ sessionId: Id }),
  /** The sign-in behind this socket has ended; the socket is closed after this. */
  'signed.out': z.object({}),
} as const;
export type ServerMessages = { [K in keyof typeof serverMessages]: z.infer<(typeof serverMessages)[K]> };

/** Beats come this often; a page without one for `lostAfterMs` is lost. */
export const beatEveryMs = 2_000;
export const lostAfterMs = 10_000;
