import type { RoomCommand, SystemCommand } from './command.js';
import { arrive, leave } from './decide-door.js';
import { confirmEnd, end, undoEnd } from './decide-end.js';
import { admit, admitAll, letReturn, putBack, refuseEntry, remove } from './decide-staff.js';
import { hush } from './decide-hush.js';
import { decideSystem } from './decide-system.js';
import { answerLeaving, markAnswer, sayPrivately } from './decide-words.js';
import type { Actor, Asked, DecideContext, Decision } from './decision.js';
import { happened, nothing, refuse } from './decision.js';
import type { NewRoomEvent } from './event.js';
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

/** Start begins the first part of the agenda too. Two leads may press it at once: the second changes nothing. */
const start: Handlers['start'] = ({ state }) => {
  if (state.startedAt) return nothing;
  const first = state.plan.blocks[0];
  const started: NewRoomEvent = { type: 'session.started', v: 1, payload: {} };
  return first ? happened(started, { type: 'block.began', v: 1, payload: { blockId: first.id } }) : happened(started);
};

const goToBlock: Handlers['goToBlock'] = ({ state }, { blockId }) => {
  if (!state.startedAt) return refuse('room.notStarted');
  if (!state.plan.blocks.some((block) => block.id === blockId)) return refuse('room.unknownBlock');
  return state.block?.blockId === blockId ? nothing : happened({ type: 'block.began', v: 1, payload: { blockId } });
};

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
  start: byStaff(start),
  end: byStaff(end),
  undoEnd,
  confirmEnd,
  goToBlock: byStaff(goToBlock),
  hush,
};

function handle<T extends RoomCommand['type']>(asked: Asked, command: Extract<RoomCommand, { type: T }>, type: T): Decision {
  return handlers[type](asked, command);
}

function isSystem(command: RoomCommand | SystemCommand): command is SystemCommand {
  return command.type === 'lose' || command.type === 'find' || command.type === 'endUnattended' || command.type === 'close';
}

/** What follows from a command: events, none where it is so already, or why not. Pure. */
export function decide(state: RoomState, command: RoomCommand | SystemCommand, actor: Actor, context: DecideContext): Decision {
  if (isSystem(command)) return actor === 'system' ? decideSystem(state, command, context) : refuse('room.notAllowed');
  if (actor === 'system') return refuse('room.notAllowed');
  const seat = state.roster[actor.seatId];
  if (!seat || seat.ended) return refuse('room.notSeated');
  if (state.plan.cancelled && command.type !== 'leave') return refuse('session.cancelled');
  return handle({ state, seat, context }, command, command.type);
}
