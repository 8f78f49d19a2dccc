import { z } from 'zod';
import { Done, Id, Instant } from '../ids.js';
import { route } from '../route.js';
import { Aftercare } from './aftercare.js';
import { Device, RoomCommandRequest } from './command.js';
import { MaterialFile } from './materials.js';
import { ChatLine, RoomView } from './view.js';
import { Wish } from './wish.js';

const params = z.object({ sessionId: Id });
const row = { in: 'params', key: 'sessionId' } as const;

export const readRoom = route({
  method: 'GET',
  path: '/sessions/:sessionId/room',
  summary: 'The room as my seat sees it',
  permission: 'room.view',
  row,
  params,
  reply: RoomView,
});

export const commandRoom = route({
  method: 'POST',
  path: '/sessions/:sessionId/room/commands',
  summary: 'Ask something of the room',
  permission: 'room.command',
  row,
  params,
  body: RoomCommandRequest,
  reply: Done,
});

/** Everything a page needs to connect: good only for the place where the person stands now. */
export const takeToken = route({
  method: 'POST',
  path: '/sessions/:sessionId/room/token',
  summary: 'A short-lived key to the media room of the place where I stand',
  permission: 'room.token',
  row,
  params,
  body: z.strictObject({ device: Device }),
  reply: z.object({ token: z.string(), identity: z.string() }),
});

export const readChat = route({
  method: 'GET',
  path: '/sessions/:sessionId/room/chat',
  summary: 'Chat lines before a line, newest last, at most 50',
  permission: 'room.view',
  row,
  params,
  query: z.object({ before: Id }),
  reply: z.object({ lines: z.array(ChatLine.extend({ textId: Id })), earlier: z.boolean() }),
});

/** What is offered first to who has not yet said how they want to take part today. */
export const readLastWish = route({
  method: 'GET',
  path: '/sessions/:sessionId/room/last-wish',
  summary: 'How I wanted to take part the last time',
  permission: 'room.view',
  row,
  params,
  reply: z.object({ wish: Wish.nullable() }),
});

/** The bytes of a worksheet; nobody sees it before it is shared by the command `material.share` with the same id. */
export const sendMaterial = route({
  method: 'PUT',
  path: '/sessions/:sessionId/room/materials/:textId',
  summary: 'Send a file that is to be shared in a session',
  permission: 'material.send',
  row,
  params: params.extend({ textId: Id }),
  body: MaterialFile,
  reply: Done,
});

export const readMaterial = route({
  method: 'GET',
  path: '/sessions/:sessionId/room/materials/:textId',
  summary: 'A file that was shared in a session I was let into',
  permission: 'material.read',
  row,
  params: params.extend({ textId: Id }),
  reply: MaterialFile,
});

/** Under which number a person of the session can be called: what they said for today, or what their record has. */
export const readCallback = route({
  method: 'GET',
  path: '/sessions/:sessionId/room/callbacks/:seatId',
  summary: 'The number to call a person of this session back',
  permission: 'room.callback',
  row,
  params: params.extend({ seatId: Id }),
  reply: z.object({ patientId: Id.nullable(), number: z.string().nullable(), from: z.enum(['today', 'record']).nullable() }),
});

export const readAftercare = route({
  method: 'GET',
  path: '/sessions/:sessionId/aftercare',
  summary: 'Who asked for a call on leaving, and the words that people of a session exchanged with staff',
  permission: 'room.aftercare',
  row,
  params,
  reply: z.object({ endedAt: Instant.nullable(), people: z.array(Aftercare) }),
});

export const receiveWebhook = route({
  method: 'POST',
  path: '/livekit/webhook',
  summary: 'News from the SFU, signed with its key',
  permission: 'webhook.receive',
  reply: Done,
});
