import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { project } from './project.js';
import { isOneVoice, mayBeHeardNow } from './project-talk.js';
import { mayBeHeard } from './talk.js';
import { ana, ben, cleo, coLead, deviceOf, lead, observer, planned, running, typesOf, type Play } from './testing/play.js';
import { histories, played } from './testing/histories.js';
import { round, together } from './testing/talking.js';

const placesIn = (play: Play, viewer = lead) =>
  Object.fromEntries(Object.entries(project(play.state, viewer).talk.hands).map(([seatId, { place }]) => [seatId, place]));

describe('raised hands', () => {
  it('are a queue: first come, first served, and everyone sees the same places', () => {
    const play = together();
    for (const seatId of [cleo, ana, ben]) play.by(seatId, { type: 'hand.raise' });
    play.by(cleo, { type: 'hand.raise' });
    for (const viewer of [ana, ben, cleo, lead]) expect(placesIn(play, viewer)).toEqual({ [cleo]: 1, [ana]: 2, [ben]: 3 });
    play.by(ana, { type: 'hand.lower', seatId: ana });
    play.by(ana, { type: 'hand.raise' });
    expect(placesIn(play)).toEqual({ [cleo]: 1, [ben]: 2, [ana]: 3 });
  });

  it('keep their order whatever else happens, and belong to people who are in the room', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        let before: string[] = [];
        for (const state of played(steps).states) {
          const now = state.talk.hands.map(({ seatId }) => seatId);
          const kept = before.filter((seatId) => now.includes(seatId));
          expect(now.filter((seatId) => kept.includes(seatId))).toEqual(kept);
          if (state.endedAt === null) for (const seatId of now) expect(state.standings[seatId]?.place).toBe('main');
          before = now;
        }
      }),
    );
  });

  it('have the turn once staff call them, and are down when the turn is over', () => {
    const play = together();
    for (const seatId of [ana, ben]) play.by(seatId, { type: 'hand.raise' });
    play.by(lead, { type: 'hand.call', seatId: ana });
    expect(placesIn(play, ben)).toEqual({ [ana]: 0, [ben]: 1 });
    play.by(lead, { type: 'hand.call', seatId: ben });
    expect(placesIn(play, ben)).toEqual({ [ben]: 0 });
    play.by(ben, { type: 'hand.lower', seatId: ben });
    expect(placesIn(play)).toEqual({});
  });

  it('go down when their person leaves, and stay up while the line is gone', () => {
    const play = together();
    for (const seatId of [ana, ben]) play.by(seatId, { type: 'hand.raise' });
    play.server({ type: 'lose', seatId: ana, at: play.now });
    expect(placesIn(play)).toEqual({ [ana]: 1, [ben]: 2 });
    play.by(ana, { type: 'leave', device: deviceOf(ana) });
    play.arrive(ana);
    expect(placesIn(play)).toEqual({ [ben]: 1 });
  });

  it('are lowered by staff or by oneself, and by nobody else', () => {
    const play = together();
    play.by(ana, { type: 'hand.raise' });
    expect(typesOf(play.by(ben, { type: 'hand.lower', seatId: ana }))).toBe('room.notAllowed');
    expect(typesOf(play.by(lead, { type: 'hand.lower', seatId: ana }))).toEqual(['hand.lowered']);
    expect(typesOf(play.by(lead, { type: 'hand.call', seatId: ana }))).toEqual([]);
  });

  it('tell only staff for how long they are up', () => {
    const play = together();
    play.by(ana, { type: 'hand.raise' });
    expect(project(play.state, lead).talk.hands[ana]).toEqual({ place: 1, at: play.now });
    expect(project(play.state, ana).talk.hands[ana]).toEqual({ place: 1 });
  });
});

describe('one voice at a time', () => {
  it('is heard from staff and whose turn it is, as each page and the server see it', () => {
    const play = round(together(), true);
    const heard = () => [lead, coLead, ana, ben, cleo].filter((seatId) => mayBeHeardNow(play.state, seatId));
    expect(heard()).toEqual([lead, coLead, ana]);
    play.by(ana, { type: 'turn.pass' });
    expect(heard()).toEqual([lead, coLead, ben]);
    play.by(cleo, { type: 'hand.raise' });
    play.by(lead, { type: 'hand.call', seatId: cleo });
    expect(heard()).toEqual([lead, coLead, ben, cleo]);
    play.by(coLead, { type: 'voice.one', on: false });
    expect(heard()).toEqual([lead, coLead, ana, ben, cleo]);
    play.by(lead, { type: 'round.end' });
    play.by(coLead, { type: 'voice.one', on: true });
    expect(heard()).toEqual([lead, coLead, cleo]);
  });

  it('is the same rule on the page and on the server', () => {
    let silenced = 0;
    fc.assert(
      fc.property(histories, (steps) => {
        for (const state of played(steps).states) {
          for (const seatId of [lead, coLead, ana, ben, cleo]) {
            if (state.standings[seatId]?.place !== 'main' || state.roster[seatId]?.ended) continue;
            const may = mayBeHeardNow(state, seatId);
            expect(mayBeHeard(project(state, seatId))).toBe(may);
            if (!may) silenced += 1;
          }
          if (!isOneVoice(state)) expect(mayBeHeardNow(state, ana)).toBe(true);
        }
      }),
    );
    expect(silenced).toBeGreaterThan(20);
  });
});

describe('silent signs', () => {
  it('are seen by everyone in the room with their time, and "me too" with whom it is said to', () => {
    const play = together();
    play.by(ana, { type: 'react', kind: 'meToo', to: ben });
    const { reactions, meToo } = project(play.state, cleo).talk;
    expect(reactions).toEqual({ [ana]: { kind: 'meToo', at: play.now } });
    expect(meToo).toEqual({ [ana]: { to: ben, at: play.now } });
  });

  it('are said to somebody else who is here, or to nobody', () => {
    const play = together();
    for (const to of [ana, observer]) {
      play.wait(2).by(ana, { type: 'react', kind: 'meToo', to });
      expect(play.state.talk.meToo).toEqual({});
    }
  });

  it('come one every two seconds from each', () => {
    const play = together();
    play.by(ana, { type: 'react', kind: 'heart' });
    expect(typesOf(play.by(ana, { type: 'react', kind: 'smile' }))).toBe('room.reactionsRest');
    expect(typesOf(play.by(ben, { type: 'react', kind: 'smile' }))).toEqual(['reaction.given']);
    expect(typesOf(play.wait(2).by(ana, { type: 'react', kind: 'smile' }))).toEqual(['reaction.given']);
  });

  it('from before one was let in are not shown', () => {
    const play = running();
    play.by(ana, { type: 'react', kind: 'heart' });
    play.by(lead, { type: 'admit', seatId: ben });
    expect(project(play.state, ben).talk.reactions).toEqual({});
  });
});

describe('what goes on in the room', () => {
  it('is nothing to anybody outside it', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...Object.keys(planned.roster)), (steps, viewer) => {
        for (const state of played(steps).states) {
          const isIn = state.standings[viewer]?.place === 'main' && !state.roster[viewer]?.ended;
          if (!isIn) expect(project(state, viewer).talk).toEqual({ hands: {}, oneVoice: false, reactions: {}, meToo: {} });
        }
      }),
    );
  });
});
