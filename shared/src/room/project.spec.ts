import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { project } from './project.js';
import { placeOf } from './standing.js';
import { ana, ben, blockA, cleo, coLead, deviceOf, ended, identityOf, lead, observer, planned, running, seat } from './testing/play.js';
import { histories, played } from './testing/histories.js';
import { RoomView } from './view.js';

const peers = [ana, ben, cleo, observer];

describe('a view', () => {
  it('is what the contract says, for every seat at every moment, with nothing more', () => {
    const strict = RoomView.strict();
    fc.assert(
      fc.property(histories, (steps) => {
        const { states } = played(steps);
        const state = states.at(-1) ?? planned;
        for (const seatId of Object.keys(state.roster)) {
          const view = project(state, seatId);
          expect(strict.parse(view)).toEqual(view);
          expect(JSON.parse(JSON.stringify(view))).toEqual(view);
        }
      }),
    );
  });

  it('shows a peer only who is in the room, and only while the peer is in it too', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...peers), (steps, peer) => {
        for (const state of played(steps).states) {
          const view = project(state, peer);
          const others = Object.entries(view.people).filter(([seatId]) => seatId !== peer);
          for (const [seatId, person] of others) {
            expect([placeOf(state, peer), placeOf(state, seatId), person.place]).toEqual(['main', 'main', 'main']);
            expect(Object.keys(person).sort()).toEqual(['capacity', 'identity', 'name', 'online', 'place', 'pronouns', 'staff']);
          }
          if (view.me.place !== 'main') expect([view.agenda, view.chat.lines]).toEqual([{ blocks: {} }, {}]);
        }
      }),
    );
  });

  it('never holds a person, another device, or whether a part counts', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(lead, ...peers), (steps, viewer) => {
        const state = played(steps).states.at(-1) ?? planned;
        const words = JSON.stringify(project(state, viewer));
        const seats = Object.values(state.roster);
        for (const { personId } of seats) expect(words).not.toContain(personId);
        for (const { seatId } of seats.filter((one) => one.seatId !== viewer)) expect(words).not.toContain(`"${deviceOf(seatId)}"`);
        expect(words).not.toContain('treatment');
        expect(words).not.toContain('leadId');
      }),
    );
  });

  it('tells staff where everyone of the roster stands and since when, apart from ended seats', () => {
    const play = running();
    const view = project(play.state, lead);
    const stand = Object.fromEntries(Object.entries(view.people).map(([id, person]) => [id, person.place]));
    expect(stand).toEqual({
      [lead]: 'main',
      [coLead]: 'outside',
      [ana]: 'main',
      [ben]: 'waiting',
      [cleo]: 'waiting',
      [observer]: 'outside',
    });
    expect(view.people[ben]).toMatchObject({ since: play.state.standings[ben]?.since, online: true });
    expect(view.people[ben]).not.toHaveProperty('identity');
    expect(view.people[ana]).toHaveProperty('identity', identityOf(ana, deviceOf(ana)));
    expect(view.people).not.toHaveProperty(ended);
  });

  it('gives who waits the names of the leads and the times, and no more', () => {
    const view = project(running().state, ben);
    expect(view).toMatchObject({ phase: 'running', leadNames: ['Dana', 'Eli'], title: 'Evening group', plannedMinutes: 180 });
    expect(Object.keys(view.people)).toEqual([ben]);
    expect(view.me).toMatchObject({ place: 'waiting', device: deviceOf(ben) });
  });

  it('is bare for a person who may not come back', () => {
    const play = running();
    play.by(lead, { type: 'remove', seatId: ana, mayReturn: false });
    const view = project(play.state, ana);
    expect(view.me).toMatchObject({ place: 'removed', mayReturn: false });
    expect(Object.keys(view.people)).toEqual([ana]);
    expect(view).not.toHaveProperty('startedAt');
    expect(view).toMatchObject({ agenda: { blocks: {} }, chat: { lines: {}, earlier: false } });
  });

  it('counts the time left in a part from when it began', () => {
    const view = project(running().state, ana);
    const { current } = view.agenda;
    expect(current?.blockId).toBe(blockA);
    expect(Date.parse(current?.endsAt ?? '') - Date.parse(current?.beganAt ?? '')).toBe(30 * 60_000);
  });

  it('tells only staff how a session ended and whether that was confirmed', () => {
    const play = running();
    for (const seatId of [ana, lead]) play.by(seatId, { type: 'leave', device: deviceOf(seatId) });
    play.wait(900).server({ type: 'endUnattended' });
    play.by(lead, { type: 'confirmEnd' });
    expect(project(play.state, lead)).toMatchObject({ phase: 'ended', ending: 'everyoneLeft', endConfirmed: true });
    const seen = project(play.state, ana);
    expect(seen).toMatchObject({ phase: 'ended', endConfirmed: false, endedAt: play.state.endedAt });
    expect(seen).not.toHaveProperty('ending');
  });

  it('tells a lead whose seat was ended nothing of the others', () => {
    const { state } = running();
    const left = { ...state, roster: { ...state.roster, [lead]: seat(lead, 'lead', 'Dana', { ended: true }) } };
    const view = project(left, lead);
    expect(view).toMatchObject({ people: {}, agenda: { blocks: {} }, chat: { lines: {} }, me: { place: 'left', staff: false } });
  });

  it('takes everyone out of a cancelled session', () => {
    const { state } = running();
    const view = project({ ...state, plan: { ...state.plan, cancelled: true } }, ana);
    expect(view).toMatchObject({ phase: 'cancelled', me: { place: 'left' }, agenda: { blocks: {} } });
    expect(Object.keys(view.people)).toEqual([ana]);
  });
});
