import { describe, expect, it } from '@jest/globals';
import { detoursOf, networkOf, type Trip } from './quality';

const fine: Trip = { frames: 36, seconds: 2.5, lost: 0.01, roundTrip: 0.05, isDetour: false };

describe('how good a way is', () => {
  it('is good where pictures come back often, whole and soon', () => {
    expect(networkOf(fine)).toBe('good');
  });

  it.each([
    ['pictures stand still', { frames: 10 }],
    ['packets are lost', { lost: 0.1 }],
    ['answers come late', { roundTrip: 0.4 }],
  ])('is weak where %s', (_, part) => {
    expect(networkOf({ ...fine, ...part })).toBe('weak');
  });

  it('is closed where no picture comes back, whatever else was counted', () => {
    expect(networkOf({ ...fine, frames: 0 })).toBe('failed');
  });
});

describe('the second way', () => {
  it('is every relay over TCP that the SFU names, with its login, and no other server', () => {
    const servers: RTCIceServer[] = [
      { urls: ['stun:127.0.0.1:1'] },
      { urls: ['turn:127.0.0.1:2?transport=udp', 'turns:relay.example:443?transport=tcp'], username: 'a', credential: 'b' },
      { urls: 'turn:127.0.0.1:3?transport=tcp', username: 'c', credential: 'd' },
    ];
    expect(detoursOf(servers)).toEqual([
      { urls: ['turns:relay.example:443?transport=tcp'], username: 'a', credential: 'b' },
      { urls: ['turn:127.0.0.1:3?transport=tcp'], username: 'c', credential: 'd' },
    ]);
    expect(detoursOf([{ urls: 'stun:127.0.0.1:1' }])).toEqual([]);
  });
});
