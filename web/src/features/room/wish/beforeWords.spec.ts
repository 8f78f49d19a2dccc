import { describe, expect, it } from '@jest/globals';
import type { DeviceReport } from '@rejoin/shared';
import { chipsOf, deviceTroubles } from './beforeWords';

const well: DeviceReport = {
  at: '2026-11-23T18:00:00Z',
  browser: 'safariIos',
  camera: 'good',
  microphone: 'good',
  speaker: 'good',
  network: 'good',
  turn: 'notOffered',
};
const wish = { camera: 'off', voice: 'chatOnly', dontCall: true, line: 'My voice is gone' } as const;

describe('what staff read before somebody comes in', () => {
  it('is one word where the device works', () => {
    expect(chipsOf({ check: well }).map(({ text }) => text)).toEqual(['device works']);
  });

  it('names each trouble, and the browser to help with', () => {
    const check: DeviceReport = { ...well, camera: 'blocked', microphone: 'weak', network: 'weak' };
    expect(chipsOf({ check }).map(({ text }) => text)).toEqual([
      'quiet microphone',
      'camera not allowed',
      'weak internet',
      'iPhone or iPad',
    ]);
  });

  it('tells a closed network that still has its second way from none at all', () => {
    expect(deviceTroubles({ ...well, network: 'failed', turn: 'good' })).toEqual(['video only by the second way']);
    expect(deviceTroubles({ ...well, network: 'failed', turn: 'failed' })).toEqual(['no video connection']);
  });

  it('says what was wished in few words, and quotes the line', () => {
    expect(chipsOf({ wish }).map(({ text }) => text)).toEqual(['Camera off', 'only writes', "don't call on", '“My voice is gone”']);
  });

  it('is nothing where somebody takes part like most people', () => {
    expect(chipsOf({ wish: { camera: 'on', voice: 'speak', dontCall: false } })).toEqual([]);
  });
});
