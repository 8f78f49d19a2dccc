import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dueAt, nobody, patience, turnAfter, type Turn } from './speaker';

const order = ['lead', 'ana', 'ben'];
const calm = patience.calm;
const hears = (turn: Turn, at: number, ...speaking: string[]) => turnAfter(turn, { order, speaking: new Set(speaking), at }, calm);

describe('who is shown large', () => {
  it('is who leads, until somebody speaks', () => {
    expect(hears(nobody, 0).seatId).toBe('lead');
  });

  it('changes only after the other has spoken a little', () => {
    let turn = hears(nobody, 0);
    turn = hears(turn, 1_000, 'ana');
    expect(turn.seatId).toBe('lead');
    expect(dueAt(turn, { order, speaking: new Set(['ana']), at: 1_000 }, calm)).toBe(1_000 + calm.silent);
    expect(hears(turn, 1_000 + calm.silent - 1, 'ana').seatId).toBe('lead');
    expect(hears(turn, 1_000 + calm.silent, 'ana').seatId).toBe('ana');
  });

  it('does not change for a word in between', () => {
    let turn = hears(hears(nobody, 0), 1_000, 'ana');
    turn = hears(turn, 1_500);
    turn = hears(turn, 9_000, 'ana');
    expect(turn.seatId).toBe('lead');
  });

  it('waits longer while the one shown speaks on', () => {
    const turn = hears(hears(nobody, 0, 'lead'), 100, 'lead', 'ben');
    expect(hears(turn, 100 + calm.silent, 'lead', 'ben').seatId).toBe('lead');
    expect(hears(turn, 100 + calm.both, 'lead', 'ben').seatId).toBe('ben');
  });

  it('stays with who spoke last, and moves on when they leave', () => {
    const turn: Turn = { seatId: 'ana', next: null };
    expect(hears(turn, 60_000).seatId).toBe('ana');
    expect(turnAfter(turn, { order: ['lead', 'ben'], speaking: new Set(), at: 1 }, calm).seatId).toBe('lead');
  });

  it('never is somebody who is not there, and never changes faster than its patience', () => {
    const moment = fc.record({ after: fc.nat(3_000), speaking: fc.subarray(order), here: fc.subarray(order, { minLength: 1 }) });
    fc.assert(
      fc.property(fc.array(moment, { maxLength: 40 }), (moments) => {
        let turn = nobody;
        let at = 0;
        let changedAt = -Infinity;
        for (const { after, speaking, here } of moments) {
          at += after;
          const before = turn;
          turn = turnAfter(turn, { order: here, speaking: new Set(speaking), at }, calm);
          expect(here).toContain(turn.seatId);
          const wasHere = before.seatId !== null && here.includes(before.seatId);
          if (turn.seatId === before.seatId || !wasHere) continue;
          expect(speaking).toContain(turn.seatId);
          expect(at - changedAt).toBeGreaterThanOrEqual(calm.silent);
          changedAt = at;
        }
      }),
    );
  });
});
