import { z } from 'zod';
import { CalendarDate, filledLine, Id, Instant } from '../ids.js';

export const consentKinds = ['telehealth', 'group'] as const;
export const ConsentKind = z.enum(consentKinds);
export type ConsentKind = z.infer<typeof ConsentKind>;

/** A text as it is signed. A new wording is a new version; what was signed stays as it was. */
export const ConsentText = z.object({
  id: Id,
  kind: ConsentKind,
  version: z.int(),
  title: z.string(),
  /** Plain text: a line before a paragraph is its heading, a line with "- " an item of a list. */
  body: z.string(),
  from: CalendarDate,
});
export type ConsentText = z.infer<typeof ConsentText>;

export const Consent = z.object({
  id: Id,
  text: ConsentText,
  /** The name as it was typed. */
  signedName: z.string(),
  signedAt: Instant,
  to: Instant.nullable(),
  revokedAt: Instant.nullable(),
  /** To the newest text, not taken back, not run out. */
  current: z.boolean(),
});
export type Consent = z.infer<typeof Consent>;

/** The newest text of each kind, and everything that was ever signed, newest first. */
export const Consents = z.object({ texts: z.array(ConsentText), signed: z.array(Consent) });
export type Consents = z.infer<typeof Consents>;

export const SignConsent = z.strictObject({ id: Id, textId: Id, name: filledLine(120) });
export type SignConsent = z.infer<typeof SignConsent>;

/** A signature holds for a year, a default of the field: most payers and states ask for a new one yearly. */
export const consentYears = 1;
