import { answersOf } from '../check-in.js';
import type { NewRoomEvent, RoomEvent } from '../event.js';
import { evolve } from '../evolve.js';
import type { SeatGate } from '../gate.js';
import type { RoomLogState, RoomState, Standing } from '../state.js';
import { deviceOf, idOf } from './play.js';
import { talkFound, talkSeen } from './purge-talk.js';
import { agendaChanges, doorNews } from './purge-agenda.js';
import { sharingNews } from './purge-sharing.js';

type Timed = NewRoomEvent & { at: string };

const isIn = (log: RoomLogState, seatId: string) => log.standings[seatId]?.place === 'main';

function entered(seatId: string, { identity }: Standing, at: string): Timed {
  return { type: 'seat.entered', v: 1, payload: { seatId, device: deviceOf(seatId, 9), identity }, at };
}

/** What one learns of another who is in the same room: there or not, at which identity, online or not. */
function known(seatId: string, was: Standing | undefined, is: Standing | undefined, at: string): Timed[] {
  const wasIn = was?.place === 'main';
  if (is?.place !== 'main') return wasIn ? [{ type: 'seat.left', v: 1, payload: { seatId }, at }] : [];
  const isSame = wasIn && was.identity === is.identity && was.online === is.online;
  if (isSame) return [];
  const coming = entered(seatId, is, at);
  return is.online ? [coming] : [coming, { type: 'seat.lost', v: 1, payload: { seatId, since: at }, at }];
}

/** The answers of others as a picture shows them: whose they are and in which order they came is no part of it. */
function answersOfNobody(log: RoomLogState, checkInId: string, viewer: string, at: string): Timed[] {
  const answers = Object.entries(answersOf(log, checkInId)).filter(([seatId]) => seatId !== viewer);
  return answers.reverse().flatMap(([, { value, textId }], index): Timed[] => {
    const payload = { checkInId, seatId: idOf(600 + index) };
    if (textId !== undefined) return [{ type: 'checkIn.said', v: 1, payload: { ...payload, textId }, at }];
    return value === undefined ? [] : [{ type: 'checkIn.answered', v: 1, payload: { ...payload, value }, at }];
  });
}

/**
 * A log without what one viewer may not know: nobody else's waiting, putting back, removal or device; nothing of the
 * room while the viewer is not in it, apart from opening, start and end; no chat from before the viewer's admission; no
 * private thread of another, and nothing of what another said on leaving.
 * One group of events for each event of the log.
 */
export class Purge {
  private whole: RoomLogState;
  private kept: RoomLogState;
  readonly groups: RoomEvent[][] = [];
  private seq = 0;
  /** Said while the viewer, once admitted, was away: read on coming back. */
  private unread: Extract<RoomEvent, { type: 'chat.said' | 'reaction.given' }>[] = [];

  constructor(
    from: RoomLogState,
    private readonly viewer: string,
  ) {
    this.whole = from;
    this.kept = from;
  }

  take(event: RoomEvent): void {
    const before = this.whole;
    this.whole = evolve(before, event);
    const comesIn = event.type !== 'session.endUndone' && !isIn(before, this.viewer) && isIn(this.whole, this.viewer);
    const learnt = comesIn ? [...this.room(event.at), event, ...this.readLater()] : this.seen(event, before);
    const soFar = learnt.reduce((log, one) => evolve(log, { ...one, seq: log.seq + 1, actor: null }), this.kept);
    const shared = sharingNews(soFar, this.whole, this.viewer, event.at);
    const group = [...learnt, ...doorNews(this.kept, this.whole, this.viewer, event.at), ...shared].map((one): RoomEvent => ({
      ...one,
      seq: (this.seq += 1),
      actor: null,
    }));
    for (const one of group) this.kept = evolve(this.kept, one);
    this.groups.push(group);
  }

  private seen(event: RoomEvent, before: RoomLogState): Timed[] {
    switch (event.type) {
      case 'room.opened':
      case 'session.started':
      case 'session.endUndone':
      case 'break.began':
      case 'break.moved':
      case 'break.ended':
      case 'checkIn.opened':
      case 'checkIn.closed':
      case 'checkIn.putAway':
        return [event];
      case 'checkIn.shown':
        return [...answersOfNobody(this.whole, event.payload.checkInId, this.viewer, event.at), event];
      case 'session.ended':
        return [{ ...event, payload: { ...event.payload, ending: 'lead' } }];
      case 'session.endConfirmed':
      case 'session.closed':
        return [];
      case 'seat.wished':
        return event.payload.seatId === this.viewer ? [event] : [];
      case 'message.said':
        return event.payload.threadId === this.viewer ? [event] : [];
      case 'room.locked':
      case 'room.unlocked':
      case 'share.allowed':
      case 'share.disallowed':
      case 'share.began':
      case 'share.ended':
      case 'material.shared':
      case 'material.removed':
        return [];
      case 'agenda.ordered':
      case 'block.timed':
      case 'block.skipped':
      case 'block.named':
      case 'block.began':
        return isIn(this.whole, this.viewer) ? [event] : [];
      case 'chat.said':
      case 'reaction.given':
        if (isIn(before, this.viewer)) return [event];
        this.unread.push(event);
        return [];
      case 'hand.raised':
      case 'hand.lowered':
      case 'hand.called':
      case 'round.prepared':
      case 'round.put':
      case 'round.started':
      case 'turn.ended':
      case 'round.ended':
      case 'voice.changed':
        return isIn(before, this.viewer) ? talkSeen(event, before) : [];
      default: {
        const { seatId } = event.payload;
        if (seatId === this.viewer) return [event];
        return isIn(before, this.viewer) ? this.learn(seatId, event.at) : [];
      }
    }
  }

  private learn(seatId: string, at: string): Timed[] {
    return known(seatId, this.kept.standings[seatId], this.whole.standings[seatId], at);
  }

  private readLater(): Timed[] {
    const since = this.whole.standings[this.viewer]?.admittedSeq ?? this.whole.seq;
    return this.unread.splice(0).filter((said) => said.seq > since);
  }

  /** What one finds on coming in. */
  private room(at: string): Timed[] {
    const others = Object.keys(this.whole.standings).filter((seatId) => seatId !== this.viewer);
    const { block } = this.whole;
    const isKnown = block === null || (this.kept.block?.blockId === block.blockId && this.kept.block.beganAt === block.beganAt);
    const began: Timed[] = isKnown ? [] : [{ type: 'block.began', v: 1, payload: { blockId: block.blockId }, at: block.beganAt }];
    return [
      ...others.flatMap((seatId) => this.learn(seatId, at)),
      ...began,
      ...agendaChanges(this.kept, this.whole, at),
      ...talkFound(this.kept.talk, this.whole, at),
    ];
  }
}

const otherCheck = {
  browser: 'safariIos',
  camera: 'blocked',
  microphone: 'weak',
  speaker: 'notHeard',
  network: 'weak',
  turn: 'failed',
} as const;

/** The same session with other private facts: persons behind seats, their gates, names of people never met, which parts are treatment. */
export function withOtherSecrets(state: RoomState, viewer: string, groups: readonly RoomEvent[][]): RoomState {
  const met = new Set(groups.flat().flatMap(({ payload }) => ('seatId' in payload ? [payload.seatId] : [])));
  const said = new Set(groups.flat().flatMap(({ payload }) => ('textId' in payload ? [payload.textId] : [])));
  const roster = Object.values(state.roster).map((seat) => {
    const isNamed = met.has(seat.seatId) || seat.staff || seat.capacity === 'observer' || seat.seatId === viewer;
    const gate: SeatGate = { passed: false, step: 'place', refusal: 'gate.driving', placeKind: 'transitional', someoneNear: true };
    const check = { ...otherCheck, at: state.plan.startsAt };
    const sensory = { ceilingDb: -30, softHighs: true, dim: true, largerText: true, reducedMotion: true };
    const others = seat.seatId === viewer ? {} : { gate, sensory, check };
    return { ...seat, ...others, personId: idOf(1), ...(isNamed ? {} : { name: 'Someone else', pronouns: 'they' }) };
  });
  return {
    ...state,
    roster: Object.fromEntries(roster.reverse().map((seat) => [seat.seatId, seat])),
    plan: { ...state.plan, blocks: state.plan.blocks.map((block) => ({ ...block, treatment: !block.treatment, leadId: null })) },
    texts: Object.fromEntries(Object.entries(state.texts).filter(([textId]) => said.has(textId))),
  };
}
