import { expect, it } from '@jest/globals';
import { received } from './received';

const shown = ['a', 'b', 'c'];

it.each([
  ['grid', 'all', ['b', 'a', 'c']],
  ['speaker', 'all', ['b', 'a', 'c']],
  ['calm', 'all', ['b']],
  ['grid', 'speaker', ['b']],
  ['speaker', 'speaker', ['b']],
  ['grid', 'audio', []],
  ['calm', 'audio', []],
] as const)('receives in the %s layout with "%s" only %j', (layout, receive, expected) => {
  expect(received({ layout, receive, big: 'b', shown })).toEqual(expected);
});

it('receives nobody of another page', () => {
  expect(received({ layout: 'grid', receive: 'all', big: null, shown })).toEqual(shown);
});
