import { type ClientMessages, readMe, type ServerMessages, type WatchReply } from '@rejoin/shared';
import { useEffect, useSyncExternalStore } from 'react';
import { io, type Socket } from 'socket.io-client';
import { onForget } from './auth';
import { keyOf, queryClient } from './query';

export type Connection = 'idle' | 'connecting' | 'connected' | 'lost';

let socket: Socket | null = null;
let connection: Connection = 'idle';
const watchers = new Set<() => void>();

function set(next: Connection): void {
  if (next === connection) return;
  connection = next;
  for (const watcher of watchers) watcher();
}

// The shell shows the way back in when nobody is signed in any more.
function askWhoIsSignedIn(): void {
  void queryClient.invalidateQueries({ queryKey: keyOf(readMe) });
}

// socket.io comes back by itself after a broken line, but not after the server has closed or refused the socket.
function lost(opened: Socket): void {
  if (socket !== opened) return;
  set('lost');
  if (opened.active) return;
  askWhoIsSignedIn();
  setTimeout(() => socket === opened && opened.connect(), 1_500);
}

function open(): Socket {
  if (socket) return socket;
  set('connecting');
  const opened = io({
    transports: ['websocket'],
    withCredentials: true,
    reconnection: true,
    reconnectionAttempts: Infinity,
    reconnectionDelay: 300,
    reconnectionDelayMax: 3_000,
    timeout: 5_000,
  });
  socket = opened;
  opened.on('connect', () => set('connected'));
  opened.on('connect_error', () => lost(opened));
  opened.on('disconnect', () => lost(opened));
  opened.on('signed.out', askWhoIsSignedIn);
  return opened;
}

/** Keeps the connection open on every page of a person: it tells when the sign-in behind it ends somewhere else. */
export function stayInTouch(): void {
  open();
}

/** Listens to one kind of news; opens the connection if there is none yet. Returns the way to stop. */
export function onNews<K extends keyof ServerMessages>(name: K, listener: (news: ServerMessages[K]) => void): () => void {
  const opened = open();
  const handle = (raw: unknown) => {
    // Made by our own server from the types of the contract: the schemas are not loaded for it.
    if (typeof raw === 'object' && raw !== null) listener(raw as ServerMessages[K]);
  };
  const event: string = name;
  opened.on(event, handle);
  return () => void opened.off(event, handle);
}

/** Runs at once when connected and after every reconnection: the place to watch again. */
export function onConnected(listener: () => void): () => void {
  const opened = open();
  opened.on('connect', listener);
  if (opened.connected) listener();
  return () => void opened.off('connect', listener);
}

/** Asks for a room's view and its differences from then on. */
export async function watchRoom(input: ClientMessages['room.watch']): Promise<WatchReply> {
  const reply: unknown = await open().timeout(5_000).emitWithAck('room.watch', input);
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) throw new Error('This is no answer to a watch.');
  return reply as WatchReply;
}

export function unwatchRoom(input: ClientMessages['room.unwatch']): void {
  socket?.emit('room.unwatch', input);
}

/** A sign of life; lost without regret when there is no connection. */
export function beat(input: ClientMessages['beat']): void {
  if (socket?.connected) socket.volatile.emit('beat', input);
}

function closeSocket(): void {
  const closing = socket;
  socket = null;
  closing?.disconnect();
  set('idle');
}

onForget(closeSocket);

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => connection);
}

/** News as an effect; `listener` should be stable. */
export function useNews<K extends keyof ServerMessages>(name: K, listener: (news: ServerMessages[K]) => void): void {
  useEffect(() => onNews(name, listener), [name, listener]);
}
