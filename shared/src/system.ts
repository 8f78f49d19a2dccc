import { z } from 'zod';
import { route } from './route.js';

export const readLive = route({
  method: 'GET',
  path: '/health/live',
  summary: 'The server runs',
  permission: 'system.read',
  reply: z.object({ ok: z.literal(true) }),
});

export const readReady = route({
  method: 'GET',
  path: '/health/ready',
  summary: 'The server, its database, its clock and the SFU can be used',
  permission: 'system.read',
  reply: z.object({ ok: z.boolean(), database: z.boolean(), media: z.boolean(), clock: z.boolean() }),
});

export const readOpenApi = route({
  method: 'GET',
  path: '/openapi.json',
  summary: 'This document',
  permission: 'system.read',
  reply: z.record(z.string(), z.json()),
});
