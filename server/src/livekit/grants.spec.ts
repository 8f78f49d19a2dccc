import { describe, expect, it } from '@jest/globals';
import { capacities } from '@rejoin/shared';
import { TokenVerifier } from 'livekit-server-sdk';
import { sourcesOf } from './grants.js';
import { LivekitService } from './livekit.service.js';

const secret = 'a secret for tests of thirty-two letters';
const livekit = new LivekitService({ LIVEKIT_URL: 'ws://127.0.0.1:7880/', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: secret });
const ask = { room: 'm_1', identity: 'p_1', ttlSeconds: 60 };

describe('keys to a media room', () => {
  it.each(capacities)('name nobody and give a %s no right over others', async (capacity) => {
    const claims = await new TokenVerifier('key', secret).verify(livekit.token({ ...ask, sources: sourcesOf(capacity) }));
    expect(Object.keys(claims).sort()).toEqual(['exp', 'iss', 'nbf', 'sub', 'video']);
    expect(Object.keys(claims.video ?? {}).sort()).toEqual([
      'canPublish',
      'canPublishData',
      'canPublishSources',
      'canSubscribe',
      'canUpdateOwnMetadata',
      'room',
      'roomJoin',
    ]);
    expect(claims.video).toMatchObject({ canPublishData: false, canUpdateOwnMetadata: false, room: 'm_1' });
  });

  it('let an observer send nothing, and nobody share a screen who does not show one', async () => {
    const videoOf = async (capacity: (typeof capacities)[number]) =>
      (await new TokenVerifier('key', secret).verify(livekit.token({ ...ask, sources: sourcesOf(capacity) }))).video;
    expect(await videoOf('observer')).toMatchObject({ canPublish: false, canPublishSources: [] });
    expect(await videoOf('patient')).toMatchObject({ canPublishSources: ['camera', 'microphone'] });
    expect(await videoOf('lead')).toMatchObject({ canPublishSources: ['camera', 'microphone'] });
    const shows = await new TokenVerifier('key', secret).verify(livekit.token({ ...ask, sources: [...sourcesOf('lead'), 'screenShare'] }));
    expect(shows.video).toMatchObject({ canPublishSources: ['camera', 'microphone', 'screen_share', 'screen_share_audio'] });
  });

  it('are known again, and refused when another key signed them or their time is over', async () => {
    const sources = sourcesOf('patient');
    expect(await livekit.verifyToken(livekit.token({ ...ask, sources }))).toEqual({ room: 'm_1', identity: 'p_1' });
    const foreign = new LivekitService({ LIVEKIT_URL: 'http://x', LIVEKIT_API_KEY: 'key', LIVEKIT_API_SECRET: secret.replace('a', 'b') });
    expect(await livekit.verifyToken(foreign.token({ ...ask, sources }))).toBeNull();
    expect(await livekit.verifyToken(livekit.token({ ...ask, sources, ttlSeconds: -60 }))).toBeNull();
    expect(await livekit.verifyToken('rubbish')).toBeNull();
  });

  it('go to the SFU by http, however its address is written', () => {
    expect(livekit.url.href).toBe('http://127.0.0.1:7880/');
  });
});
