import { Injectable } from '@nestjs/common';
import { clientMessages, type ClientMessages } from '@rejoin/shared';
import { AppError } from '../common/app-error.js';
import type { Answer, AppSocket } from './connection.js';

type Name = keyof ClientMessages;
type Handler<K extends Name> = (socket: AppSocket, message: ClientMessages[K], answer: Answer) => void | Promise<void>;

const isName = (name: string): name is Name => Object.hasOwn(clientMessages, name);

function parsed<K extends Name>(name: K, message: unknown): ClientMessages[K];
function parsed(name: Name, message: unknown): unknown {
  const result = clientMessages[name].safeParse(message);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => [issue.path.join('.') || name, issue.message] as const);
  throw new AppError('input.invalid', { fields: Object.fromEntries(fields) });
}

/** Who takes which message: every domain brings its own. */
@Injectable()
export class SocketMessages {
  private readonly takers = new Map<string, (socket: AppSocket, message: unknown, answer: Answer) => void | Promise<void>>();

  on<K extends Name>(name: K, handler: Handler<K>): void {
    this.takers.set(name, (socket, message, answer) => handler(socket, parsed(name, message), answer));
  }

  async take(socket: AppSocket, name: string, message: unknown, answer: Answer): Promise<void> {
    const taker = isName(name) ? this.takers.get(name) : undefined;
    if (!taker) throw new AppError('input.malformed');
    await taker(socket, message, answer);
  }
}
