import { describe, expect, it } from '@jest/globals';
import { chatLength } from '@rejoin/shared';
import { lengthHint } from './lengthHint';

const long = (letters: number) => lengthHint('x'.repeat(letters));

describe('the hint at the length of a message', () => {
  it('comes near the limit, and says what to do beyond it', () => {
    expect(long(chatLength - 201)).toBeNull();
    expect(long(chatLength - 200)).toEqual({ text: 'Room for 200 more letters', tooLong: false });
    expect(long(chatLength)).toEqual({ text: 'Room for 0 more letters', tooLong: false });
    expect(long(chatLength + 1)).toMatchObject({ text: expect.stringMatching(/^1 letter too long/), tooLong: true });
  });
});
