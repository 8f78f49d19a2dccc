import { describe, expect, it } from '@jest/globals';
import { project } from './project.js';
import { streamOf } from './testing/histories.js';
import { ana, ben, cleo, coLead, deviceOf, idOf, lead, observer, type Play, running, typesOf as types } from './testing/play.js';

const sentence = { textId: idOf(801), body: 'I could hear a dog, so I muted you for now.' };
const mute = (seatId: string) => ({ type: 'stopGear', seatId, kind: 'microphone', sentence }) as const;

function together(): Play {
  const play = running();
  play.by(lead, { type: 'admitAll' });
  return play;
}

describe('what staff do to one person', () => {
  it('reaches that person with its sentence, until they put it away', () => {
    const play = together();
    expect(types(play.by(lead, mute(ana)))).toEqual(['gear.stopped']);
    const act = { kind: 'microphone', at: play.now, body: sentence.body };
    expect(project(play.state, ana).me.act).toEqual(act);
    expect(project(play.state, lead).people[ana]?.act).toEqual(act);
    expect(types(play.by(ana, { type: 'readAct', at: act.at }))).toEqual(['act.read']);
    const readAt = play.now;
    expect(types(play.by(ana, { type: 'readAct', at: act.at }))).toEqual([]);
    expect(project(play.state, ana).me).not.toHaveProperty('act');
    expect(project(play.state, lead).people[ana]?.act).toEqual({ ...act, readAt });
  });

  it('is not put away by a page that shows what came before it', () => {
    const play = together();
    play.by(lead, mute(ana));
    const { act } = project(play.state, ana).me;
    const newer = { textId: idOf(802), body: 'Your camera showed your street.' };
    play.by(lead, { type: 'stopGear', seatId: ana, kind: 'camera', sentence: newer });
    expect(types(play.by(ana, { type: 'readAct', at: act?.at ?? '' }))).toEqual([]);
    expect(project(play.state, ana).me.act).toMatchObject({ kind: 'camera', body: newer.body });
  });

  it('is not a byte in the stream of a peer, with words or without', () => {
    const play = together();
    const before = play.state;
    play.by(lead, mute(ana));
    play.by(lead, { type: 'stopGear', seatId: ana, kind: 'camera' });
    expect(types(play.by(ana, { type: 'readAct', at: play.now }))).toEqual(['act.read']);
    for (const peer of [ben, cleo]) expect(JSON.parse(streamOf([before, play.state], peer))).toHaveLength(1);
    expect(JSON.parse(streamOf([before, play.state], lead))).toHaveLength(2);
  });

  it('looks to peers like the person leaving, whatever staff said with it', () => {
    const ways = [
      { actor: { seatId: ana }, command: { type: 'leave', device: deviceOf(ana) } },
      { actor: { seatId: lead }, command: { type: 'putBack', seatId: ana, sentence } },
      { actor: { seatId: lead }, command: { type: 'remove', seatId: ana, mayReturn: false, sentence } },
    ] as const;
    const streams = ways.map((way) => {
      const play = together();
      const before = play.state;
      play.step({ second: 500, ...way });
      return streamOf([before, play.state], ben);
    });
    expect(new Set(streams).size).toBe(1);
  });

  it('is said to who was put back or sent out, also for good, and is over with the next admission', () => {
    const play = together();
    play.by(lead, { type: 'putBack', seatId: ana, sentence });
    expect(project(play.state, ana).me.act).toMatchObject({ kind: 'putBack', body: sentence.body });
    play.by(lead, { type: 'admit', seatId: ana });
    expect(project(play.state, ana).me).not.toHaveProperty('act');
    play.by(lead, { type: 'remove', seatId: ana, mayReturn: false, sentence: { ...sentence, textId: idOf(802) } });
    expect(project(play.state, ana).me).toMatchObject({
      place: 'removed',
      mayReturn: false,
      act: { kind: 'removed', body: sentence.body },
    });
  });

  it('never happens to staff, to who only listens, or to who is not in the room', () => {
    const play = running();
    play.arrive(coLead);
    play.arrive(observer);
    play.by(lead, { type: 'admit', seatId: observer });
    expect(types(play.by(lead, mute(coLead)))).toBe('room.notAllowed');
    expect(types(play.by(lead, mute(observer)))).toBe('room.notAllowed');
    expect(types(play.by(lead, mute(ben)))).toBe('room.notHere');
    expect(types(play.by(lead, mute(idOf(99))))).toBe('room.notSeated');
    expect(types(play.by(lead, { type: 'stopGear', seatId: ana, kind: 'camera' }))).toEqual(['gear.stopped']);
  });

  it('says nothing where the sentence was erased', () => {
    const play = together();
    play.by(lead, mute(ana));
    const erased = { ...play.state, texts: { ...play.state.texts, [sentence.textId]: null } };
    expect(project(erased, ana).me.act).toEqual({ kind: 'microphone', at: play.now });
  });
});

describe('a closed door', () => {
  it('lets nobody in together with others, one person by choice, and everyone back who was in', () => {
    const play = running();
    expect(types(play.by(lead, { type: 'lock' }))).toEqual(['room.locked']);
    expect(types(play.by(lead, { type: 'lock' }))).toEqual([]);
    expect(types(play.by(lead, { type: 'admitAll' }))).toBe('room.locked');
    play.by(ana, { type: 'leave', device: deviceOf(ana) });
    expect(types(play.arrive(ana, 2))).toEqual(['seat.entered']);
    expect(types(play.by(lead, { type: 'admit', seatId: ben }))).toEqual(['seat.admitted']);
    expect(types(play.by(lead, { type: 'unlock' }))).toEqual(['room.unlocked']);
    expect(types(play.by(lead, { type: 'unlock' }))).toEqual([]);
    expect(types(play.by(lead, { type: 'admitAll' }))).toEqual(['seat.admitted']);
  });

  it('is told to staff and to who stands before it, and to nobody inside', () => {
    const play = running();
    play.by(lead, { type: 'lock' });
    const told = [lead, ana, ben, observer].map((seatId) => project(play.state, seatId).doorClosed ?? false);
    expect(told).toEqual([true, false, true, false]);
    play.arrive(observer);
    expect(project(play.state, observer).doorClosed).toBe(true);
  });
});
