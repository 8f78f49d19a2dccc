import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { NewRoomEvent, RoomEvent } from './event.js';
import { roomEventPayloads } from './event.js';
import { evolve, fold } from './evolve.js';
import { project } from './project.js';
import { identitiesInMedia, seatInMedia } from './standing.js';
import { emptyLog } from './state.js';
import { ana, at, ben, blockA, coLead, deviceOf, ended, idOf, identityOf, lead, mediaRoom, planned, running } from './testing/play.js';
import { histories, played } from './testing/histories.js';

const seatId = fc.constantFrom(lead, coLead, ana, ben, ended, idOf(99));
const instant = fc.nat(9000).map(at);
const onSeat = <T extends 'seat.admitted' | 'seat.putBack' | 'seat.mayReturn' | 'seat.left' | 'seat.back'>(type: T) =>
  seatId.map((id) => ({ type, v: 1 as const, payload: { seatId: id } }));
const onDevice = <T extends 'seat.waiting' | 'seat.entered'>(type: T) =>
  seatId.map((id) => ({ type, v: 1 as const, payload: { seatId: id, device: deviceOf(id), identity: identityOf(id, deviceOf(id)) } }));

const anyEvent: fc.Arbitrary<NewRoomEvent> = fc.oneof<fc.Arbitrary<NewRoomEvent>[]>(
  fc.constant({ type: 'room.opened', v: 1, payload: { mediaRoom } }),
  onDevice('seat.waiting'),
  onDevice('seat.entered'),
  onSeat('seat.admitted'),
  onSeat('seat.putBack'),
  onSeat('seat.mayReturn'),
  onSeat('seat.left'),
  onSeat('seat.back'),
  seatId.map((id) => ({ type: 'seat.removed', v: 1, payload: { seatId: id, mayReturn: true } })),
  fc.tuple(seatId, instant).map(([id, since]) => ({ type: 'seat.lost', v: 1, payload: { seatId: id, since } })),
  seatId.map((id) => ({ type: 'seat.refused', v: 1, payload: { seatId: id, reason: 'unwell', mayReturn: false } })),
  seatId.map((id) => ({ type: 'seat.leavingAnswered', v: 1, payload: { seatId: id, answer: 'call' } })),
  seatId.map((id) => ({ type: 'seat.answerMarked', v: 1, payload: { seatId: id, mark: 'called' } })),
  fc
    .tuple(seatId, seatId, fc.nat(9))
    .map(([id, threadId, n]) => ({ type: 'message.said', v: 1, payload: { seatId: id, threadId, textId: idOf(800 + n) } })),
  fc.constant({ type: 'session.endUndone', v: 1, payload: {} }),
  fc.constant({ type: 'session.closed', v: 1, payload: {} }),
  fc.constant({ type: 'session.started', v: 1, payload: {} }),
  instant.map((endedAt) => ({ type: 'session.ended', v: 1, payload: { ending: 'lead', endedAt } })),
  fc.constant({ type: 'session.endConfirmed', v: 1, payload: {} }),
  fc.constant({ type: 'block.began', v: 1, payload: { blockId: blockA } }),
  fc.tuple(seatId, fc.nat(9)).map(([id, n]) => ({ type: 'chat.said', v: 1, payload: { seatId: id, textId: idOf(700 + n) } })),
);

const anyLog = fc
  .array(fc.tuple(anyEvent, instant), { maxLength: 60 })
  .map((all) => all.map(([event, when], index): RoomEvent => ({ ...event, seq: index + 1, at: when, actor: null })));

describe('the state of a log', () => {
  it('follows from any events in any order, and every seat still has a view', () => {
    fc.assert(
      fc.property(anyLog, (events) => {
        const log = fold(events);
        expect(log.seq).toBe(events.length);
        for (const seat of Object.keys(planned.roster)) expect(project({ ...planned, ...log }, seat).me.seatId).toBe(seat);
      }),
    );
  });

  it('is the same whether folded at once or caught up from any point', () => {
    fc.assert(
      fc.property(histories, fc.nat(60), (steps, cut) => {
        const { events } = played(steps).play;
        expect(fold(events.slice(cut), fold(events.slice(0, cut)))).toEqual(fold(events));
      }),
    );
  });

  it('never changes the state it was given', () => {
    fc.assert(
      fc.property(anyLog, (events) => {
        let log = Object.freeze(emptyLog);
        for (const event of events) {
          const before = JSON.stringify(log);
          const next = evolve(log, event);
          expect(JSON.stringify(log)).toBe(before);
          log = next;
        }
      }),
    );
  });

  it('is written only in events that the log can read again', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const { type, payload } of played(steps).play.events) {
          expect(roomEventPayloads[type].parse(payload)).toEqual(payload);
        }
      }),
    );
  });

  it('knows an empty room exactly while the session runs with nobody in it', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const state of played(steps).states) {
          const isPresent = Object.values(state.standings).some(({ place, online }) => place === 'main' && online);
          const runs = state.startedAt !== null && state.endedAt === null;
          expect(state.emptySince !== null).toBe(runs && !isPresent);
        }
      }),
    );
  });
});

describe('who may be in the media room', () => {
  it('is exactly who stands in the room by the log, at one identity each', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        for (const state of played(steps).states) {
          const isOn = state.endedAt === null;
          const inRoom = Object.values(state.standings).filter(({ place }) => isOn && place === 'main');
          expect(identitiesInMedia(state).sort()).toEqual(inRoom.map(({ identity }) => identity).sort());
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is no one under the name of another room, on a replaced device, with an ended seat or in a cancelled session', () => {
    const play = running();
    play.arrive(ana, 2, true);
    const first = identityOf(ana, deviceOf(ana, 1));
    const second = identityOf(ana, deviceOf(ana, 2));
    expect(seatInMedia(play.state, mediaRoom, first)).toBeNull();
    expect(seatInMedia(play.state, mediaRoom, second)?.seatId).toBe(ana);
    expect(seatInMedia(play.state, 'm_other', second)).toBeNull();
    expect(seatInMedia(play.state, mediaRoom, identityOf(ben, deviceOf(ben)))).toBeNull();
    const seat = play.state.roster[ana];
    if (!seat) throw new Error('Ana has a seat.');
    const taken = { ...play.state, roster: { ...play.state.roster, [ana]: { ...seat, ended: true } } };
    expect(seatInMedia(taken, mediaRoom, second)).toBeNull();
    const cancelled = { ...play.state, plan: { ...play.state.plan, cancelled: true } };
    expect(identitiesInMedia(cancelled)).toEqual([]);
  });
});
