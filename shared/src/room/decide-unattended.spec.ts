import { describe, expect, it } from '@jest/globals';
import { ana, at, ben, deviceOf, lead, planned, Play, running, typesOf as types } from './testing/play.js';

describe('an hour without anyone', () => {
  const left = () => {
    const play = running();
    play.by(ana, { type: 'leave', device: deviceOf(ana) });
    play.by(lead, { type: 'leave', device: deviceOf(lead) });
    return { play, lastLeaving: play.now };
  };

  it('ends at the last leaving after 15 minutes, though people still wait', () => {
    const { play, lastLeaving } = left();
    expect(types(play.wait(898).server({ type: 'endUnattended' }))).toEqual([]);
    expect(types(play.server({ type: 'endUnattended' }))).toEqual(['session.ended']);
    expect(play.state).toMatchObject({ endedAt: lastLeaving, ending: 'everyoneLeft', endConfirmed: false, emptySince: null });
  });

  it('counts from the last sign of life where the last one was lost', () => {
    const play = running();
    play.by(ana, { type: 'leave', device: deviceOf(ana) });
    const lastSeen = play.wait(60).now;
    play.wait(10).server({ type: 'lose', seatId: lead, at: lastSeen });
    expect(play.state.emptySince).toBe(lastSeen);
  });

  it('takes the later of two losses, whichever was noticed last', () => {
    const play = running();
    const early = play.now;
    const late = play.wait(30).now;
    play.wait(20).server({ type: 'lose', seatId: lead, at: late });
    play.server({ type: 'lose', seatId: ana, at: early });
    expect(play.state.emptySince).toBe(late);
  });

  it('starts counting anew when someone comes back, and never ends a room with someone in it', () => {
    const { play } = left();
    play.wait(800).arrive(ana);
    expect(types(play.wait(20_000).server({ type: 'endUnattended' }))).toEqual([]);
    expect(play.state.emptySince).toBeNull();
  });

  it('does not run before Start', () => {
    const play = new Play();
    play.arrive(lead);
    play.by(lead, { type: 'leave', device: deviceOf(lead) });
    expect(types(play.wait(3000).server({ type: 'endUnattended' }))).toEqual([]);
  });

  it('never sets a loss before the arrival or after now', () => {
    const play = new Play(planned).wait(100);
    play.arrive(lead);
    const came = play.now;
    expect(play.server({ type: 'lose', seatId: lead, at: at(1) })).toMatchObject({ events: [{ payload: { since: came } }] });
    play.arrive(lead);
    const decision = play.server({ type: 'lose', seatId: lead, at: at(9999) });
    expect(decision).toMatchObject({ events: [{ payload: { since: play.now } }] });
  });

  it('loses and finds only people who are here', () => {
    const { play } = left();
    expect(types(play.server({ type: 'lose', seatId: ana, at: play.now }))).toEqual([]);
    expect(types(play.server({ type: 'find', seatId: ana }))).toEqual([]);
    expect(types(play.server({ type: 'lose', seatId: ben, at: play.now }))).toEqual(['seat.lost']);
    expect(types(play.server({ type: 'find', seatId: ben }))).toEqual(['seat.back']);
  });
});
