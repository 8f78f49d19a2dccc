import { describe, expect, it } from '@jest/globals';
import { keyed, valueOf } from '../checkIns/checkIns';
import { clockOf, passedOf, secondsLeft, sinceWords } from './countdown';
import { answerTo, knockOf } from './knock';

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 18, 0, seconds)).toISOString();
const now = (seconds: number) => Date.parse(at(seconds));

describe('the countdown of a break', () => {
  it.each([
    [0, '5:00', 0],
    [61, '3:59', 61 / 300],
    [300, '0:00', 1],
    [400, '0:00', 1],
  ])('after %i seconds shows %s', (second, clock, passed) => {
    expect(clockOf(secondsLeft(at(300), now(second)))).toBe(clock);
    expect(passedOf({ beganAt: at(0), endsAt: at(300) }, now(second))).toBeCloseTo(passed);
  });

  it('says for how long somebody needs a minute', () => {
    expect([sinceWords(at(0), now(30)), sinceWords(at(0), now(150))]).toEqual(['since just now', 'since 2 min']);
  });
});

describe('a knock', () => {
  const ana = 'ana';
  const line = (seatId: string, second: number, body: string) => ({ seatId, name: seatId, at: at(second), body });
  const people = {};

  it('is the newest line of staff since the minute began, and no older one', () => {
    const threads = {
      [ana]: { a: line('lead', 5, 'Before'), b: line('lead', 20, 'Hello'), c: line(ana, 30, 'Hi'), d: line('lead', 40, 'Tea?') },
    };
    expect(knockOf({ threads, people }, ana, { since: at(10) })?.body).toBe('Tea?');
    expect(knockOf({ threads, people }, ana, { since: at(50) })).toBeUndefined();
  });

  it('is answered by what was said after it', () => {
    const knock = { textId: 'd', name: 'Lead', body: 'Tea?', at: at(40) };
    expect(answerTo(knock, { since: at(10), answer: 'ok', answeredAt: at(30) })).toBeUndefined();
    expect(answerTo(knock, { since: at(10), answer: 'come', answeredAt: at(45) })).toBe('come');
  });
});

describe('a number from 0 to 100', () => {
  it('is typed, or nothing', () => {
    expect(['0', ' 42 ', '100', '101', '-1', '4.5', '', 'ten'].map(valueOf)).toEqual([
      0,
      42,
      100,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('begins in the middle with an arrow, and where one says with a digit', () => {
    expect([keyed('ArrowRight', undefined), keyed('7', undefined), keyed('Home', 30), keyed('End', 30)]).toEqual([50, 70, 0, 100]);
    expect([keyed('ArrowLeft', 40), keyed('PageUp', 95), keyed('ArrowDown', 0), keyed('Tab', 40)]).toEqual([39, 100, 0, undefined]);
  });
});
