import { describe, expect, it } from '@jest/globals';
import { permissions } from '../permissions.js';
import { accessWords, accessWordsOf } from './access-words.js';

describe('the words for what somebody did', () => {
  it('are there for every permission', () => {
    expect(Object.keys(permissions).filter((permission) => !(permission in accessWords))).toEqual([]);
  });

  it('are plain, short, and no names of our own', () => {
    for (const words of Object.values(accessWords)) expect(words).toMatch(/^[a-z][a-z ,-]{4,60}$/);
  });

  it('leave an unknown action its name rather than hide it', () => {
    expect(accessWordsOf('chart.fax')).toBe('chart.fax');
  });
});
