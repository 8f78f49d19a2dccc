import { describe, expect, it } from '@jest/globals';
import { project } from './project.js';
import { ana, at, coLead, deviceOf, lead, observer, type Play, running } from './testing/play.js';

describe('where one stands', () => {
  it.each([
    ['a reload', (play: Play) => play.arrive(ana), 'main'],
    [
      'a drop and a return',
      (play: Play) => [play.server({ type: 'lose', seatId: ana, at: at(0) }), play.server({ type: 'find', seatId: ana })],
      'main',
    ],
    ['a drop and another device', (play: Play) => [play.server({ type: 'lose', seatId: ana, at: at(0) }), play.arrive(ana, 2)], 'main'],
    ['a move to another device', (play: Play) => play.arrive(ana, 2, true), 'main'],
    [
      'a late leaving of the replaced page',
      (play: Play) => [play.arrive(ana, 2, true), play.by(ana, { type: 'leave', device: deviceOf(ana) })],
      'main',
    ],
    ['leaving and coming back', (play: Play) => [play.by(ana, { type: 'leave', device: deviceOf(ana) }), play.arrive(ana)], 'main'],
    ['being put back and reloading', (play: Play) => [play.by(lead, { type: 'putBack', seatId: ana }), play.arrive(ana)], 'waiting'],
    [
      'being removed and coming back',
      (play: Play) => [play.by(lead, { type: 'remove', seatId: ana, mayReturn: true }), play.arrive(ana)],
      'waiting',
    ],
    [
      'being removed for good and trying again',
      (play: Play) => [play.by(lead, { type: 'remove', seatId: ana, mayReturn: false }), play.arrive(ana)],
      'removed',
    ],
  ] as const)('after %s is where the log says', (_, happens, place) => {
    const play = running();
    happens(play);
    expect(project(play.state, ana).me.place).toBe(place);
    expect(play.state.standings[ana]?.place).toBe(place);
  });

  it('is the waiting room for a late patient and the room for a late lead', () => {
    const play = running();
    play.arrive(observer);
    play.arrive(coLead);
    expect(project(play.state, observer).me.place).toBe('waiting');
    expect(project(play.state, coLead).me.place).toBe('main');
  });

  it('leaves a drop visible to the room, and keeps the place', () => {
    const play = running();
    play.server({ type: 'lose', seatId: ana, at: at(0) });
    expect(project(play.state, lead).people[ana]).toMatchObject({ place: 'main', online: false });
  });
});
