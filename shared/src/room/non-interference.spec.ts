import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RoomEvent } from './event.js';
import { evolve } from './evolve.js';
import type { RoomState } from './state.js';
import { emptyLog } from './state.js';
import type { Step } from './testing/play.js';
import { ana, at, ben, cleo, deviceOf, idOf, lead, observer, planned, running, seat } from './testing/play.js';
import { histories, played, streamOf, waitingRoomLife } from './testing/histories.js';
import { Purge, withOtherSecrets } from './testing/purge.js';

const viewers = [ana, ben, cleo, observer];
const strangers = [idOf(11), idOf(12)];
const runs = { numRuns: 400 };

function after(state: RoomState, events: readonly RoomEvent[]): RoomState {
  return events.reduce((room, event) => ({ ...room, ...evolve(room, event) }), state);
}

function statesOf(start: RoomState, groups: readonly (readonly RoomEvent[])[]): RoomState[] {
  const states = [start];
  for (const group of groups) states.push(after(states.at(-1) ?? start, group));
  return states;
}

describe('what a view tells', () => {
  it('is byte for byte the same when everything is different that the viewer may not know', () => {
    let hidden = 0;
    fc.assert(
      fc.property(histories, fc.constantFrom(...viewers), (steps, viewer) => {
        const { play } = played(steps);
        const start: RoomState = { ...play.state, ...emptyLog };
        const purge = new Purge(emptyLog, viewer);
        for (const event of play.events) purge.take(event);
        hidden += purge.groups.filter((group) => group.length === 0).length;
        const other = withOtherSecrets(start, viewer, purge.groups);
        const whole = streamOf(
          statesOf(
            start,
            play.events.map((event) => [event]),
          ),
          viewer,
        );
        expect(streamOf(statesOf(other, purge.groups), viewer)).toBe(whole);
      }),
      runs,
    );
    expect(hidden).toBeGreaterThan(600);
  });

  it('is byte for byte the same whatever strangers do in the waiting room', () => {
    const roster = { ...planned.roster, ...Object.fromEntries(strangers.map((id) => [id, seat(id, 'patient', 'Stranger')])) };
    const life = fc.array(fc.record({ after: fc.nat(80), asked: waitingRoomLife(strangers) }), { minLength: 1, maxLength: 20 });
    let seenByStaff = 0;
    fc.assert(
      fc.property(histories, life, fc.constantFrom(...viewers), (history, shadow, viewer) => {
        const steps = history.filter(({ command }) => command.type !== 'admitAll');
        const more = steps.flatMap((step, index): Step[] => [
          step,
          ...shadow.filter((one) => one.after === index).map(({ asked }) => ({ ...asked, second: step.second })),
        ]);
        const alone = played(steps, { ...planned, roster });
        const together = played(more, { ...planned, roster });
        expect(streamOf(together.states, viewer)).toBe(streamOf(alone.states, viewer));
        if (streamOf(together.states, lead) !== streamOf(alone.states, lead)) seenByStaff += 1;
      }),
      runs,
    );
    expect(seenByStaff).toBeGreaterThan(50);
  });

  it('is the same for everyone else in the room, whether a person leaves, is put back or is removed', () => {
    const ways = [
      { actor: { seatId: ana }, command: { type: 'leave', device: deviceOf(ana) } },
      { actor: { seatId: lead }, command: { type: 'putBack', seatId: ana } },
      { actor: { seatId: lead }, command: { type: 'remove', seatId: ana, mayReturn: true } },
      { actor: { seatId: lead }, command: { type: 'remove', seatId: ana, mayReturn: false } },
    ] as const;
    const streams = ways.map((way) => {
      const play = running();
      play.by(lead, { type: 'admit', seatId: ben });
      const before = play.state;
      play.step({ second: 500, ...way });
      return { ben: streamOf([before, play.state], ben), lead: streamOf([before, play.state], lead) };
    });
    expect(new Set(streams.map((stream) => stream.ben)).size).toBe(1);
    expect(new Set(streams.map((stream) => stream.lead)).size).toBe(4);
  });

  it('is nothing at all for one who waits while the room goes on', () => {
    const play = running();
    const before = play.state;
    play.by(ana, { type: 'chat.say', textId: idOf(700), body: 'Hello' });
    play.by(lead, { type: 'putBack', seatId: ana });
    play.by(lead, { type: 'remove', seatId: cleo, mayReturn: false });
    play.server({ type: 'lose', seatId: ana, at: at(0) });
    expect(JSON.parse(streamOf([before, play.state], ben))).toHaveLength(1);
    expect(JSON.parse(streamOf([before, play.state], lead))).toHaveLength(2);
  });
});
