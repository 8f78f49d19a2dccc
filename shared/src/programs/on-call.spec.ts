import { describe, expect, it } from '@jest/globals';
import { helpNumber } from './help-number.js';
import { onCallAt, onCallGaps } from './on-call.js';

const at = (hour: number): string => new Date(Date.UTC(2026, 10, 23, hour)).toISOString();
const span = (from: number, to: number) => ({ from: at(from), to: at(to) });

describe('gaps of the rota', () => {
  it.each([
    ['a rota without anybody is one gap', [], [span(0, 24)]],
    ['shifts that touch leave none', [span(0, 12), span(12, 24)], []],
    ['a second call fills nothing twice', [span(0, 20), span(4, 6), span(20, 24)], []],
    ['before, between and after', [span(8, 12), span(14, 20)], [span(0, 8), span(12, 14), span(20, 24)]],
    ['in any order, and beyond the edges', [span(14, 40), span(-8, 12)], [span(12, 14)]],
    ['what lies outside counts for nothing', [span(-8, -2), span(30, 40)], [span(0, 24)]],
  ])('%s', (_, shifts, gaps) => {
    expect(onCallGaps(shifts, span(0, 24))).toEqual(gaps);
  });
});

describe('who is on call', () => {
  it('is first who came first, until the very end', () => {
    const [first, second] = [span(6, 12), span(8, 14)];
    expect(onCallAt([second, first], at(9))).toEqual([first, second]);
    expect(onCallAt([second, first], at(12))).toEqual([second]);
  });

  it('is called at their number for as long as it is theirs, then at the program’s', () => {
    const program = { phone: '555-0100', onCall: { phone: '555-0101', until: at(12) } };
    expect([at(11), at(12)].map((now) => helpNumber(program, now))).toEqual(['555-0101', '555-0100']);
    expect(helpNumber({ phone: '', onCall: null }, at(1))).toBe('');
  });
});
