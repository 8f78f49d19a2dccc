import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { phaseOf } from './standing.js';
import type { Standing } from './state.js';
import { histories, played } from './testing/histories.js';
import { ana, ben, cleo, coLead, deviceOf, lead, Play, running, typesOf as types } from './testing/play.js';

const undo = { type: 'undoEnd' } as const;

describe('an end for all', () => {
  it('is taken back by any staff within 60 seconds, and by nobody else', () => {
    const play = running();
    play.by(lead, { type: 'end' });
    expect(types(play.by(ana, undo))).toBe('room.notAllowed');
    expect(types(play.wait(57).by(coLead, undo))).toEqual(['session.endUndone']);
    expect(types(play.by(lead, undo))).toEqual([]);
    expect(phaseOf(play.state)).toBe('running');
  });

  it('stands after 60 seconds, when the server closes it', () => {
    const play = running();
    play.by(lead, { type: 'end' });
    expect(types(play.wait(57).server({ type: 'close' }))).toEqual([]);
    expect(types(play.wait(2).by(lead, undo))).toBe('room.undoOver');
    expect(types(play.server({ type: 'close' }))).toEqual(['session.closed']);
    expect(types(play.server({ type: 'close' }))).toEqual([]);
    expect(types(play.by(lead, undo))).toBe('room.undoOver');
  });

  it('cannot be taken back where nobody chose it', () => {
    const play = running();
    for (const seatId of [ana, lead]) play.by(seatId, { type: 'leave', device: deviceOf(seatId) });
    play.wait(900).server({ type: 'endUnattended' });
    expect(types(play.by(lead, undo))).toBe('room.undoOver');
    expect(types(play.server({ type: 'close' }))).toEqual([]);
  });

  it('that is taken back gives everyone their place, and they are there again at their next sign of life', () => {
    const play = running();
    const before = play.state.standings;
    play.by(lead, { type: 'end' });
    play.by(lead, undo);
    expect(play.state).toMatchObject({ endedAt: null, ending: null, block: { blockId: expect.any(String) } });
    const places = (standings: Readonly<Record<string, Standing>>) => Object.entries(standings).map(([id, { place }]) => [id, place]);
    expect(places(play.state.standings)).toEqual(places(before));
    expect(Object.values(play.state.standings).some(({ online }) => online)).toBe(false);
    for (const seatId of [lead, ana, ben, cleo]) expect(types(play.arrive(seatId))).toEqual(['seat.back']);
    expect(play.state.standings).toEqual(before);
    expect(types(play.by(lead, { type: 'end' }))).toEqual(['session.ended']);
  });

  it('is empty from the end on where nobody comes back', () => {
    const play = running();
    play.by(lead, { type: 'end' });
    const { endedAt } = play.state;
    play.wait(30).by(lead, undo);
    expect(play.state.emptySince).toBe(endedAt);
  });

  it('changes nothing but who is online and that no screen is shown, in any history', () => {
    let undone = 0;
    fc.assert(
      fc.property(histories, (steps) => {
        const play = new Play(played(steps).play.state);
        play.step({ second: 4_900, actor: { seatId: lead }, command: { type: 'arrive', device: deviceOf(lead), stayHere: true } });
        play.step({ second: 4_910, actor: { seatId: lead }, command: { type: 'start' } });
        const { state } = play;
        const end = { second: 5_000, actor: { seatId: lead }, command: { type: 'end' } } as const;
        if (types(play.step(end))[0] !== 'session.ended') return;
        undone += 1;
        play.step({ second: 5_010, actor: { seatId: coLead }, command: undo });
        const offline = Object.entries(state.standings).map(([id, one]) => [id, { ...one, online: false }]);
        const { seq: _, presentUntil: __, emptySince: ___, ...log } = state;
        expect(play.state).toMatchObject({ ...log, share: null, standings: Object.fromEntries(offline) });
      }),
    );
    expect(undone).toBeGreaterThan(10);
  });
});
