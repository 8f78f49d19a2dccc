import { describe, expect, it } from '@jest/globals';
import { minutesPassed } from './agenda.js';
import { project } from './project.js';
import { ana, at, blockA, blockB, cleo, idOf, lead, Play, planned, running, typesOf as types } from './testing/play.js';

const parts = ({ state }: Play) =>
  Object.entries(project(state, lead).agenda.blocks)
    .sort(([, a], [, b]) => a.position - b.position)
    .map(([id, { minutes, skipped }]) => [id, minutes, skipped ?? false]);
const endsAt = (play: Play) => project(play.state, ana).agenda.current?.endsAt;

describe('the agenda while it runs', () => {
  it('ends a part later or sooner for everyone at once', () => {
    const play = running();
    const began = Date.parse(play.now);
    expect(types(play.by(lead, { type: 'timeBlock', blockId: blockA, minutes: 35 }))).toEqual(['block.timed']);
    expect(endsAt(play)).toBe(new Date(began + 35 * 60_000).toISOString());
    expect(types(play.by(lead, { type: 'timeBlock', blockId: blockA, minutes: 35 }))).toEqual([]);
    play.by(lead, { type: 'timeBlock', blockId: blockA, minutes: 25 });
    expect(endsAt(play)).toBe(new Date(began + 25 * 60_000).toISOString());
    expect(planned.plan.blocks[0]?.minutes).toBe(30);
  });

  it('never makes a part shorter than what has passed of it, and never longer by shortening', () => {
    const play = running();
    play.wait(12 * 60);
    play.by(lead, { type: 'timeBlock', blockId: blockA, minutes: 5 });
    expect(parts(play)[0]).toEqual([blockA, 13, false]);
    play.wait(10 * 60);
    expect(types(play.by(lead, { type: 'timeBlock', blockId: blockA, minutes: 8 }))).toEqual([]);
    expect(types(play.by(lead, { type: 'timeBlock', blockId: blockB, minutes: 1 }))).toEqual(['block.timed']);
  });

  it('puts parts in another order, which names every part once', () => {
    const play = running();
    expect(types(play.by(lead, { type: 'orderBlocks', blockIds: [blockB, blockA] }))).toEqual(['agenda.ordered']);
    expect(parts(play).map(([id]) => id)).toEqual([blockB, blockA]);
    expect(types(play.by(lead, { type: 'orderBlocks', blockIds: [blockB, blockA] }))).toEqual([]);
    for (const blockIds of [[blockA], [blockA, blockA], [blockA, idOf(4)], [blockA, blockB, idOf(4)]]) {
      expect(types(play.by(lead, { type: 'orderBlocks', blockIds }))).toBe('room.agendaChanged');
    }
  });

  it('starts with the first part that is not left out', () => {
    const play = new Play();
    play.arrive(lead);
    play.by(lead, { type: 'skipBlock', blockId: blockA, skipped: true });
    play.by(lead, { type: 'start' });
    expect(play.state.block?.blockId).toBe(blockB);
    expect(parts(play)).toEqual([
      [blockA, 30, true],
      [blockB, 150, false],
    ]);
  });

  it('leaves out any part but the one that runs, and takes it back in when somebody goes there', () => {
    const play = running();
    expect(types(play.by(lead, { type: 'skipBlock', blockId: blockA, skipped: true }))).toBe('room.blockRuns');
    expect(types(play.by(lead, { type: 'skipBlock', blockId: blockB, skipped: true }))).toEqual(['block.skipped']);
    expect(types(play.by(lead, { type: 'skipBlock', blockId: blockB, skipped: true }))).toEqual([]);
    play.by(lead, { type: 'goToBlock', blockId: blockB });
    expect(parts(play)[1]).toEqual([blockB, 150, false]);
  });

  it('shows a topic that was added, and the planned one after it was erased', () => {
    const play = running();
    const topic = (state = play.state) => project(state, ana).agenda.blocks[blockA]?.topic;
    play.by(lead, { type: 'nameBlock', blockId: blockA, textId: idOf(803), body: 'Sleep' });
    expect(topic()).toBe('Sleep');
    expect(topic({ ...play.state, texts: { [idOf(803)]: null } })).toBe('Mood');
  });

  it('is led by the patient who helps lead too, who may do nothing else that staff may', () => {
    const play = running();
    expect(types(play.by(cleo, { type: 'goToBlock', blockId: blockB }))).toBe('room.notAllowed');
    play.by(lead, { type: 'admitAll' });
    expect(types(play.by(ana, { type: 'timeBlock', blockId: blockA, minutes: 40 }))).toBe('room.notAllowed');
    expect(types(play.by(cleo, { type: 'timeBlock', blockId: blockA, minutes: 40 }))).toEqual(['block.timed']);
    expect(types(play.by(cleo, { type: 'orderBlocks', blockIds: [blockB, blockA] }))).toEqual(['agenda.ordered']);
    for (const command of [
      { type: 'stopGear', seatId: ana, kind: 'microphone' },
      { type: 'putBack', seatId: ana },
      { type: 'remove', seatId: ana, mayReturn: true },
      { type: 'admitAll' },
      { type: 'lock' },
      { type: 'end' },
    ] as const) {
      expect(types(play.by(cleo, command))).toBe('room.notAllowed');
    }
    expect(project(play.state, cleo).people[ana]).not.toHaveProperty('since');
  });

  it('counts every minute that has begun', () => {
    expect([0, 1, 60, 61].map((second) => minutesPassed(at(0), at(second)))).toEqual([0, 1, 1, 2]);
    expect(minutesPassed(at(10), at(0))).toBe(0);
  });
});
