import type { RoomCommand, SystemCommand } from './command.js';
import { lock, readAct, stopGear, unlock } from './decide-acts.js';
import { byRunner, goToBlock, nameBlock, orderBlocks, skipBlock, start, timeBlock } from './decide-agenda.js';
import { beginBreak, endBreak, extendBreak, returnFromBreak, withBreaks } from './decide-break.js';
import { answerCheckIn, closeCheckIn, openCheckIn, putCheckInAway, sayInCheckIn, showCheckIn } from './decide-check-in.js';
import { arrive, leave } from './decide-door.js';
import { confirmEnd, end, undoEnd } from './decide-end.js';
import { answerKnock, endMinute, takeMinute } from './decide-minute.js';
import { admit, admitAll, letReturn, putBack, refuseEntry, remove } from './decide-staff.js';
import { hush } from './decide-hush.js';
import { endRound, passTurn, prepareRound, putInRound, skipInRound, startRound, turnDone } from './decide-rounds.js';
import { callHand, changeVoice, lowerHand, raiseHand, react } from './decide-talk.js';
import { allowShare, disallowShare, removeMaterial, shareMaterial, startShare, stopShare } from './decide-sharing.js';
import { decideSystem } from './decide-system.js';
import { wish } from './decide-wish.js';
import { answerLeaving, markAnswer, sayPrivately } from './decide-words.js';
import type { Actor, Asked, DecideContext, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import { placeOf } from './standing.js';
import type { RoomState } from './state.js';

type Handlers = { [T in RoomCommand['type']]: (asked: Asked, command: Extract<RoomCommand, { type: T }>) => Decision };

const say: Handlers['chat.say'] = ({ state, seat }, { textId }) => {
  if (state.endedAt) return refuse('room.ended');
  const place = placeOf(state, seat.seatId);
  if (place !== 'main') return refuse(place === 'removed' ? 'room.removed' : 'room.notAdmitted');
  if (state.chat.some((said) => said.textId === textId)) return nothing;
  return happened({ type: 'chat.said', v: 1, payload: { seatId: seat.seatId, textId } });
};

/** For staff who stand in the room while the session is not over. */
function byStaff<C extends RoomCommand>(rule: (asked: Asked, command: C) => Decision) {
  return (asked: Asked, command: C): Decision => {
    if (!asked.seat.staff) return refuse('room.notAllowed');
    if (asked.state.endedAt) return command.type === 'end' ? nothing : refuse('room.ended');
    return placeOf(asked.state, asked.seat.seatId) === 'main' ? rule(asked, command) : refuse('room.notAllowed');
  };
}

const handlers: Handlers = {
  arrive,
  leave,
  'chat.say': say,
  'message.say': sayPrivately,
  admit: byStaff(admit),
  admitAll: byStaff(admitAll),
  putBack: byStaff(putBack),
  refuse: byStaff(refuseEntry),
  remove: byStaff(remove),
  letReturn: byStaff(letReturn),
  answerLeaving,
  markAnswer,
  wish,
  start: byStaff(start),
  end: byStaff(end),
  undoEnd,
  confirmEnd,
  goToBlock: byRunner(goToBlock),
  timeBlock: byRunner(timeBlock),
  orderBlocks: byRunner(orderBlocks),
  skipBlock: byRunner(skipBlock),
  nameBlock: byRunner(nameBlock),
  stopGear: byStaff(stopGear),
  readAct,
  lock: byStaff(lock),
  unlock: byStaff(unlock),
  hush,
  'share.allow': byStaff(allowShare),
  'share.disallow': byStaff(disallowShare),
  'share.start': startShare,
  'share.stop': stopShare,
  'material.share': byStaff(shareMaterial),
  'material.remove': removeMaterial,
  'hand.raise': raiseHand,
  'hand.lower': lowerHand,
  'hand.call': byStaff(callHand),
  'round.prepare': byStaff(prepareRound),
  'round.put': byStaff(putInRound),
  'round.start': byStaff(startRound),
  'round.skip': byStaff(skipInRound),
  'round.end': byStaff(endRound),
  'turn.done': turnDone,
  'turn.pass': passTurn,
  'voice.one': byStaff(changeVoice),
  react,
  'break.begin': byStaff(beginBreak),
  'break.extend': byStaff(extendBreak),
  'break.end': byStaff(endBreak),
  'break.return': returnFromBreak,
  'minute.take': takeMinute,
  'minute.answer': answerKnock,
  'minute.back': endMinute,
  'checkIn.open': byStaff(openCheckIn),
  'checkIn.answer': answerCheckIn,
  'checkIn.say': sayInCheckIn,
  'checkIn.close': byStaff(closeCheckIn),
  'checkIn.show': byStaff(showCheckIn),
  'checkIn.putAway': byStaff(putCheckInAway),
};

function handle<T extends RoomCommand['type']>(asked: Asked, command: Extract<RoomCommand, { type: T }>, type: T): Decision {
  return handlers[type](asked, command);
}

const systemCommands: readonly SystemCommand['type'][] = ['lose', 'find', 'unseat', 'endUnattended', 'close', 'endBreak'];

function isSystem(command: RoomCommand | SystemCommand): command is SystemCommand {
  const system: readonly string[] = systemCommands;
  return system.includes(command.type);
}

/** What follows from a command: events, none where it is so already, or why not. Pure. */
export function decide(state: RoomState, command: RoomCommand | SystemCommand, actor: Actor, context: DecideContext): Decision {
  if (isSystem(command)) return actor === 'system' ? decideSystem(state, command, context) : refuse('room.notAllowed');
  if (actor === 'system') return refuse('room.notAllowed');
  const seat = state.roster[actor.seatId];
  if (!seat || seat.ended) return refuse('room.notSeated');
  if (state.plan.cancelled && command.type !== 'leave') return refuse('session.cancelled');
  return withBreaks(state, handle({ state, seat, context }, command, command.type), context.now);
}
