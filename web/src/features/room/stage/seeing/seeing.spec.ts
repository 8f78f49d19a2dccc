import { expect, it } from '@jest/globals';
import { seeingOf } from './seeing';

it('shows everyone, oneself too, to who has not chosen', () => {
  expect(seeingOf({})).toEqual({ layout: 'grid', selfView: 'on', receive: 'all' });
});

it('keeps what it knows of a choice that an older or newer page wrote', () => {
  expect(seeingOf({ layout: 'calm', selfView: 'huge', other: 1 })).toEqual({ layout: 'calm', selfView: 'on', receive: 'all' });
});
