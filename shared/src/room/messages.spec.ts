import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { project } from './project.js';
import { histories, played } from './testing/histories.js';
import { ana, ben, cleo, coLead, deviceOf, idOf, lead, observer, running, typesOf as types } from './testing/play.js';

const say = (threadId: string, n = 0) => ({ type: 'message.say', threadId, textId: idOf(8000 + n), body: `Private ${n}` }) as const;
const bodies = (view: ReturnType<typeof project>, threadId: string) => Object.values(view.threads[threadId] ?? {}).map(({ body }) => body);

describe('messages with staff', () => {
  it('go both ways from the waiting room, and are read there, in the room and after leaving', () => {
    const play = running();
    expect(types(play.by(ben, say(ben)))).toEqual(['message.said']);
    expect(types(play.by(lead, say(ben, 1)))).toEqual(['message.said']);
    expect(types(play.by(lead, say(ben, 1)))).toEqual([]);
    const both = ['Private 0', 'Private 1'];
    for (const seatId of [lead, coLead, ben]) expect(bodies(project(play.state, seatId), ben)).toEqual(both);
    play.by(lead, { type: 'admit', seatId: ben });
    expect(bodies(project(play.state, ben), ben)).toEqual(both);
    play.by(ben, { type: 'leave', device: deviceOf(ben) });
    expect(bodies(project(play.state, ben), ben)).toEqual(both);
  });

  it('are for staff to begin with anybody who came, and with nobody else', () => {
    const play = running();
    expect(types(play.by(ana, say(ben)))).toBe('room.notAllowed');
    expect(types(play.by(lead, say(coLead)))).toBe('room.notAllowed');
    expect(types(play.by(lead, say(observer)))).toBe('room.notHere');
    expect(types(play.by(observer, say(observer)))).toBe('room.notAllowed');
    play.arrive(observer);
    expect(types(play.by(observer, say(observer)))).toEqual(['message.said']);
  });

  it('end with a place that was taken away for good, on both sides', () => {
    const play = running();
    play.by(ana, say(ana));
    play.by(lead, { type: 'remove', seatId: ana, mayReturn: false });
    expect(types(play.by(ana, say(ana, 1)))).toBe('room.removed');
    expect(types(play.by(lead, say(ana, 2)))).toBe('room.notHere');
    expect(project(play.state, ana).threads).toEqual({});
    expect(bodies(project(play.state, lead), ana)).toEqual(['Private 0']);
  });

  it('go on for 30 minutes after the end, and no longer', () => {
    const play = running();
    play.by(lead, { type: 'end' });
    expect(types(play.wait(29 * 60).by(ana, say(ana)))).toEqual(['message.said']);
    expect(types(play.by(lead, say(ana, 1)))).toEqual(['message.said']);
    expect(types(play.wait(60).by(ana, say(ana, 2)))).toBe('room.wordsOver');
    expect(types(play.by(lead, say(ana, 3)))).toBe('room.wordsOver');
  });

  it('reach only staff and the person of the thread, whatever happens', () => {
    let read = 0;
    fc.assert(
      fc.property(histories, fc.constantFrom(ana, ben, cleo, observer), (steps, peer) => {
        for (const state of played(steps).states) {
          const { threads } = project(state, peer);
          expect(Object.keys(threads).filter((threadId) => threadId !== peer)).toEqual([]);
          read += Object.keys(threads).length;
        }
      }),
    );
    expect(read).toBeGreaterThan(0);
  });
});

describe('what a person says on leaving', () => {
  it('stands on the list of staff until one of them has seen to it, over a return and the end', () => {
    const play = running();
    play.by(ana, { type: 'leave', device: deviceOf(ana) });
    expect(types(play.by(ana, { type: 'answerLeaving', answer: 'call' }))).toEqual(['seat.leavingAnswered']);
    expect(types(play.by(ana, { type: 'answerLeaving', answer: 'call' }))).toEqual([]);
    const seen = () => project(play.state, lead).people[ana]?.leaving;
    const asked = { answer: 'call', at: play.state.leaving[ana]?.at };
    expect(seen()).toEqual(asked);
    play.arrive(ana);
    play.by(lead, { type: 'end' });
    expect(seen()).toEqual(asked);
    expect(types(play.wait(7_200).by(coLead, { type: 'markAnswer', seatId: ana, mark: 'seen' }))).toEqual(['seat.answerMarked']);
    expect(types(play.by(lead, { type: 'markAnswer', seatId: ana, mark: 'called' }))).toEqual(['seat.answerMarked']);
    expect(types(play.by(lead, { type: 'markAnswer', seatId: ana, mark: 'seen' }))).toEqual([]);
    expect(seen()).toEqual({ ...asked, mark: 'called' });
    expect(types(play.by(lead, { type: 'markAnswer', seatId: ben, mark: 'seen' }))).toBe('room.nothingToMark');
  });

  it('is heard also from a person who was sent out, and asks anew when it is said anew', () => {
    const play = running();
    play.by(lead, { type: 'remove', seatId: ana, mayReturn: false });
    play.by(ana, { type: 'answerLeaving', answer: 'unsafe' });
    play.by(lead, { type: 'markAnswer', seatId: ana, mark: 'seen' });
    expect(types(play.by(ana, { type: 'answerLeaving', answer: 'unsafe' }))).toEqual(['seat.leavingAnswered']);
    expect(project(play.state, lead).people[ana]?.leaving).not.toHaveProperty('mark');
  });

  it('is in no view but those of staff and of the person', () => {
    let said = 0;
    fc.assert(
      fc.property(histories, fc.constantFrom(ana, ben, cleo, observer), (steps, peer) => {
        const state = played(steps).states.at(-1);
        if (!state) return;
        const { me: _, ...view } = project(state, peer);
        said += Object.keys(state.leaving).length;
        expect(JSON.stringify(view)).not.toContain('leaving');
      }),
    );
    expect(said).toBeGreaterThan(0);
  });
});
