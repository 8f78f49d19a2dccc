import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { project } from './project.js';
import { ana, ben, cleo, coLead, deviceOf, lead, seat, typesOf, type Play } from './testing/play.js';
import { histories, played, streamOf } from './testing/histories.js';
import { round, together } from './testing/talking.js';

const nowIn = (play: Play, viewer = ana) => project(play.state, viewer).talk.round?.now;

describe('a talking round', () => {
  it('goes from one to the next, and each sees their own place', () => {
    const play = round(together());
    expect([ana, ben, cleo].map((seatId) => project(play.state, seatId).talk.round)).toEqual(
      [0, 1, 2].map((place) => ({ kind: 'checkIn', now: ana, place })),
    );
    play.by(ana, { type: 'turn.done', seatId: ana });
    expect(project(play.state, ana).talk.round).toEqual({ kind: 'checkIn', now: ben });
    play.by(coLead, { type: 'turn.done', seatId: ben });
    play.by(lead, { type: 'turn.done', seatId: ben });
    expect(nowIn(play)).toBe(cleo);
  });

  it('is known to nobody but staff before it starts', () => {
    const play = together();
    const before = play.state;
    play.by(ben, { type: 'hand.raise' });
    const states = [before, play.state];
    play.by(lead, { type: 'round.prepare', kind: 'free', by: 'shuffled' });
    play.by(lead, { type: 'round.put', seatId: cleo });
    play.by(lead, { type: 'round.skip', seatId: ben });
    expect(streamOf([...states, play.state], ben)).toBe(streamOf(states, ben));
    expect(project(play.state, lead).talk.round).toMatchObject({ prepared: true, order: { [ben]: { had: 'skipped' } } });
  });

  it.each(['turn.done', 'turn.pass', 'round.skip'] as const)('is byte for byte the same for peers after %s', (type) => {
    const after = (by: string, how: typeof type) => {
      const play = round(together());
      play.by(ana, { type: 'hand.raise' });
      const before = play.state;
      play.by(by, how === 'turn.pass' ? { type: how } : { type: how, seatId: ana });
      play.by(ben, { type: 'turn.done', seatId: ben });
      return [ben, cleo, ana].map((viewer) => streamOf([before, play.state], viewer));
    };
    expect(after(type === 'round.skip' ? lead : ana, type)).toEqual(after(ana, 'turn.done'));
  });

  it('tells staff who passed, and lets them come back to that person', () => {
    const play = round(together());
    play.by(ana, { type: 'turn.pass' });
    play.by(cleo, { type: 'turn.pass' });
    play.by(ben, { type: 'turn.done', seatId: ben });
    expect(project(play.state, lead).talk.round).toEqual({
      kind: 'checkIn',
      order: { [ana]: { had: 'passed' }, [cleo]: { had: 'passed' }, [ben]: { had: 'done' } },
    });
    play.by(lead, { type: 'round.put', seatId: ana });
    expect(nowIn(play)).toBe(ana);
  });

  it('is put in another order before and while it runs; the turn that somebody has is theirs', () => {
    const play = together();
    play.by(lead, { type: 'round.prepare', kind: 'free', by: 'name' });
    play.by(lead, { type: 'round.put', seatId: cleo, before: ana });
    play.by(lead, { type: 'round.start', oneVoice: false });
    expect(nowIn(play)).toBe(cleo);
    play.by(lead, { type: 'round.put', seatId: ben, before: cleo });
    play.by(lead, { type: 'round.put', seatId: cleo });
    expect(play.state.talk.round?.queue).toEqual([cleo, ben, ana]);
  });

  it('passes over who is away, who then comes last', () => {
    const play = round(together());
    play.server({ type: 'lose', seatId: ana, at: play.now });
    expect(nowIn(play, ben)).toBe(ben);
    expect(project(play.state, lead).talk.round?.order?.[ana]).toEqual({ away: true });
    play.server({ type: 'find', seatId: ana });
    expect(play.state.talk.round?.queue).toEqual([ben, cleo, ana]);
    play.by(ben, { type: 'leave', device: deviceOf(ben) });
    play.arrive(ben);
    expect(play.state.talk.round?.queue).toEqual([cleo, ana, ben]);
  });

  it('goes on from a person whose seat the schedule ended, who is out of the room; and no other seat is', () => {
    const play = round(together());
    expect(typesOf(play.server({ type: 'unseat', seatId: ana }))).toEqual([]);
    play.state = { ...play.state, roster: { ...play.state.roster, [ana]: seat(ana, 'patient', 'Ana', { ended: true }) } };
    expect(typesOf(play.server({ type: 'unseat', seatId: ana }))).toEqual(['seat.left']);
    expect(typesOf(play.server({ type: 'unseat', seatId: ana }))).toEqual([]);
    expect(nowIn(play, ben)).toBe(ben);
  });

  it('is as it was after an end that was taken back, in whatever order people come back', () => {
    const play = round(together());
    play.by(ana, { type: 'hand.raise' });
    const { talk } = play.state;
    play.by(lead, { type: 'end' });
    play.by(lead, { type: 'undoEnd' });
    for (const seatId of [lead, cleo, ana, ben]) {
      play.arrive(seatId);
      expect(play.state.talk).toEqual(talk);
    }
    expect(nowIn(play)).toBe(ana);
  });

  it('goes on without the person who does not come back after such an end, once they are lost', () => {
    const play = round(together());
    play.by(lead, { type: 'end' });
    play.by(lead, { type: 'undoEnd' });
    for (const seatId of [lead, cleo, ben]) play.arrive(seatId);
    expect(nowIn(play, ben)).toBe(ana);
    play.server({ type: 'lose', seatId: ana, at: play.now });
    expect(nowIn(play, ben)).toBe(ben);
    expect(project(play.state, lead).talk.round?.order?.[ana]).toEqual({ away: true });
    play.arrive(ana);
    expect(play.state.talk.round?.queue).toEqual([ben, cleo, ana]);
  });

  it('leaves out whoever asked not to be called on, without a word, until staff take them in', () => {
    const play = together();
    play.by(ben, { type: 'wish', camera: 'off', voice: 'speak', dontCall: true });
    round(play);
    expect(play.state.talk.round?.queue).toEqual([ana, cleo]);
    expect(project(play.state, ben).talk.round).toEqual({ kind: 'checkIn', now: ana });
    play.by(lead, { type: 'round.put', seatId: ben });
    expect(play.state.talk.round?.queue).toEqual([ana, cleo, ben]);
  });

  it('begins with those who have said least, or in an order that is thrown', () => {
    const play = together();
    play.context = { spoken: { [ana]: 60, [cleo]: 4 } };
    play.by(lead, { type: 'round.prepare', kind: 'free', by: 'leastHeard' });
    expect(play.state.talk.round?.queue).toEqual([ben, cleo, ana]);
    const orders = Array.from({ length: 60 }, (_, seed) => {
      play.context = { seed: seed * 7919 };
      play.by(lead, { type: 'round.prepare', kind: 'free', by: 'shuffled' });
      return play.state.talk.round?.queue.join();
    });
    expect(new Set(orders).size).toBe(6);
  });

  it('never gives a turn to two people, to nobody who is here, or to one who is not', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const state of played(steps).states) {
          const { round } = state.talk;
          if (!round || state.endedAt) continue;
          const all = [...round.queue, ...round.absent, ...Object.keys(round.had)];
          expect(new Set(all).size).toBe(all.length);
          for (const seatId of round.queue) {
            const { place, online, awaited } = state.standings[seatId] ?? {};
            expect([place, online || awaited]).toEqual(['main', true]);
          }
        }
      }),
    );
  });
});
