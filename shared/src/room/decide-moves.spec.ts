import { describe, expect, it } from '@jest/globals';
import { decide } from './decide.js';
import {
  ana,
  at,
  ben,
  blockA,
  blockB,
  cleo,
  coLead,
  deviceOf,
  ended,
  idOf,
  lead,
  mediaRoom,
  observer,
  Play,
  running,
  seat,
  typesOf as types,
} from './testing/play.js';

const context = { now: at(3600), identity: 'p_me', mediaRoom };

describe('coming and going', () => {
  it('lets everyone else wait before staff come, and staff open the room', () => {
    const play = new Play();
    expect(types(play.arrive(ana))).toEqual(['seat.waiting']);
    expect(types(play.arrive(observer))).toEqual(['seat.waiting']);
    expect(types(play.arrive(lead))).toEqual(['room.opened', 'seat.entered']);
    expect(types(play.arrive(coLead))).toEqual(['seat.entered']);
  });

  it('brings an admitted person straight back in, and one who only waited back to waiting', () => {
    const play = running();
    play.by(ana, { type: 'leave', device: deviceOf(ana) });
    play.by(ben, { type: 'leave', device: deviceOf(ben) });
    expect(types(play.arrive(ana, 2))).toEqual(['seat.entered']);
    expect(types(play.arrive(ben, 2))).toEqual(['seat.waiting']);
  });

  it('sends a person who was put back and left to wait again', () => {
    const play = running();
    play.by(lead, { type: 'putBack', seatId: ana });
    play.by(ana, { type: 'leave', device: deviceOf(ana) });
    expect(types(play.arrive(ana))).toEqual(['seat.waiting']);
  });

  it('keeps the seat on one device until the other says "stay here"', () => {
    const play = running();
    expect(types(play.arrive(ana, 2))).toBe('room.otherDevice');
    expect(types(play.arrive(ana, 2, true))).toEqual(['seat.entered']);
    expect(types(play.arrive(ana, 1))).toBe('room.otherDevice');
    expect(types(play.by(ana, { type: 'leave', device: deviceOf(ana, 1) }))).toEqual([]);
    expect(types(play.by(ana, { type: 'leave', device: deviceOf(ana, 2) }))).toEqual(['seat.left']);
  });

  it('changes nothing on a second arrival of the same page, and finds a lost one again', () => {
    const play = running();
    expect(types(play.arrive(ana))).toEqual([]);
    expect(types(play.server({ type: 'lose', seatId: ana, at: play.now }))).toEqual(['seat.lost']);
    expect(types(play.arrive(ana))).toEqual(['seat.back']);
  });

  it('lets another device take over from one that was lost', () => {
    const play = running();
    play.server({ type: 'lose', seatId: ana, at: play.now });
    expect(types(play.arrive(ana, 2))).toEqual(['seat.entered']);
  });

  it('lets a removed person wait again only where staff said so', () => {
    const play = running();
    play.by(lead, { type: 'remove', seatId: ana, mayReturn: true });
    expect(types(play.arrive(ana))).toEqual(['seat.waiting']);
    play.by(lead, { type: 'remove', seatId: ana, mayReturn: false });
    expect(types(play.arrive(ana))).toBe('room.removed');
    play.by(lead, { type: 'letReturn', seatId: ana });
    expect(types(play.arrive(ana))).toEqual(['seat.waiting']);
  });

  it('lets a person who waits become staff by a change of the roster', () => {
    const { state } = running();
    const promoted = { ...state, roster: { ...state.roster, [ben]: seat(ben, 'coLead', 'Ben') } };
    const decision = decide(promoted, { type: 'arrive', device: deviceOf(ben), stayHere: false }, { seatId: ben }, context);
    expect(types(decision)).toEqual(['seat.entered']);
  });
});

describe('what staff do', () => {
  it('admits once, however often it is asked', () => {
    const play = running();
    expect(types(play.by(lead, { type: 'admit', seatId: ben }))).toEqual(['seat.admitted']);
    expect(types(play.by(lead, { type: 'admit', seatId: ben }))).toEqual([]);
    expect(types(play.by(lead, { type: 'admit', seatId: observer }))).toBe('room.notWaiting');
    expect(types(play.by(lead, { type: 'admit', seatId: ended }))).toBe('room.notSeated');
  });

  it('admits all who wait in the order in which they came', () => {
    const decision = running().by(lead, { type: 'admitAll' });
    expect('events' in decision && decision.events.map((event) => event.payload)).toEqual([{ seatId: ben }, { seatId: cleo }]);
  });

  it('puts back only from the room', () => {
    const play = running();
    expect(types(play.by(lead, { type: 'putBack', seatId: ana }))).toEqual(['seat.putBack']);
    expect(types(play.by(lead, { type: 'putBack', seatId: ana }))).toEqual([]);
    expect(types(play.by(lead, { type: 'putBack', seatId: observer }))).toBe('room.notHere');
  });

  it('removes no staff and nobody who never came', () => {
    const play = running();
    play.arrive(coLead);
    for (const type of ['putBack', 'remove'] as const) {
      const command = type === 'remove' ? { type, seatId: lead, mayReturn: true } : { type, seatId: lead };
      expect(types(play.by(coLead, command))).toBe('room.notAllowed');
    }
    expect(types(play.by(lead, { type: 'remove', seatId: observer, mayReturn: false }))).toBe('room.notHere');
  });

  it('lets the stricter of two choices at once stand, until somebody says otherwise on purpose', () => {
    const play = running();
    play.arrive(coLead);
    expect(types(play.by(lead, { type: 'remove', seatId: ana, mayReturn: true }))).toEqual(['seat.removed']);
    expect(types(play.by(coLead, { type: 'remove', seatId: ana, mayReturn: false }))).toEqual(['seat.removed']);
    expect(types(play.by(lead, { type: 'remove', seatId: ana, mayReturn: true }))).toEqual([]);
    expect(types(play.by(lead, { type: 'refuse', seatId: ana, reason: 'late', mayReturn: true }))).toEqual([]);
    expect(play.state.standings[ana]?.mayReturn).toBe(false);
    expect(types(play.by(lead, { type: 'letReturn', seatId: ana }))).toEqual(['seat.mayReturn']);
    expect(types(play.by(lead, { type: 'letReturn', seatId: ana }))).toEqual([]);
    expect(types(play.by(lead, { type: 'letReturn', seatId: ben }))).toBe('room.notRemoved');
  });

  it('refuses at the door only who waits, with a reason that goes away when the person comes back', () => {
    const play = running();
    const refuse = (seatId: string) => play.by(lead, { type: 'refuse', seatId, reason: 'notPrivate', mayReturn: true });
    expect(types(refuse(ana))).toBe('room.notWaiting');
    expect(types(refuse(observer))).toBe('room.notWaiting');
    expect(types(refuse(lead))).toBe('room.notAllowed');
    expect(types(refuse(ben))).toEqual(['seat.refused']);
    expect(play.state.standings[ben]).toMatchObject({ place: 'removed', reason: 'notPrivate', mayReturn: true });
    expect(types(play.by(lead, { type: 'admit', seatId: ben }))).toBe('room.notWaiting');
    expect(types(play.arrive(ben))).toEqual(['seat.waiting']);
    expect(play.state.standings[ben]).not.toHaveProperty('reason');
  });

  it('starts once, with the first part of the agenda, and ends once', () => {
    const play = new Play();
    play.arrive(lead);
    expect(types(play.by(lead, { type: 'end' }))).toBe('room.notStarted');
    expect(types(play.by(lead, { type: 'goToBlock', blockId: blockA }))).toBe('room.notStarted');
    expect(types(play.by(lead, { type: 'start' }))).toEqual(['session.started', 'block.began']);
    expect(types(play.by(lead, { type: 'start' }))).toEqual([]);
    expect(types(play.by(lead, { type: 'end' }))).toEqual(['session.ended']);
    expect(types(play.by(lead, { type: 'end' }))).toEqual([]);
    expect(types(play.by(lead, { type: 'start' }))).toBe('room.ended');
  });

  it('goes to a part of the agenda that exists, once', () => {
    const play = running();
    expect(types(play.by(lead, { type: 'goToBlock', blockId: blockB }))).toEqual(['block.began', 'break.began']);
    expect(types(play.by(lead, { type: 'goToBlock', blockId: blockB }))).toEqual([]);
    expect(types(play.by(lead, { type: 'goToBlock', blockId: idOf(4) }))).toBe('room.unknownBlock');
  });

  it('confirms an end that nobody chose, once, by the lead', () => {
    const play = running();
    play.by(ana, { type: 'leave', device: deviceOf(ana) });
    play.by(lead, { type: 'leave', device: deviceOf(lead) });
    expect(types(play.by(lead, { type: 'confirmEnd' }))).toBe('room.nothingToConfirm');
    play.wait(900).server({ type: 'endUnattended' });
    expect(types(play.by(coLead, { type: 'confirmEnd' }))).toBe('room.notAllowed');
    expect(types(play.by(lead, { type: 'confirmEnd' }))).toEqual(['session.endConfirmed']);
    expect(types(play.by(lead, { type: 'confirmEnd' }))).toEqual([]);
  });

  it('says a line of chat once, and answers who may not with why', () => {
    const play = running();
    const line = { type: 'chat.say', textId: idOf(700), body: 'Hello' } as const;
    expect(types(play.by(ana, line))).toEqual(['chat.said']);
    expect(types(play.by(ana, line))).toEqual([]);
    expect(types(play.by(ben, line))).toBe('room.notAdmitted');
    play.by(lead, { type: 'remove', seatId: ana, mayReturn: true });
    expect(types(play.by(ana, line))).toBe('room.removed');
  });
});
