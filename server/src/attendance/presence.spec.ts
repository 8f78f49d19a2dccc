import { describe, expect, it } from '@jest/globals';
import { Presence } from './presence.js';

describe('which participant an identity is', () => {
  it('is not told by an answer that the SFU gave before the doubt', () => {
    const presence = new Presence();
    presence.confirm('ann', 'first', presence.mark);
    const { mark } = presence;
    presence.doubt('ann');
    presence.confirm('ann', 'first', mark);
    expect(presence.sidOf('ann')).toBeUndefined();
    presence.confirm('ann', 'second', presence.mark);
    expect(presence.sidOf('ann')).toBe('second');
  });

  it('is told by that answer where the doubt was about somebody else', () => {
    const presence = new Presence();
    const { mark } = presence;
    presence.doubt('ben');
    presence.confirm('ann', 'first', mark);
    expect(presence.sidOf('ann')).toBe('first');
  });
});
