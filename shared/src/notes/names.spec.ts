import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { othersNamed } from './names.js';
import { isBlank } from './note.js';

const named = (text: string, others: string[], own: string[] = []): string[] => othersNamed(text, own, others);

describe('a text that names someone else of the group', () => {
  it.each([
    ['Ben spoke first.', ['Ben'], ['Ben']],
    ['after BEN’s words', ['Ben'], ['BEN']],
    ['She is beneath it, bending.', ['Ben'], []],
    ['Jose was kind', ['José'], ['Jose']],
    ['Jose\u0301 was kind', ['José'], ['Jose\u0301']],
    ['Soren and Lukasz', ['Søren', 'Łukasz'], ['Soren', 'Lukasz']],
    ['Strasse', ['Straße'], ['Strasse']],
    ['with Mary Ann today', ['Mary Ann'], ['Mary Ann']],
    ['with Mary today', ['Mary Ann'], ['Mary']],
    ['de la playa', ['de la Cruz'], []],
    ['Jean-Luc came', ['Jean-Luc'], ['Jean-Luc']],
    ['he will hope', ['Will', 'Hope'], ['will', 'hope']],
    ['Иван and 李明', ['Иван', '李明'], ['Иван', '李明']],
    ['I am', ['I'], []],
    ['Ben, Ben and Ben', ['Ben'], ['Ben']],
  ])('%s', (text, others, words) => {
    expect(named(text, others)).toEqual(words);
  });

  it('is none where it names its own patient, though another has the same name', () => {
    expect(named('Ann said to Ann Marsh', ['Ann', 'Marsh'], ['Ann', 'Lee'])).toEqual(['Marsh']);
  });

  it('is found wherever a name stands as a word, and in no text without it', () => {
    const letters = fc.stringMatching(/^[a-z]{3,9}$/);
    fc.assert(
      fc.property(letters, fc.array(letters), fc.array(letters), (name, before, after) => {
        const around = [...before, ...after].filter((each) => each !== name);
        expect(named(around.join(' '), [name])).toEqual([]);
        expect(named([...before, `${name.toUpperCase()}!`, ...after].join(', '), [name])).toContain(name.toUpperCase());
      }),
    );
  });
});

describe('an empty text', () => {
  it.each(['', ' \n\t', '\u200b\u200c\u200d\u2060\ufeff', '\u00a0\u3000\u2028', '\u00ad\u034f', '\u2800', '\u3164'])(
    '%j shows nothing',
    (text) => {
      expect(isBlank(text)).toBe(true);
    },
  );

  it.each(['.', 'a', '\u200bx', '0', '—', '✓', '你'])('is not %j', (text) => {
    expect(isBlank(text)).toBe(false);
  });
});
