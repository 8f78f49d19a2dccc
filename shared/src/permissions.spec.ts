import { describe, expect, it } from '@jest/globals';
import {
  capacities,
  grantsOf,
  leadCapacities,
  mayEver,
  permissions,
  roles,
  staffRoles,
  type Grant,
  type PermissionName,
} from './permissions.js';
import { clientMessagePermissions } from './realtime.js';
import { RoomCommand } from './room/command.js';
import { decide } from './room/decide.js';
import { places } from './room/event.js';
import type { RoomState, Standing } from './room/state.js';
import { ana, at, ben, blockA, blockB, deviceOf, idOf, mediaRoom, observer, running, seat } from './room/testing/play.js';
import { paused, pausingCommands } from './room/testing/pausing.js';
import { routes } from './routes.js';

const list = (names: readonly string[] | undefined, all: readonly string[], any: string): string => {
  if (!names || names.length === all.length) return any;
  return names === staffRoles ? 'staff' : names.join('|');
};

function words({ relation, roles: held, seats }: Grant): string {
  const who = list(held, roles, 'any role');
  switch (relation) {
    case 'anyone':
      return 'anyone, signed out too';
    case 'signedIn':
      return 'anyone signed in';
    case 'held':
      return `${who} anywhere`;
    case 'self':
      return 'the person';
    case 'program':
      return `${who} in its program`;
    case 'careTeam':
      return `care team as ${who}`;
    case 'author':
      return `author as ${who}`;
    case 'emergency':
      return `emergency access as ${who}`;
    case 'supervises':
      return `supervisor of the author as ${who}`;
    case 'seat':
      return `seat ${list(seats, capacities, 'of any kind')} as ${who}`;
  }
}

const who = (permission: PermissionName): string => grantsOf(permission).map(words).join('; ');

function runningWith(capacity: (typeof capacities)[number], staff: boolean, place: (typeof places)[number], ending: boolean): RoomState {
  const { state } = running();
  const me = idOf(50);
  const online = place === 'main' || place === 'waiting';
  const admittedSeq = place === 'main' ? 2 : null;
  const standing =
    place === 'outside'
      ? {}
      : { [me]: { place, since: at(0), device: deviceOf(me), identity: 'p_me', online, admittedSeq, mayReturn: false } };
  const away: Standing = {
    place: 'removed',
    since: at(0),
    device: deviceOf(observer),
    identity: 'p_away',
    online: false,
    admittedSeq: null,
    mayReturn: false,
  };
  return {
    ...state,
    ...(ending && { endedAt: at(60), ending: 'everyoneLeft' as const }),
    roster: { ...state.roster, [me]: seat(me, capacity, 'Me', { staff }) },
    standings: { ...state.standings, [observer]: away, ...standing },
    leaving: { [ben]: { answer: 'call', at: at(0), mark: null } },
    talk: { ...state.talk, round: { kind: 'free', running: false, oneVoice: false, queue: [ana], absent: [], had: {} } },
  };
}

const commands: Record<RoomCommand['type'], RoomCommand> = {
  arrive: { type: 'arrive', device: deviceOf(idOf(50)), stayHere: false },
  leave: { type: 'leave', device: deviceOf(idOf(50)) },
  'chat.say': { type: 'chat.say', textId: idOf(700), body: 'Hello' },
  'message.say': { type: 'message.say', threadId: idOf(50), textId: idOf(701), body: 'To staff' },
  admit: { type: 'admit', seatId: ben },
  admitAll: { type: 'admitAll' },
  putBack: { type: 'putBack', seatId: ana },
  remove: { type: 'remove', seatId: ana, mayReturn: false },
  refuse: { type: 'refuse', seatId: ben, reason: 'late', mayReturn: true },
  letReturn: { type: 'letReturn', seatId: observer },
  answerLeaving: { type: 'answerLeaving', answer: 'call' },
  markAnswer: { type: 'markAnswer', seatId: ben, mark: 'seen' },
  wish: { type: 'wish', camera: 'off', voice: 'muted', dontCall: true },
  start: { type: 'start' },
  end: { type: 'end' },
  undoEnd: { type: 'undoEnd' },
  confirmEnd: { type: 'confirmEnd' },
  goToBlock: { type: 'goToBlock', blockId: blockB },
  timeBlock: { type: 'timeBlock', blockId: blockB, minutes: 5 },
  orderBlocks: { type: 'orderBlocks', blockIds: [blockB, blockA] },
  skipBlock: { type: 'skipBlock', blockId: blockB, skipped: true },
  nameBlock: { type: 'nameBlock', blockId: blockB, textId: idOf(702), body: 'Tea' },
  stopGear: { type: 'stopGear', seatId: ana, kind: 'microphone' },
  readAct: { type: 'readAct', at: at(0) },
  lock: { type: 'lock' },
  unlock: { type: 'unlock' },
  hush: { type: 'hush', on: true },
  'share.allow': { type: 'share.allow', seatId: ana },
  'share.disallow': { type: 'share.disallow', seatId: ana },
  'share.start': { type: 'share.start' },
  'share.stop': { type: 'share.stop' },
  'material.share': { type: 'material.share', textId: idOf(705), kind: 'pdf', title: 'Sheet' },
  'material.remove': { type: 'material.remove', textId: idOf(705) },
  'hand.raise': { type: 'hand.raise' },
  'hand.lower': { type: 'hand.lower', seatId: idOf(50) },
  'hand.call': { type: 'hand.call', seatId: ana },
  'round.prepare': { type: 'round.prepare', kind: 'checkIn', by: 'name' },
  'round.put': { type: 'round.put', seatId: ana },
  'round.start': { type: 'round.start', oneVoice: true },
  'round.skip': { type: 'round.skip', seatId: ana },
  'round.end': { type: 'round.end' },
  'turn.done': { type: 'turn.done', seatId: idOf(50) },
  'turn.pass': { type: 'turn.pass' },
  'voice.one': { type: 'voice.one', on: true },
  react: { type: 'react', kind: 'heart' },
  ...pausingCommands,
};

/** The places from which a seat may give a command; `confirmEnd` is about a session that ended by itself. */
function from(command: RoomCommand, capacity: (typeof capacities)[number], staff: boolean): string {
  const context = { now: at(3600), identity: 'p_me', mediaRoom };
  const open = places.filter((place) => {
    const state = runningWith(capacity, staff, place, command.type === 'confirmEnd');
    const now = command.type in pausingCommands ? { ...state, ...paused(idOf(50)) } : state;
    return 'events' in decide(now, command, { seatId: idOf(50) }, context);
  });
  return list(open, places, 'anywhere') || 'never';
}

function whoMaySay(command: RoomCommand): string {
  const seats = capacities.flatMap((capacity) => {
    const isLead = leadCapacities.some((lead) => lead === capacity);
    return isLead ? [{ name: `${capacity} as staff`, capacity, staff: true }] : [{ name: capacity, capacity, staff: false }];
  });
  const byPlaces = Map.groupBy(seats, ({ capacity, staff }) => from(command, capacity, staff));
  return [...byPlaces].map(([where, those]) => `${those.map(({ name }) => name).join('|')} from ${where}`).join('; ');
}

describe('who may do what', () => {
  it('stands here for every route: a changed permission changes this list', () => {
    const lines = Object.entries(routes).map(
      ([, route]) => `${route.method} ${route.path} — ${route.permission} — ${who(route.permission)}`,
    );
    expect(`\n${lines.join('\n')}\n`).toMatchSnapshot();
  });

  it('stands here for every message of the socket', () => {
    const lines = Object.entries(clientMessagePermissions).map(
      ([message, permission]) => `${message} — ${permission} — ${who(permission)}`,
    );
    expect(`\n${lines.join('\n')}\n`).toMatchSnapshot();
  });

  it('stands here for every command of a room, by seat and place', () => {
    expect(RoomCommand.options.map((option) => option.shape.type.value).sort()).toEqual(Object.keys(commands).sort());
    const lines = Object.values(commands).map((command) => `${command.type} — ${whoMaySay(command)}`);
    expect(`\n${lines.join('\n')}\n`).toMatchSnapshot();
  });

  it('stands here for every role', () => {
    const names = Object.keys(permissions).filter((name): name is PermissionName => Object.hasOwn(permissions, name));
    const lines = roles.map((role) => `${role}: ${names.filter((name) => mayEver([role], name)).join(' ')}`);
    expect(`\n${lines.join('\n')}\n`).toMatchSnapshot();
  });

  it('opens nothing to people who are signed out but the state of the system, the demo, the signed webhook and the PIN of a kept device', () => {
    const open = Object.entries(routes).filter(([, route]) => grantsOf(route.permission).some(({ relation }) => relation === 'anyone'));
    expect(open.map(([name]) => name).sort()).toEqual([
      'openKeptDevice',
      'readDemo',
      'readKeptDevice',
      'readLive',
      'readOpenApi',
      'readReady',
      'receiveWebhook',
    ]);
  });

  it('names a role wherever a chart can be read or written, whatever the seat or the care team', () => {
    for (const permission of [
      'patient.read',
      'note.list',
      'note.read',
      'note.write',
      'note.sign',
      'attendance.read',
      'session.read',
    ] as const) {
      for (const grant of grantsOf(permission)) expect([permission, grant.roles?.includes('patient') ?? true]).toEqual([permission, false]);
    }
  });

  it('is declared for every permission that exists, by a route that uses it', () => {
    const used = new Set(Object.values(routes).map((route) => route.permission));
    expect(Object.keys(permissions).filter((name) => !used.has(name as PermissionName))).toEqual([]);
  });
});
