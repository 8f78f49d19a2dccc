import { describe, expect, it } from '@jest/globals';
import { errors } from '../errors.js';
import { diff } from './diff.js';
import type { SeatGate } from './gate.js';
import { gateRefusal, gateRefusals, gateSteps } from './gate.js';
import { project } from './project.js';
import type { RoomState } from './state.js';
import { ana, at, ben, coLead, cleo, lead, observer, Play, planned, running, typesOf } from './testing/play.js';

const done: SeatGate = { passed: true, step: 'done', since: at(0), placeKind: 'home', someoneNear: false };
const open = (step: SeatGate['step'], refusal?: SeatGate['refusal']): SeatGate => ({ ...done, passed: false, step, refusal });

function withGate(state: RoomState, seatId: string, gate: SeatGate): RoomState {
  const seat = state.roster[seatId];
  if (!seat) throw new Error('There is no such seat.');
  return { ...state, roster: { ...state.roster, [seatId]: { ...seat, gate } } };
}

const atGate = (seatId: string, gate: SeatGate, from: RoomState = planned) => new Play(withGate(from, seatId, gate));

describe('the gate', () => {
  it.each(['notBegun', ...gateSteps] as const)('lets nobody come who is at the step %s', (step) => {
    expect(typesOf(atGate(ana, open(step)).arrive(ana))).toBe(step === 'consent' ? 'gate.consentMissing' : 'gate.unanswered');
  });

  it.each(gateRefusals)('says why nobody comes with %s', (refusal) => {
    expect(typesOf(atGate(ana, open('place', refusal)).arrive(ana))).toBe(refusal);
    expect(errors[refusal][0]).toBe(409);
  });

  it('lets a patient wait who has passed it, and everyone who has none', () => {
    expect(typesOf(atGate(ana, done).arrive(ana))).toEqual(['seat.waiting']);
    expect(typesOf(new Play(planned).arrive(cleo))).toEqual(['seat.waiting']);
    expect(typesOf(new Play(planned).arrive(observer))).toEqual(['seat.waiting']);
  });

  it('never holds up staff', () => {
    expect(typesOf(atGate(lead, open('licence', 'gate.licence')).arrive(lead))).toContain('seat.entered');
  });

  it('lets nobody in from the waiting room whose answers no longer hold, not even together with others', () => {
    const play = new Play(withGate(planned, ana, done));
    for (const seatId of [lead, ana, ben]) play.arrive(seatId);
    play.state = withGate(play.state, ana, open('consent', 'gate.consentMissing'));
    expect(typesOf(play.by(lead, { type: 'admit', seatId: ana }))).toBe('room.gateOpen');
    play.by(lead, { type: 'admitAll' });
    expect([play.state.standings[ana]?.place, play.state.standings[ben]?.place]).toEqual(['waiting', 'main']);
  });

  it('keeps a person in the room whose page comes back, and asks again once they were put back', () => {
    const play = running();
    play.state = withGate(play.state, ana, open('licence', 'gate.licence'));
    expect(typesOf(play.arrive(ana, 2, true))).toEqual(['seat.entered']);
    play.by(lead, { type: 'putBack', seatId: ana });
    expect(typesOf(play.arrive(ana, 2))).toBe('gate.licence');
  });

  it('asks again of who left', () => {
    const play = running();
    play.by(ana, { type: 'leave', device: play.state.standings[ana]?.device ?? '' });
    play.state = withGate(play.state, ana, open('place', 'gate.driving'));
    expect(typesOf(play.arrive(ana))).toBe('gate.driving');
  });

  it('gives no refusal to who has passed', () => {
    expect(gateRefusal(done)).toBeUndefined();
    expect(gateRefusal(undefined)).toBeUndefined();
  });
});

describe('what is seen of a gate', () => {
  const state = withGate(running().state, ben, { ...open('licence', 'gate.licence'), someoneNear: true });

  it('is the step, the refusal, the kind of place and that someone is near, for staff', () => {
    const { passed: _, ...shown } = state.roster[ben]?.gate ?? done;
    expect(project(state, lead).people[ben]?.gate).toEqual(shown);
    expect(project(state, coLead).people[ben]?.gate).toEqual(shown);
  });

  it("is one's own and nobody else's, for everyone else", () => {
    expect(project(state, ben).me.gate).toEqual({ passed: false, step: 'licence', refusal: 'gate.licence' });
    for (const viewer of [ana, cleo, observer]) {
      expect(diff(project(state, viewer), project(withGate(state, ben, done), viewer))).toBeUndefined();
      expect(JSON.stringify(project(state, viewer))).not.toContain('gate.licence');
    }
  });
});
