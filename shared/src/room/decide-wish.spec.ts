import { describe, expect, it } from '@jest/globals';
import { project } from './project.js';
import type { RoomState } from './state.js';
import { streamOf } from './testing/histories.js';
import { ana, at, ben, idOf, lead, observer, Play, planned, running, typesOf } from './testing/play.js';

const wish = { type: 'wish', camera: 'off', voice: 'chatOnly', dontCall: true } as const;
const line = { textId: idOf(800), body: 'My voice is gone today' };
const said = { camera: 'off', voice: 'chatOnly', dontCall: true };

describe('how one wants to take part today', () => {
  it('can be said before coming to the door, and is there for staff and for oneself', () => {
    const play = new Play();
    expect(typesOf(play.by(ana, { ...wish, line }))).toEqual(['seat.wished']);
    expect(project(play.state, ana).me.wish).toEqual({ ...said, line: line.body });
    expect(project(play.state, lead).people[ana]?.wish).toEqual({ ...said, line: line.body });
  });

  it('changes nothing for anybody else who takes part, byte for byte', () => {
    const play = running();
    play.by(lead, { type: 'admit', seatId: ben });
    const before = play.state;
    play.by(ana, { ...wish, line });
    for (const viewer of [ben, observer]) expect(JSON.parse(streamOf([before, play.state], viewer))).toHaveLength(1);
    expect(streamOf([before, play.state], lead)).toContain(line.body);
    expect(project(play.state, ana).people[ana]).not.toHaveProperty('wish');
  });

  it('can be changed at any time inside, and the line is gone when it is left out', () => {
    const play = running();
    play.by(ana, { ...wish, line });
    play.by(ana, { ...wish, camera: 'on' });
    expect(project(play.state, lead).people[ana]?.wish).toEqual({ ...said, camera: 'on' });
  });

  it('said twice is said once', () => {
    const play = running();
    play.by(ana, wish);
    expect(typesOf(play.by(ana, wish))).toEqual([]);
  });

  it('is shown without its line after the line was erased', () => {
    const play = running();
    play.by(ana, { ...wish, line });
    const erased: RoomState = { ...play.state, texts: { [line.textId]: null } };
    expect(project(erased, lead).people[ana]?.wish).toEqual(said);
  });

  it('is for those who take part: not for staff, observers, or who may not come back, and not after the end', () => {
    const play = running();
    expect(typesOf(play.by(lead, wish))).toBe('room.notAllowed');
    expect(typesOf(play.by(observer, wish))).toBe('room.notAllowed');
    play.by(lead, { type: 'remove', seatId: ben, mayReturn: false });
    expect(typesOf(play.by(ben, wish))).toBe('room.removed');
    play.by(lead, { type: 'end' });
    expect(typesOf(play.by(ana, wish))).toBe('room.ended');
  });

  it('is of the day: not taken more than twelve hours before', () => {
    const later: RoomState = { ...planned, plan: { ...planned.plan, startsAt: at(12 * 3600 + 60) } };
    expect(typesOf(new Play(later).by(ana, wish))).toBe('gate.early');
  });
});

describe('what a device check found', () => {
  const check = {
    at: at(0),
    browser: 'safariIos',
    camera: 'blocked',
    microphone: 'good',
    speaker: 'good',
    network: 'weak',
    turn: 'good',
  } as const;

  it('is for staff and for oneself, and in no view of anybody else', () => {
    const play = running();
    play.by(lead, { type: 'admit', seatId: ben });
    const seat = play.state.roster[ana];
    if (!seat) throw new Error('Ana has a seat.');
    const after: RoomState = { ...play.state, roster: { ...play.state.roster, [ana]: { ...seat, check } } };
    expect(project(after, lead).people[ana]?.check).toEqual(check);
    expect(project(after, ana).me.check).toEqual(check);
    expect(JSON.parse(streamOf([play.state, after], ben))).toHaveLength(1);
  });
});
