import { z } from 'zod';

/** The lowest ceiling: speech stays audible, and nothing startles. */
export const lowestCeiling = -36;

/** How Rejoin should sound and look for one person, on every device of theirs. */
export const SensoryProfile = z.strictObject({
  /** No sound is ever louder than this, in dBFS: 0 is as loud as it comes. */
  ceilingDb: z.int().min(lowestCeiling).max(0),
  softHighs: z.boolean(),
  /** Less bright, less contrast. */
  dim: z.boolean(),
  largerText: z.boolean(),
  reducedMotion: z.boolean(),
  /** One's own picture is not shown at first. */
  hidesSelf: z.boolean(),
});
export type SensoryProfile = z.infer<typeof SensoryProfile>;

/** As it is for a person who has chosen nothing. */
export const usualSensory: SensoryProfile = {
  ceilingDb: -6,
  softHighs: false,
  dim: false,
  largerText: false,
  reducedMotion: false,
  hidesSelf: false,
};

export const SensoryForStaff = z.object(SensoryProfile.omit({ hidesSelf: true }).shape);
export type SensoryForStaff = z.infer<typeof SensoryForStaff>;

function ceilingWords(ceilingDb: number): string {
  if (ceilingDb <= -27) return 'sound ceiling very low';
  if (ceilingDb <= -15) return 'sound ceiling low';
  return ceilingDb < usualSensory.ceilingDb ? 'sound ceiling lowered' : '';
}

/** What staff read of it, in one line; empty where nothing is out of the ordinary. */
export function sensoryLine({ ceilingDb, softHighs, dim, largerText, reducedMotion }: SensoryForStaff): string {
  const parts = [
    ceilingWords(ceilingDb),
    softHighs && 'highs softened',
    dim && 'calmer screen',
    largerText && 'larger text',
    reducedMotion && 'less movement',
  ].filter((part) => part !== false && part !== '');
  const line = parts.join(', ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}
