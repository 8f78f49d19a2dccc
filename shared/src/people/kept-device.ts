import { z } from 'zod';
import { Id, Instant } from '../ids.js';

/** A patient may keep a device for this long; after that the password is asked again. */
export const keptDeviceDays = 30;

/** Wrong PINs in a row after which the device asks for the password. */
export const pinTries = 5;

const digits = '01234567890';
const backwards = '09876543210';
const repeated = [/^(\d)\1{5}$/, /^(\d\d)\1\1$/, /^(\d{3})\1$/, /^(\d)\1\1(\d)\2\2$/, /^(\d)\1(\d)\2(\d)\3$/];

/** A PIN that somebody would try first: one digit or pair repeated, digits in a row, the same half twice. */
export function isWeakPin(pin: string): boolean {
  return repeated.some((pattern) => pattern.test(pin)) || digits.includes(pin) || backwards.includes(pin);
}

export const Pin = z.string().regex(/^\d{6}$/, 'A PIN has six digits.');
export const NewPin = Pin.refine((pin) => !isWeakPin(pin), 'Others would guess this PIN soon. Please choose another.');

export const KeptDevice = z.object({
  id: Id,
  /** What the browser says of itself. */
  agent: z.string(),
  keptAt: Instant,
  lastUsedAt: Instant,
  expiresAt: Instant,
  /** The device that asks. */
  here: z.boolean(),
});
export type KeptDevice = z.infer<typeof KeptDevice>;

/** How a locked page is opened again. */
export const Unlock = z.union([z.strictObject({ password: z.string().min(1).max(128) }), z.strictObject({ pin: Pin })]);
export type Unlock = z.infer<typeof Unlock>;
