import { z } from 'zod';
import { line } from '../ids.js';

export const wishedCameras = ['on', 'off'] as const;
export const wishedVoices = ['speak', 'muted', 'chatOnly'] as const;

/** How somebody wants to take part today. Each is an allowed step, and none a fault. */
export const Wish = z.object({
  camera: z.enum(wishedCameras),
  voice: z.enum(wishedVoices),
  /** "Please don't call on me today." */
  dontCall: z.boolean(),
});
export type Wish = z.infer<typeof Wish>;

/** A short line in one's own words: for staff. */
export const WishLine = line(120).pipe(z.string().min(1, 'Write something, or leave the line out.'));

/** A wish as it is shown to the person and to staff; the line is absent where there is none, or where it was erased. */
export const WishInView = Wish.extend({ line: z.string().optional() });
export type WishInView = z.infer<typeof WishInView>;

/** What one takes part with who has not said anything. */
export const plainWish: Wish = { camera: 'on', voice: 'speak', dontCall: false };

/** A wish that staff need not look out for. */
export const isPlain = (wish: WishInView): boolean =>
  wish.camera === 'on' && wish.voice === 'speak' && !wish.dontCall && wish.line === undefined;
