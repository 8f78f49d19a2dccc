import { describe, expect, it } from '@jest/globals';
import { Hearing, type Standing, type Unheard } from './hearing';

const quiet = { loudness: 0.001, nothing: false };
const speaking = { loudness: 0.1, nothing: false };
const dead = { loudness: 0, nothing: true };
const off: Standing = { on: false, since: 0, wasOn: true, meansToBeHeard: true };
const on: Standing = { ...off, on: true };

/** What is told over this many seconds of the same sound. */
function told(hearing: Hearing, sound: typeof quiet, standing: Standing, [from, to]: [number, number]): Unheard[] {
  const all: Unheard[] = [];
  for (let at = from * 1000; at < to * 1000; at += 200) {
    const one = hearing.hear({ at, ...sound }, standing);
    if (one) all.push(one);
  }
  return all;
}

describe('a microphone that is on', () => {
  it('is called dead when nothing at all comes from it for eight seconds', () => {
    expect(told(new Hearing(), dead, on, [0, 7.9])).toEqual([]);
    expect(told(new Hearing(), dead, on, [0, 8.4])).toContain('deaf');
  });

  it('is not called dead because its person is quiet', () => {
    expect(told(new Hearing(), quiet, on, [0, 600])).toEqual([]);
  });

  it('that worked before gets more time, for its noise may be taken away for a moment', () => {
    const hearing = new Hearing();
    told(hearing, speaking, on, [0, 5]);
    expect(told(hearing, dead, on, [5, 24])).toEqual([]);
    expect(told(hearing, dead, on, [24, 26])).toContain('deaf');
  });
});

describe('a microphone that is off', () => {
  it('is told of once when its person, who spoke before, goes on speaking a minute later', () => {
    expect(told(new Hearing(), speaking, off, [60, 90])).toEqual(['off']);
  });

  it('is told of again only after it was on in between', () => {
    const hearing = new Hearing();
    told(hearing, speaking, off, [60, 90]);
    expect(told(hearing, speaking, off, [90, 200])).toEqual([]);
    expect(told(hearing, speaking, { ...off, since: 200_000 }, [260, 270])).toEqual(['off']);
  });

  it('is never told of to who came in muted and never spoke', () => {
    expect(told(new Hearing(), speaking, { ...off, wasOn: false }, [0, 600])).toEqual([]);
  });

  it('is never told of to who would rather not be heard, or whose turn it is not', () => {
    expect(told(new Hearing(), speaking, { ...off, meansToBeHeard: false }, [0, 600])).toEqual([]);
  });

  it('is not told of within a minute of turning it off', () => {
    expect(told(new Hearing(), speaking, off, [0, 59.9])).toEqual([]);
  });

  it('is not told of for a cough or a door', () => {
    const hearing = new Hearing();
    const all = Array.from({ length: 20 }, (_, at) => [
      ...told(hearing, speaking, off, [60 + at * 5, 61 + at * 5]),
      ...told(hearing, quiet, off, [61 + at * 5, 65 + at * 5]),
    ]);
    expect(all.flat()).toEqual([]);
  });
});
