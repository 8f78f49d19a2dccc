import { z } from 'zod';
import { Done, Id } from '../ids.js';
import { route } from '../route.js';
import { Activity } from './idle.js';
import { Invitation } from './invitation.js';
import { KeptDevice, NewPin, Pin, Unlock } from './kept-device.js';

const personId = z.object({ personId: Id });
const deviceId = z.object({ deviceId: Id });
const ofPerson = { in: 'params', key: 'personId' } as const;

export const reportActivity = route({
  method: 'POST',
  path: '/me/activity',
  summary: 'Somebody is using this page: pointer, key or touch. Nothing else lengthens a sign-in',
  permission: 'me.active',
  body: Activity,
  reply: Done,
});

export const unlock = route({
  method: 'POST',
  path: '/me/unlock',
  summary: 'Open the pages again that were locked while I stand in a live room',
  permission: 'me.unlock',
  body: Unlock,
  reply: Done,
});

export const readKeptDevice = route({
  method: 'GET',
  path: '/kept-device',
  summary: 'Whether this browser is a kept device, where a PIN opens the account. Says nothing of whose',
  permission: 'device.open',
  reply: z.object({ kept: z.boolean() }),
});

export const openKeptDevice = route({
  method: 'POST',
  path: '/kept-device/open',
  summary: 'Sign in with the PIN of this kept device',
  permission: 'device.open',
  body: z.object({ pin: Pin }),
  reply: Done,
});

export const listKeptDevices = route({
  method: 'GET',
  path: '/me/kept-devices',
  summary: 'The devices that I keep',
  permission: 'me.devices',
  reply: z.array(KeptDevice),
});

export const keepDevice = route({
  method: 'POST',
  path: '/me/kept-devices',
  summary: 'Keep this device for 30 days with a PIN of my own; for patients who signed in with their password or a link',
  permission: 'me.devices',
  body: z.object({ id: Id, pin: NewPin }),
  reply: Done,
});

export const changePin = route({
  method: 'POST',
  path: '/me/kept-devices/pin',
  summary: 'Choose another PIN for this kept device',
  permission: 'me.devices',
  body: z.object({ pin: Pin, newPin: NewPin }),
  reply: Done,
});

export const endKeptDevice = route({
  method: 'POST',
  path: '/me/kept-devices/:deviceId/end',
  summary: 'Keep this device no longer; its PIN opens nothing from now on',
  permission: 'me.devices',
  params: deviceId,
  reply: Done,
});

export const readInvitation = route({
  method: 'GET',
  path: '/people/:personId/invitation',
  summary: 'Whether a person has opened their account, and until when their invitation works',
  permission: 'person.read',
  row: ofPerson,
  params: personId,
  reply: Invitation,
});

export const inviteAgain = route({
  method: 'POST',
  path: '/people/:personId/invitation',
  summary: 'Mail the invitation again to a person who never opened their account; earlier links end',
  permission: 'person.change',
  row: ofPerson,
  params: personId,
  reply: Invitation,
});

export const endSignIns = route({
  method: 'POST',
  path: '/people/:personId/end-sign-ins',
  summary: 'A lost phone: end every sign-in and every kept device of a person',
  permission: 'person.change',
  row: ofPerson,
  params: personId,
  reply: Done,
});
