import { describe, expect, it } from '@jest/globals';
import { fileKindOf, materialsAtOnce, SafeLink } from './materials.js';
import { project } from './project.js';
import { sharingSeat } from './sharing.js';
import { ana, ben, coLead, deviceOf, idOf, lead, observer, planned, Play, running, typesOf } from './testing/play.js';

/** Ana and Ben are in; the co-lead too. */
function inRoom(): Play {
  const play = running();
  play.arrive(coLead);
  play.by(lead, { type: 'admit', seatId: ben });
  return play;
}
const shown = ({ state }: Play) => sharingSeat(state);
const start = { type: 'share.start' } as const;
const stop = { type: 'share.stop' } as const;
const sheet = idOf(800);

describe('a screen in the room', () => {
  it('is shown by staff at any time, and by a person only while staff allow it', () => {
    const play = inRoom();
    expect(typesOf(play.by(ana, start))).toBe('share.notAllowed');
    play.by(lead, { type: 'share.allow', seatId: ana });
    expect(typesOf(play.by(ana, start))).toEqual(['share.began']);
    expect(shown(play)).toBe(ana);
    expect(typesOf(play.by(lead, { type: 'share.disallow', seatId: ana }))).toEqual(['share.ended', 'share.disallowed']);
    expect(shown(play)).toBeUndefined();
    expect(typesOf(play.by(ana, start))).toBe('share.notAllowed');
    expect(typesOf(play.by(lead, start))).toEqual(['share.began']);
  });

  it('is one at a time: staff take over from a person, nobody from staff', () => {
    const play = inRoom();
    for (const seatId of [ana, ben]) play.by(lead, { type: 'share.allow', seatId });
    play.by(ana, start);
    expect(typesOf(play.by(ben, start))).toBe('share.taken');
    expect(typesOf(play.by(coLead, start))).toEqual(['share.ended', 'share.began']);
    expect(shown(play)).toBe(coLead);
    expect(typesOf(play.by(lead, start))).toBe('share.taken');
    expect(typesOf(play.by(ana, stop))).toEqual([]);
    expect(typesOf(play.by(lead, stop))).toEqual(['share.ended']);
  });

  it.each([
    ['leaves', (play: Play) => play.by(ana, { type: 'leave', device: deviceOf(ana) })],
    ['is put back', (play: Play) => play.by(lead, { type: 'putBack', seatId: ana })],
    ['goes on with another device', (play: Play) => play.arrive(ana, 2, true)],
    ['is out of sight', (play: Play) => play.server({ type: 'lose', seatId: ana, at: play.now })],
    ['needs a minute', (play: Play) => play.by(ana, { type: 'minute.take' })],
    ['has a break like all', (play: Play) => play.by(lead, { type: 'break.begin', minutes: 5 })],
  ])('ends when the person who shows it %s', (_, what) => {
    const play = inRoom();
    play.by(lead, { type: 'share.allow', seatId: ana });
    play.by(ana, start);
    expect('events' in what(play)).toBe(true);
    expect(shown(play)).toBeUndefined();
    expect(play.state.share).toBeNull();
  });

  it('is not begun in a break', () => {
    const play = inRoom();
    play.by(lead, { type: 'break.begin', minutes: 5 });
    expect(typesOf(play.by(lead, start))).toBe('share.onBreak');
  });

  it('is never sent by who only observes', () => {
    const play = inRoom();
    play.arrive(observer);
    play.by(lead, { type: 'admit', seatId: observer });
    expect(typesOf(play.by(lead, { type: 'share.allow', seatId: observer }))).toBe('room.notAllowed');
  });

  it('is allowed anew after a person was put back', () => {
    const play = inRoom();
    play.by(lead, { type: 'share.allow', seatId: ana });
    play.by(lead, { type: 'putBack', seatId: ana });
    play.by(lead, { type: 'admit', seatId: ana });
    expect(typesOf(play.by(ana, start))).toBe('share.notAllowed');
  });

  it('tells the person and staff who may show one, and nobody else', () => {
    const play = inRoom();
    play.by(lead, { type: 'share.allow', seatId: ana });
    const mayShare = (viewer: string) => project(play.state, viewer).people[ana]?.mayShare;
    expect([lead, ana, ben].map(mayShare)).toEqual([true, true, undefined]);
    play.by(ana, start);
    expect(project(play.state, ben).share).toEqual({ seatId: ana });
  });
});

describe('the panel of shared things', () => {
  const link = { type: 'material.share', textId: sheet, kind: 'link', title: 'Breathing', url: 'https://example.org/breathe' } as const;
  const titles = (play: Play, viewer: string) => Object.values(project(play.state, viewer).materials).map(({ title }) => title);

  it('is read by everyone who was let in, also later, and by nobody else', () => {
    const play = running();
    expect(typesOf(play.by(ana, link))).toBe('room.notAllowed');
    play.by(lead, link);
    expect([lead, ana, ben].map((viewer) => titles(play, viewer))).toEqual([['Breathing'], ['Breathing'], []]);
    play.by(lead, { type: 'admit', seatId: ben });
    expect(titles(play, ben)).toEqual(['Breathing']);
    play.by(ben, { type: 'leave', device: deviceOf(ben) });
    expect(titles(play, ben)).toEqual(['Breathing']);
    play.by(lead, { type: 'remove', seatId: ana, mayReturn: true });
    expect(titles(play, ana)).toEqual([]);
    play.by(lead, { type: 'end' });
    expect([lead, ana, ben].map((viewer) => titles(play, viewer))).toEqual([['Breathing'], [], ['Breathing']]);
  });

  it('loses what staff take out, also after the end', () => {
    const play = inRoom();
    play.by(lead, link);
    play.by(lead, { type: 'end' });
    expect(typesOf(play.by(ana, { type: 'material.remove', textId: sheet }))).toBe('room.notAllowed');
    expect(typesOf(play.by(coLead, { type: 'material.remove', textId: sheet }))).toEqual(['material.removed']);
    expect(titles(play, ana)).toEqual([]);
  });

  it('shows nothing whose words were erased, and has room for so many things', () => {
    const play = inRoom();
    for (let n = 0; n < materialsAtOnce; n += 1) play.by(lead, { ...link, textId: idOf(800 + n) });
    expect(titles(play, ana)).toHaveLength(materialsAtOnce);
    expect(typesOf(play.by(lead, { ...link, textId: idOf(899) }))).toBe('material.full');
    play.state = { ...play.state, texts: { ...play.state.texts, [sheet]: null } };
    expect(titles(play, ana)).toHaveLength(materialsAtOnce - 1);
  });

  it('is empty in a room that nobody shared in', () => {
    expect(project(planned, ana).materials).toEqual({});
    expect(new Play().state.materials).toEqual({});
  });
});

describe('what may be shared', () => {
  it.each(['https://example.org', 'https://a.example.org/b?c=d#e', 'HTTPS://EXAMPLE.ORG/x'])('takes %s', (url) => {
    expect(SafeLink.safeParse(url).success).toBe(true);
  });

  it.each([
    'http://example.org',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://bank.example@evil.example',
    'https://',
    'example.org',
    'https://a b.example',
  ])('refuses %s', (url) => {
    expect(SafeLink.safeParse(url).success).toBe(false);
  });

  it('knows a file by its first bytes, not by its name', () => {
    const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
    expect(fileKindOf(bytes('%PDF-1.7 '))).toBe('pdf');
    expect(fileKindOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe('png');
    expect(fileKindOf(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('jpeg');
    for (const other of ['<html>', 'MZ', '<svg', '', '%PD']) expect(fileKindOf(bytes(other))).toBeUndefined();
  });
});
