import { describe, expect, it } from '@jest/globals';
import { chatBefore } from './chat.js';
import { project } from './project.js';
import type { RoomState } from './state.js';
import { ana, ben, cleo, deviceOf, idOf, lead, type Play, running } from './testing/play.js';

describe('the chat of a view', () => {
  const talk = (play: Play, from: number, count: number) => {
    for (let n = from; n < from + count; n += 1) play.by(lead, { type: 'chat.say', textId: idOf(3000 + n), body: `Line ${n}` });
  };
  const bodies = (state: RoomState, seatId: string) => Object.values(project(state, seatId).chat.lines).map((line) => line.body);

  it('begins with the own admission and goes on over a leaving', () => {
    const play = running();
    talk(play, 0, 2);
    play.by(lead, { type: 'admit', seatId: ben });
    talk(play, 2, 1);
    expect(bodies(play.state, ben)).toEqual(['Line 2']);
    play.by(ben, { type: 'leave', device: deviceOf(ben) });
    talk(play, 3, 1);
    expect(bodies(play.state, ben)).toEqual([]);
    play.arrive(ben);
    expect(bodies(play.state, ben)).toEqual(['Line 2', 'Line 3']);
  });

  it('begins anew after being put back', () => {
    const play = running();
    talk(play, 0, 1);
    play.by(lead, { type: 'putBack', seatId: ana });
    talk(play, 1, 1);
    play.by(lead, { type: 'admit', seatId: ana });
    talk(play, 2, 1);
    expect(bodies(play.state, ana)).toEqual(['Line 2']);
  });

  it('holds the last 50 lines; the earlier ones are read in pages, only as far as one may', () => {
    const play = running();
    talk(play, 0, 30);
    play.by(lead, { type: 'admit', seatId: ben });
    talk(play, 30, 120);
    const view = project(play.state, ben).chat;
    expect(Object.keys(view.lines)).toEqual(Array.from({ length: 50 }, (_, n) => idOf(3100 + n)));
    expect(view.earlier).toBe(true);
    const page = chatBefore(play.state, ben, idOf(3100));
    expect(page.said.map((said) => said.textId)).toEqual(Array.from({ length: 50 }, (_, n) => idOf(3050 + n)));
    expect(page.earlier).toBe(true);
    const last = chatBefore(play.state, ben, idOf(3050));
    expect(last.said.map((said) => said.textId)).toEqual(Array.from({ length: 20 }, (_, n) => idOf(3030 + n)));
    expect(last.earlier).toBe(false);
    expect(chatBefore(play.state, ben, idOf(3010)).said).toEqual([]);
    expect(chatBefore(play.state, cleo, idOf(3100)).said).toEqual([]);
  });

  it('keeps an erased line without its text', () => {
    const play = running();
    talk(play, 0, 1);
    const erased = { ...play.state, texts: { [idOf(3000)]: null } };
    expect(project(erased, ana).chat.lines[idOf(3000)]).toEqual({ seatId: lead, name: 'Dana', at: play.now });
  });
});
