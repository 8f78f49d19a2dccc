import type { ClientMessages, ErrorBody, ServerMessages, WatchReply } from '@rejoin/shared';
import type { Server, Socket } from 'socket.io';
import type { Actor } from '../common/request.js';
import type { Allowance } from './allowance.js';

/** How a page is answered where it asked for an answer. */
export type Answer = (reply: WatchReply | { ok: true } | { ok: false; error: ErrorBody }) => void;

type FromClient = { [K in keyof ClientMessages]: (message: ClientMessages[K], answer?: Answer) => void };
type ToClient = { [K in keyof ServerMessages]: (message: ServerMessages[K]) => void };

export interface SocketData {
  actor: Actor;
  allowance: Allowance;
}

export type AppSocket = Socket<FromClient, ToClient, Record<string, never>, SocketData>;
export type AppServer = Server<FromClient, ToClient, Record<string, never>, SocketData>;
