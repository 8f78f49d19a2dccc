import { describe, expect, it } from '@jest/globals';
import { project } from './project.js';
import { ana, ben, cleo, deviceOf, lead, running } from './testing/play.js';

describe('who silences the room', () => {
  it('stays in it; staff see it, peers see nothing at all', () => {
    const play = running();
    play.by(lead, { type: 'admit', seatId: ben });
    const before = [ben, cleo].map((peer) => JSON.stringify(project(play.state, peer)));
    play.by(ana, { type: 'hush', on: true });
    expect(project(play.state, ana).me).toMatchObject({ place: 'main', hushed: true });
    expect(project(play.state, lead).people[ana]?.hushed).toBe(true);
    expect([ben, cleo].map((peer) => JSON.stringify(project(play.state, peer)))).toEqual(before);
  });

  it('hears again after leaving and coming back', () => {
    const play = running();
    play.by(ana, { type: 'hush', on: true });
    play.by(ana, { type: 'leave', device: deviceOf(ana) });
    play.arrive(ana);
    expect(project(play.state, ana).me.hushed).toBeUndefined();
  });
});
