import { io, type Socket } from 'socket.io-client';
import type { Stack } from '../src/stack.ts';
import { command, makeSession, type Member, seat } from './group.ts';

const beatEveryMs = 2_000;

/** Somebody in the room whose page watches it. */
export interface Viewer {
  member: Member;
  socket: Socket;
}

/** A running session with its pages; the first is the lead's. */
export interface Hall {
  sessionId: string;
  viewers: Viewer[];
}

async function watch(stack: Stack, sessionId: string, member: Member): Promise<Viewer> {
  const socket = io(`http://127.0.0.1:${stack.port}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { origin: stack.url, cookie: member.cookie },
  });
  const reply: unknown = await socket.timeout(20_000).emitWithAck('room.watch', { sessionId, device: member.device });
  if (typeof reply === 'object' && reply !== null && 'ok' in reply && reply.ok === true) return { member, socket };
  throw new Error(`A viewer was refused: ${JSON.stringify(reply)}`);
}

/** A running session with a lead and others in the room, each on a page that watches it. */
export async function openHall(stack: Stack, count: number): Promise<Hall> {
  const { sessionId, database } = await makeSession(stack);
  const members: Member[] = [];
  for (let n = 0; n < count; n += 1) members.push(await seat(stack, database, sessionId, n === 0 ? 'lead' : 'guest'));
  await database.end();
  const [lead] = members;
  if (!lead) throw new Error('A session needs a lead.');
  for (const member of members) await command(stack, sessionId, member, { type: 'arrive', device: member.device, stayHere: false });
  await command(stack, sessionId, lead, { type: 'start' });
  await command(stack, sessionId, lead, { type: 'admitAll' });
  const viewers: Viewer[] = [];
  for (const member of members) viewers.push(await watch(stack, sessionId, member));
  return { sessionId, viewers };
}

/** The signs of life of every page, until told to stop. */
export function beatAll(halls: readonly Hall[]): () => void {
  const said = { connected: true, videoSent: true, audioSent: false, couldHear: true };
  const timers = halls.flatMap(({ sessionId, viewers }) =>
    viewers.map(({ member: { device }, socket }) => setInterval(() => socket.emit('beat', { sessionId, device, ...said }), beatEveryMs)),
  );
  return () => timers.forEach(clearInterval);
}

export function closeHall({ viewers }: Hall): void {
  for (const { socket } of viewers) socket.close();
}
