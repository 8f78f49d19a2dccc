import { expect, test } from '@jest/globals';
import { safeNext } from './safeNext';

test('goes on to a page of ours', () => {
  expect(safeNext('/sessions/1?tab=seats')).toBe('/sessions/1?tab=seats');
});

test.each([null, '', 'https://elsewhere.example', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)'])(
  'never leaves our own host for %p',
  (value) => {
    expect(safeNext(value)).toBe('/');
  },
);
