import { describe, expect, it } from '@jest/globals';
import type { RoomCommand, SystemCommand } from './command.js';
import { decide } from './decide.js';
import type { RoomState, Standing } from './state.js';
import {
  ana,
  at,
  ben,
  blockA,
  blockB,
  deviceOf,
  ended,
  idOf,
  lead,
  mediaRoom,
  observer,
  running,
  seat,
  typesOf as types,
} from './testing/play.js';
import { everySeat } from './testing/every-seat.js';
import { paused, pausingCommands } from './testing/pausing.js';

const me = idOf(50);
const device = deviceOf(me);
const context = { now: at(3600), identity: 'p_me', mediaRoom };

const commands: readonly RoomCommand[] = [
  { type: 'arrive', device, stayHere: false },
  { type: 'leave', device },
  { type: 'chat.say', textId: idOf(700), body: 'Hello' },
  { type: 'message.say', threadId: me, textId: idOf(701), body: 'To staff' },
  { type: 'message.say', threadId: ben, textId: idOf(702), body: 'To Ben' },
  { type: 'admit', seatId: ben },
  { type: 'admitAll' },
  { type: 'putBack', seatId: ana },
  { type: 'remove', seatId: ana, mayReturn: false },
  { type: 'refuse', seatId: ben, reason: 'late', mayReturn: true },
  { type: 'letReturn', seatId: observer },
  { type: 'answerLeaving', answer: 'unsafe' },
  { type: 'markAnswer', seatId: ben, mark: 'seen' },
  { type: 'start' },
  { type: 'end' },
  { type: 'undoEnd' },
  { type: 'confirmEnd' },
  { type: 'goToBlock', blockId: blockB },
  { type: 'timeBlock', blockId: blockB, minutes: 5 },
  { type: 'orderBlocks', blockIds: [blockB, blockA] },
  { type: 'skipBlock', blockId: blockB, skipped: true },
  { type: 'nameBlock', blockId: blockB, textId: idOf(704), body: 'Tea' },
  { type: 'stopGear', seatId: ana, kind: 'microphone', sentence: { textId: idOf(703), body: 'A dog' } },
  { type: 'readAct', at: at(0) },
  { type: 'lock' },
  { type: 'unlock' },
  { type: 'hush', on: true },
  { type: 'share.allow', seatId: ana },
  { type: 'share.disallow', seatId: ana },
  { type: 'share.start' },
  { type: 'share.stop' },
  { type: 'material.share', textId: idOf(705), kind: 'pdf', title: 'Sheet' },
  { type: 'material.remove', textId: idOf(705) },
  { type: 'hand.raise' },
  { type: 'hand.lower', seatId: me },
  { type: 'hand.call', seatId: ana },
  { type: 'round.prepare', kind: 'checkIn', by: 'name' },
  { type: 'round.put', seatId: ana },
  { type: 'round.start', oneVoice: true },
  { type: 'round.skip', seatId: ana },
  { type: 'round.end' },
  { type: 'turn.done', seatId: me },
  { type: 'turn.pass' },
  { type: 'voice.one', on: true },
  { type: 'react', kind: 'meToo', to: ana },
  ...Object.values(pausingCommands),
];
const byStaff = new Set([
  'share.allow',
  'share.disallow',
  'material.share',
  'admit',
  'admitAll',
  'putBack',
  'refuse',
  'remove',
  'letReturn',
  'start',
  'end',
  'stopGear',
  'lock',
  'unlock',
  'hand.call',
  'round.prepare',
  'round.put',
  'round.start',
  'round.skip',
  'round.end',
  'voice.one',
  'break.begin',
  'break.extend',
  'break.end',
  'checkIn.open',
  'checkIn.close',
  'checkIn.show',
  'checkIn.putAway',
]);
const byRunner = new Set(['goToBlock', 'timeBlock', 'orderBlocks', 'skipBlock', 'nameBlock']);

const byTalkers = new Set(['hand.raise', 'hand.lower', 'turn.done', 'turn.pass', 'react']);

/** For whom a session is, and not who leads or observes it. */
const byPeople = new Set(['minute.take', 'minute.answer', 'minute.back', 'checkIn.answer', 'checkIn.say']);

const standing = (place: Standing['place'], mayReturn = false): Standing => {
  const online = place === 'main' || place === 'waiting';
  return { place, since: at(0), device, identity: 'p_me', online, admittedSeq: place === 'main' ? 2 : null, mayReturn };
};

type Row = (typeof everySeat)[number];

/** A running session in which I have this seat and stand there. */
function where({ capacity, staff, place }: Row): RoomState {
  const { state } = running();
  const mine = place === 'outside' ? {} : { [me]: standing(place) };
  return {
    ...state,
    roster: { ...state.roster, [me]: seat(me, capacity, 'Me', { staff }) },
    standings: { ...state.standings, [observer]: { ...standing('removed'), device: deviceOf(observer) }, ...mine },
    leaving: { [ben]: { answer: 'call', at: at(0), mark: null } },
    talk: { ...state.talk, round: { kind: 'free', running: false, oneVoice: false, queue: [ana], absent: [], had: {} } },
  };
}

/** Breaks and check-ins are there where a command is about them, and stop no other. */
const withPauses = (state: RoomState, { type }: RoomCommand): RoomState => (type in pausingCommands ? { ...state, ...paused(me) } : state);

/** What is not bound to the room: words with staff, and what a person says on leaving. */
function mayAskAnywhere(command: RoomCommand, { staff, capacity, place }: Row): boolean | undefined {
  switch (command.type) {
    case 'message.say':
      return command.threadId === me ? !staff && place !== 'outside' && place !== 'removed' : staff;
    case 'answerLeaving':
      return !staff && capacity !== 'observer' && place !== 'outside';
    case 'markAnswer':
    case 'material.remove':
      return staff;
    case 'readAct':
    case 'share.stop':
      return true;
    default:
      return undefined;
  }
}

function mayAsk(command: RoomCommand, row: Row): boolean {
  const { staff, place, capacity } = row;
  const anywhere = mayAskAnywhere(command, row);
  if (anywhere !== undefined) return anywhere;
  if (command.type === 'undoEnd') return staff;
  if (command.type === 'leave') return true;
  if (command.type === 'share.start') return staff && place === 'main';
  if (command.type === 'arrive') return place !== 'removed';
  if (command.type === 'confirmEnd') return false;
  if (byPeople.has(command.type)) return place === 'main' && !staff && capacity !== 'observer';
  if (byTalkers.has(command.type)) return place === 'main' && row.capacity !== 'observer';
  return place === 'main' && (staff || (!byStaff.has(command.type) && (capacity === 'coFacilitator' || !byRunner.has(command.type))));
}

describe('who may ask what', () => {
  it.each(everySeat)('$capacity, staff $staff, place $place: gets what the seat allows and no more', (row) => {
    const state = where(row);
    for (const command of commands) {
      const decision = decide(withPauses(state, command), command, { seatId: me }, context);
      expect([command.type, 'events' in decision]).toEqual([command.type, mayAsk(command, row)]);
    }
  });

  it.each(everySeat)(
    '$capacity, staff $staff, place $place: may after the end only write to staff, answer them, and confirm it as the lead',
    (row) => {
      const over: RoomState = { ...where(row), endedAt: at(3000), ending: 'everyoneLeft' };
      for (const command of commands) {
        const decision = decide(over, command, { seatId: me }, context);
        if (mayAskAnywhere(command, row) !== undefined) {
          expect([command.type, 'events' in decision]).toEqual([command.type, mayAskAnywhere(command, row)]);
          continue;
        }
        const confirms = command.type === 'confirmEnd' && row.staff && row.capacity === 'lead';
        const isIdle = command.type === 'leave' || (command.type === 'end' && row.staff);
        if (confirms) expect(types(decision)).toEqual(['session.endConfirmed']);
        else if (!isIdle) expect(decision).toHaveProperty('refusal');
        if (isIdle && command.type === 'end') expect(types(decision)).toEqual([]);
      }
    },
  );

  it.each(commands)('refuses $type to a seat that was ended, to no seat, and in a cancelled session', (command) => {
    const { state } = running();
    expect(types(decide(state, command, { seatId: ended }, context))).toBe('room.notSeated');
    expect(types(decide(state, command, { seatId: idOf(99) }, context))).toBe('room.notSeated');
    const cancelled = { ...state, plan: { ...state.plan, cancelled: true } };
    const expected = command.type === 'leave' ? [] : 'session.cancelled';
    expect(types(decide(cancelled, command, { seatId: lead }, context))).toEqual(expected);
  });

  it.each<SystemCommand>([
    { type: 'lose', seatId: ana, at: at(5) },
    { type: 'find', seatId: ana },
    { type: 'unseat', seatId: ana },
    { type: 'endUnattended' },
    { type: 'close' },
    { type: 'endBreak' },
  ])('takes $type from no seat', (command) => {
    expect(types(decide(running().state, command, { seatId: lead }, context))).toBe('room.notAllowed');
  });

  it('takes nothing that a person would ask from the server', () => {
    for (const command of commands) expect(types(decide(running().state, command, 'system', context))).toBe('room.notAllowed');
  });
});
