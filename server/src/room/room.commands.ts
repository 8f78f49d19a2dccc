import { Inject, Injectable } from '@nestjs/common';
import {
  decide,
  fold,
  textToKeep,
  type Actor,
  type DecideContext,
  type Decision,
  type ErrorCode,
  type RoomCommand,
  type RoomCommandRequest,
  type RoomState,
  type RosterSeat,
  type SystemCommand,
} from '@rejoin/shared';
import { createHmac, randomBytes, randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../config.js';
import { gateNow, keepPassed } from './gate.sql.js';
import { applyEffect } from './room.effects.js';
import { replyOf, write, type Writing, type Written } from './room.log.js';
import { RoomStore } from './room.store.js';
import { spokenIn } from './room.talk.js';

/** The seat that a person holds now. */
export function seatHeld(state: RoomState, personId: string): RosterSeat | undefined {
  return Object.values(state.roster).find((seat) => seat.personId === personId && !seat.ended);
}

/** A text is kept only where its line was said. */
function writingOf(decided: Decision, command: RoomCommand): Writing {
  if ('refusal' in decided) return { events: [], refusal: decided.refusal, text: null };
  return { events: decided.events, refusal: null, text: textToKeep(command, decided.events) };
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
      const written: Written = { sessionId, at: this.now(state), actor: personId, commandId: id };
      const asked = await this.atGate(tx, state, command, seatHeld(state, personId));
      const context = await this.context(tx, asked, command, written);
      const decided = this.decided(asked, command, seatHeld(asked, personId), context);
      const writing = writingOf(decided, command);
      const next = await this.write(tx, state, written, writing);
      return next ? { state: next, result: writing.refusal } : { state, result: await this.repeated(tx, written) };
    });
    if (refusal) throw new AppError(refusal);
  }

  /** What the server found out by itself. */
  async note(sessionId: string, command: SystemCommand): Promise<void> {
    await this.store.change(sessionId, async (tx, state) => {
      const at = this.now(state);
      const decided = decide(state, command, 'system', { now: at });
      const writing: Writing = { events: 'events' in decided ? decided.events : [], refusal: null, text: null };
      if (writing.events.length === 0) return { state, result: null };
      const next = await this.write(tx, state, { sessionId, at, actor: null, commandId: null }, writing);
      return { state: next ?? state, result: null };
    });
  }

  /** Who comes to the door is looked at once more in this transaction: a consent may have been taken back a moment ago. */
  private async atGate(tx: EntityManager, state: RoomState, command: RoomCommand, seat: RosterSeat | undefined): Promise<RoomState> {
    if (command.type !== 'arrive' || !seat?.gate) return state;
    const gate = await gateNow(tx, seat.seatId);
    if (gate.passed) await keepPassed(tx, state.plan.sessionId, this.now(state), seat.seatId);
    return { ...state, roster: { ...state.roster, [seat.seatId]: { ...seat, gate } } };
  }

  /** What an order of people needs besides the log. */
  private async context(tx: EntityManager, { plan }: RoomState, { type }: RoomCommand, { at }: Written): Promise<DecideContext> {
    if (type !== 'round.prepare') return { now: at };
    return { now: at, seed: randomInt(2 ** 31), spoken: await spokenIn(tx, plan.sessionId) };
  }

  private async repeated(tx: EntityManager, written: Written): Promise<ErrorCode | null> {
    const kept = await replyOf(tx, written);
    if (kept?.personId !== written.actor) throw new AppError('row.exists');
    return kept.refusal;
  }

  private decided(state: RoomState, command: RoomCommand, seat: RosterSeat | undefined, context: DecideContext): Decision {
    if (!seat) return { refusal: 'room.notSeated' };
    const actor: Actor = { seatId: seat.seatId };
    if (command.type === 'arrive') {
      context.identity = this.identity(state.plan.sessionId, seat.seatId, command.device);
      context.mediaRoom = `m_${randomBytes(15).toString('base64url')}`;
    }
    return decide(state, command, actor, context);
  }

  private async write(tx: EntityManager, state: RoomState, written: Written, writing: Writing): Promise<RoomState | undefined> {
    const added = await write(tx, written, writing, state.seq);
    if (!added) return undefined;
    for (const event of added) await applyEffect(tx, event, { plan: state.plan, at: written.at, before: state });
    const { text } = writing;
    return { ...state, ...fold(added, state), texts: text ? { ...state.texts, [text.id]: text.body } : state.texts };
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
