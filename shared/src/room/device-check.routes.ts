import { z } from 'zod';
import { Done, Id } from '../ids.js';
import { route } from '../route.js';
import { DeviceResults } from './device-check.js';

/** Keys to a throw-away media room that nobody else can enter: what one end sends, the other receives. */
export const openCheckRoom = route({
  method: 'POST',
  path: '/device-checks/rooms',
  summary: 'A throw-away media room for trying my own connection, for a few minutes',
  permission: 'device.check',
  body: z.strictObject({ id: Id }),
  reply: z.object({ sender: z.string(), receiver: z.string() }),
});

export const keepDeviceCheck = route({
  method: 'POST',
  path: '/device-checks',
  summary: 'Keep what my device check found, and take its throw-away rooms away',
  permission: 'device.check',
  body: DeviceResults.extend({ id: Id }),
  reply: Done,
});
