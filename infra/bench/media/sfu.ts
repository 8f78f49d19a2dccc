import { createHmac } from 'node:crypto';
import type { Stack } from '../../src/stack.ts';

function tokenFor(stack: Stack, claims: object): string {
  const { apiKey, apiSecret } = stack.livekit;
  const now = Math.floor(Date.now() / 1000);
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ iss: apiKey, nbf: now, exp: now + 3600, ...claims })}`;
  return `${body}.${createHmac('sha256', apiSecret).update(body).digest('base64url')}`;
}

/** A key straight to the SFU, past everything that is ours. */
export function bareToken(stack: Stack, room: string, identity: string): string {
  return tokenFor(stack, { sub: identity, video: { room, roomJoin: true, canPublish: true, canSubscribe: true } });
}

export async function makeBareRoom(stack: Stack, name: string): Promise<void> {
  const response = await fetch(`${stack.livekit.url}/twirp/livekit.RoomService/CreateRoom`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokenFor(stack, { video: { roomCreate: true } })}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, empty_timeout: 3600, departure_timeout: 3600 }),
  });
  if (!response.ok) throw new Error(`The SFU made no room: ${response.status} ${await response.text()}`);
}
