import { describe, expect, it } from '@jest/globals';
import { placeKey, readPlaceKey } from './place-key.js';

const door = { sessionId: '0f6d7c9e-5a3b-4c1d-8e2f-1a2b3c4d5e6f', device: '7b1e2d3c-4f5a-4b6c-9d8e-0f1a2b3c4d5e' };

describe('what a page shows at the media door', () => {
  it('is read as it was written', () => {
    expect(readPlaceKey(placeKey(door))).toEqual(door);
  });

  it('is nothing else: no key of the SFU, no half of it, nothing added', () => {
    const whole = placeKey(door);
    const others = ['', 'eyJhbGciOiJIUzI1NiJ9.e30.x', whole.slice(5), whole.slice(0, -1), `${whole}.x`, 'here..', `here.${door.device}`];
    for (const other of others) expect(readPlaceKey(other)).toBeNull();
  });
});
