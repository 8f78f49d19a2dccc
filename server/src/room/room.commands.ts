import { Inject, Injectable } from '@nestjs/common';
import {
  decide,
  fold,
  type Actor,
  type DecideContext,
  type ErrorCode,
  type NewRoomEvent,
  type RoomCommand,
  type RoomCommandRequest,
  type RoomState,
  type RosterSeat,
  type SystemCommand,
} from '@rejoin/shared';
import { createHmac, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../config.js';
import { applyEffect } from './room.effects.js';
import { appendEvents, keepReply, keepText, replyOf, type Written } from './room.log.js';
import { RoomStore } from './room.store.js';

/** The seat that a person holds now. */
export function seatHeld(state: RoomState, personId: string): RosterSeat | undefined {
  return Object.values(state.roster).find((seat) => seat.personId === personId && !seat.ended);
}

/** Takes commands to the log: decides under the lock, and writes facts, effects and the reply in one transaction. */
@Injectable()
export class RoomCommands {
  constructor(
    private readonly store: RoomStore,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Throws the refusal of the command. The same id again gets the same answer and changes nothing. */
  async run(sessionId: string, personId: string, { id, command }: RoomCommandRequest): Promise<void> {
    const refusal = await this.store.change(sessionId, async (tx, state) => {
      const kept = await replyOf(tx, sessionId, id);
      if (kept && kept.personId !== personId) throw new AppError('row.exists');
      if (kept) return { state, result: kept.refusal };
      const written: Written = { sessionId, at: this.now(state), actor: personId, commandId: id };
      const decided = this.decided(state, command, seatHeld(state, personId), written.at);
      const events = 'events' in decided ? decided.events : [];
      const next = await this.write(tx, state, written, events);
      const result = 'refusal' in decided ? decided.refusal : null;
      await keepReply(tx, written, result);
      return { state: await this.withText(tx, next, command, written.at), result };
    });
    if (refusal) throw new AppError(refusal);
  }

  /** What the server found out by itself. */
  async note(sessionId: string, command: SystemCommand): Promise<void> {
    await this.store.change(sessionId, async (tx, state) => {
      const at = this.now(state);
      const decided = decide(state, command, 'system', { now: at });
      const events = 'events' in decided ? decided.events : [];
      return { state: await this.write(tx, state, { sessionId, at, actor: null, commandId: null }, events), result: null };
    });
  }

  private decided(state: RoomState, command: RoomCommand, seat: RosterSeat | undefined, now: string) {
    if (!seat) return { refusal: 'room.notSeated' satisfies ErrorCode } as const;
    const actor: Actor = { seatId: seat.seatId };
    const context: DecideContext = { now };
    if (command.type === 'arrive') {
      context.identity = this.identity(state.plan.sessionId, seat.seatId, command.device);
      context.mediaRoom = `m_${randomBytes(15).toString('base64url')}`;
    }
    return decide(state, command, actor, context);
  }

  private async write(tx: EntityManager, state: RoomState, written: Written, events: readonly NewRoomEvent[]): Promise<RoomState> {
    if (events.length === 0) return state;
    const added = await appendEvents(tx, written, events, state.seq);
    for (const event of added) await applyEffect(tx, event, { plan: state.plan, at: written.at });
    return { ...state, ...fold(added, state) };
  }

  /** A text is kept only where its line was said. */
  private async withText(tx: EntityManager, state: RoomState, command: RoomCommand, at: string): Promise<RoomState> {
    if (command.type !== 'chat.say' || command.textId in state.texts) return state;
    const isSaid = state.chat.at(-1)?.textId === command.textId;
    if (!isSaid) return state;
    await keepText(tx, state.plan.sessionId, command.textId, command.body, at);
    return { ...state, texts: { ...state.texts, [command.textId]: command.body } };
  }

  /** The clocks of two instances can differ: no session ends before it started. */
  private now({ startedAt }: RoomState): string {
    const now = this.clock.iso();
    return startedAt && startedAt > now ? startedAt : now;
  }

  /** The same for a seat on the same device, so that a reload is the same participant; it tells nothing of the person. */
  private identity(sessionId: string, seatId: string, device: string): string {
    const mac = createHmac('sha256', this.config.AUTH_SECRET).update(`identity:${sessionId}:${seatId}:${device}`);
    return `p_${mac.digest('base64url').slice(0, 22)}`;
  }
}
