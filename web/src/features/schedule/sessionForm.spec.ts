import { expect, test } from '@jest/globals';
import { blankSession, errorsOf, mismatchOf, newSessionOf, totalOf, treatmentOf, withKind } from './sessionForm';

const program = '00000000-0000-4000-8000-000000000001';
const lead = '00000000-0000-4000-8000-000000000002';
const filled = () => ({ ...blankSession(program, '2026-12-01', lead), title: 'Evening group', time: '18:00' });

test('proposes a day of 180 minutes of which 165 are treatment', () => {
  const { blocks, plannedMinutes } = blankSession(program, '2026-12-01', null);
  expect([plannedMinutes, totalOf(blocks), treatmentOf(blocks)]).toEqual([180, 180, 165]);
});

test('lets a filled form through and sends its start as one wall-clock time', () => {
  expect(errorsOf(filled(), true)).toEqual({});
  expect(newSessionOf(filled()).startsLocal).toBe('2026-12-01T18:00');
});

test('names the minutes that the blocks are too long', () => {
  const form = { ...filled(), plannedMinutes: 165 };
  expect(mismatchOf(form)).toContain('15 minutes longer');
  expect(errorsOf(form, true)['blocks']).toBe(mismatchOf(form));
});

test('says what is missing at the field itself', () => {
  const errors = errorsOf({ ...filled(), title: ' ', time: '', plannedMinutes: '', seats: [] }, true);
  expect(errors).toMatchObject({
    title: 'Please fill this in.',
    time: 'Choose a time.',
    plannedMinutes: 'Please fill this in.',
    lead: 'Choose who leads the session.',
  });
});

test('another kind brings its own blocks, but never over a plan changed by hand', () => {
  expect(withKind(filled(), 'individual')).toMatchObject({ kind: 'individual', plannedMinutes: 50 });
  const [first, ...rest] = filled().blocks;
  if (!first) throw new Error('no block');
  expect(withKind({ ...filled(), blocks: [{ ...first, topic: 'Mood' }, ...rest] }, 'individual')).toEqual({ kind: 'individual' });
});
