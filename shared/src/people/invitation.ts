import { z } from 'zod';
import { Instant } from '../ids.js';

/** The link of an invitation works this long. */
export const invitationDays = 7;

/** Between two invitations, and how many a day. */
export const inviteAgainMinutes = 10;
export const invitationsPerDay = 5;

/** Whether somebody has come in yet. `none`: there is no account, for there is no e-mail address. */
export const Invitation = z.object({
  state: z.enum(['none', 'waiting', 'over', 'opened']),
  sentAt: Instant.nullable(),
  expiresAt: Instant.nullable(),
});
export type Invitation = z.infer<typeof Invitation>;
