import { describe, expect, it } from '@jest/globals';
import { answersOf } from './check-in.js';
import { decide } from './decide.js';
import { identityOf } from './testing/play.js';
import { ana, at, ben, blockA, blockB, cleo, coLead, deviceOf, idOf, lead, observer, type Play, running, typesOf } from './testing/play.js';
import { project } from './project.js';
import { mustRest } from './project-pauses.js';
import { streamOf } from './testing/histories.js';

/** The lead, Ana, Ben and Cleo are in. */
function full(): Play {
  const play = running();
  for (const seatId of [ben, cleo]) play.by(lead, { type: 'admit', seatId });
  return play;
}

const breakOf = ({ state }: Play, seatId: string) => project(state, seatId).break;
const begin = { type: 'break.begin', minutes: 10 } as const;

describe('a break', () => {
  it('lets everyone rest who is in the room, and who comes in while it lasts', () => {
    const play = running();
    play.by(lead, begin);
    play.by(lead, { type: 'admit', seatId: ben });
    expect([lead, ana, ben].map((seatId) => breakOf(play, seatId)?.resting)).toEqual([true, true, true]);
    expect(breakOf(play, cleo)).toBeUndefined();
    play.by(lead, { type: 'break.end' });
    play.by(lead, { type: 'admit', seatId: cleo });
    expect(breakOf(play, cleo)).toBeUndefined();
  });

  it('is called once by two, grows by what is added, and ends at its time', () => {
    const play = full();
    expect(typesOf(play.by(lead, begin))).toEqual(['break.began']);
    expect(typesOf(play.by(lead, { type: 'break.begin', minutes: 5 }))).toEqual([]);
    const endsAt = breakOf(play, ana)?.endsAt ?? '';
    play.by(lead, { type: 'break.extend', minutes: 5 });
    expect(Date.parse(breakOf(play, ana)?.endsAt ?? '') - Date.parse(endsAt)).toBe(5 * 60_000);
    expect(typesOf(play.server({ type: 'endBreak' }))).toEqual([]);
    play.wait(15 * 60);
    expect(typesOf(play.server({ type: 'endBreak' }))).toEqual(['break.ended']);
    expect(typesOf(play.server({ type: 'endBreak' }))).toEqual([]);
  });

  it('begins, grows and ends with a part of the agenda that is one', () => {
    const play = full();
    expect(typesOf(play.by(lead, { type: 'goToBlock', blockId: blockB }))).toEqual(['block.began', 'break.began']);
    expect(breakOf(play, ana)).toMatchObject({ planned: true, endsAt: project(play.state, ana).agenda.current?.endsAt });
    play.by(lead, { type: 'timeBlock', blockId: blockB, minutes: 200 });
    play.by(lead, { type: 'break.extend', minutes: 5 });
    expect(breakOf(play, ana)?.endsAt).toBe(project(play.state, ana).agenda.current?.endsAt);
    expect(typesOf(play.by(lead, { type: 'goToBlock', blockId: blockA }))).toEqual(['block.began', 'break.ended']);
    expect(breakOf(play, ana)).toMatchObject({ over: true, resting: true });
  });

  it('is left by patients from its end on and by staff before, and the SFU takes from all again when it is over', () => {
    const play = full();
    play.by(lead, begin);
    expect(typesOf(play.by(ana, { type: 'break.return' }))).toBe('room.breakRuns');
    play.by(lead, { type: 'break.return' });
    expect([lead, ana].map((seatId) => mustRest(play.state, seatId))).toEqual([false, true]);
    play.by(lead, { type: 'break.end' });
    expect(mustRest(play.state, ana)).toBe(false);
    expect(breakOf(play, ana)?.resting).toBe(true);
    expect(typesOf(play.by(ana, { type: 'break.return' }))).toEqual(['break.returned']);
    expect(typesOf(play.by(ana, { type: 'break.return' }))).toEqual([]);
  });

  it('tells staff who is not back, and peers nothing of who is', () => {
    const play = full();
    play.by(lead, begin);
    play.by(lead, { type: 'break.end' });
    const before = play.state;
    play.by(ana, { type: 'break.return' });
    expect(Object.keys(breakOf(play, lead)?.out ?? {})).toEqual([lead, ben, cleo]);
    expect(JSON.parse(streamOf([before, play.state], ben))).toHaveLength(1);
    for (const seatId of [lead, ben, cleo]) play.by(seatId, { type: 'break.return' });
    expect(breakOf(play, lead)).toBeUndefined();
  });

  it('that goes on once people are back lets everyone rest again, and shows nobody who had come back', () => {
    const after = (...back: string[]) => {
      const play = full();
      play.by(lead, { type: 'goToBlock', blockId: blockB });
      play.wait(150 * 60).server({ type: 'endBreak' });
      for (const seatId of back) play.by(seatId, { type: 'break.return' });
      if (back.length === 0) play.wait(2);
      const before = play.state;
      play.by(lead, { type: 'break.extend', minutes: 5 });
      expect([lead, ana, ben].map((seatId) => [breakOf(play, seatId)?.resting, mustRest(play.state, seatId)])).toEqual(
        Array(3).fill([true, true]),
      );
      return streamOf([before, play.state], cleo);
    };
    expect(after(lead, ana)).toBe(after());
  });

  it('that grows in its last seconds is there again for who was quick to come back', () => {
    const play = full();
    play.by(lead, begin);
    play.wait(10 * 60 - 4).by(ana, { type: 'break.return' });
    play.by(lead, { type: 'break.extend', minutes: 5 });
    expect(breakOf(play, ana)?.resting).toBe(true);
  });

  it('is not begun anew for who changes the device, and is over for who leaves', () => {
    const play = full();
    play.by(lead, begin);
    play.by(lead, { type: 'break.return' });
    play.arrive(lead, 2, true);
    expect(breakOf(play, lead)?.resting).toBe(false);
    play.by(ana, { type: 'leave', device: deviceOf(ana) });
    expect(Object.keys(breakOf(play, lead)?.out ?? {})).toEqual([ben, cleo]);
  });
});

describe('a minute for oneself', () => {
  it('is known to staff and the person, and changes nothing for anybody else', () => {
    const play = full();
    const before = play.state;
    play.by(ana, { type: 'minute.take' });
    play.by(ana, { type: 'minute.answer', answer: 'later' });
    expect(project(play.state, lead).people[ana]?.minute).toMatchObject({ answer: 'later' });
    expect(project(play.state, ana).me.minute).toBeDefined();
    for (const peer of [ben, cleo, observer]) expect(JSON.parse(streamOf([before, play.state], peer))).toHaveLength(1);
  });

  it('outlives a lost connection and an end that is taken back, and not a leaving', () => {
    const play = full();
    play.by(ana, { type: 'minute.take' });
    play.server({ type: 'lose', seatId: ana, at: at(0) });
    play.by(lead, { type: 'end' });
    expect(project(play.state, lead).people[ana]?.minute).toBeUndefined();
    play.by(lead, { type: 'undoEnd' });
    expect(project(play.state, lead).people[ana]?.minute).toBeDefined();
    play.by(ana, { type: 'leave', device: deviceOf(ana) });
    expect(play.state.minutes).toEqual({});
  });
});

describe('a check-in', () => {
  const checkInId = idOf(821);
  const open = { type: 'checkIn.open', checkInId, kind: 'number', picture: true, textId: idOf(710), body: 'How tense?' } as const;

  it('takes the last answer of each, and only in its own kind', () => {
    const play = full();
    play.by(lead, open);
    play.by(ana, { type: 'checkIn.answer', checkInId, value: 80 });
    play.by(ana, { type: 'checkIn.answer', checkInId, value: 40 });
    expect(answersOf(play.state, checkInId)[ana]).toMatchObject({ value: 40 });
    expect(typesOf(play.by(ben, { type: 'checkIn.say', checkInId, textId: idOf(711), body: 'No' }))).toBe('room.checkInClosed');
    play.by(lead, { type: 'checkIn.close', checkInId });
    expect(typesOf(play.by(ana, { type: 'checkIn.answer', checkInId, value: 1 }))).toBe('room.checkInClosed');
    const thumbs = idOf(822);
    play.by(lead, { ...open, checkInId: thumbs, kind: 'thumbs' });
    expect(typesOf(play.by(ana, { type: 'checkIn.answer', checkInId: thumbs, value: 40 }))).toBe('room.checkInClosed');
    expect(typesOf(play.by(ana, { type: 'checkIn.answer', checkInId: thumbs, value: 50 }))).toEqual(['checkIn.answered']);
  });

  it('shows five answers or more as one picture, once, and the same picture whoever gave which', () => {
    const five = [8, 25, 45, 70, 100];
    const shown = [five, five.toReversed()].map((values) => {
      const play = full();
      play.by(lead, open);
      const answer = (value: number, n: number) =>
        ({ type: 'checkIn.answered', v: 1, payload: { checkInId, seatId: idOf(600 + n), value } }) as const;
      for (const [n, value] of values.entries()) play.append({ ...answer(value, n), seq: play.state.seq + 1, at: play.now, actor: null });
      expect(typesOf(play.by(lead, { type: 'checkIn.show', checkInId }))).toBe('room.checkInOpen');
      play.by(lead, { type: 'checkIn.close', checkInId });
      play.by(lead, { type: 'checkIn.show', checkInId });
      const seen = project(play.state, ben).checkIns[checkInId];
      play.by(lead, { type: 'checkIn.putAway', checkInId });
      expect(project(play.state, ben).checkIns).toEqual({});
      expect(typesOf(play.by(lead, { type: 'checkIn.show', checkInId }))).toBe('room.checkInShown');
      return seen;
    });
    expect(shown[0]?.result).toEqual({ counts: [1, 1, 1, 1, 1] });
    expect(shown[1]).toEqual(shown[0]);
    expect(JSON.stringify(shown)).not.toContain('answers');
  });

  it('is closed to who leads and who observes, and asks one question at a time', () => {
    const play = full();
    play.by(lead, open);
    play.arrive(coLead);
    const context = { now: play.now, identity: identityOf(coLead, deviceOf(coLead)), mediaRoom: 'm' };
    for (const seatId of [lead, coLead]) {
      expect(typesOf(decide(play.state, { type: 'checkIn.answer', checkInId, value: 5 }, { seatId }, context))).toBe('room.notAllowed');
    }
    expect(typesOf(play.by(coLead, { ...open, checkInId: idOf(822) }))).toBe('room.checkInOpen');
  });
});
