import { z } from 'zod';

/** What is kept of a comparison of two identifiers with the record. */
export const IdentityDetail = z.object({ matches: z.boolean(), tries: z.int() });
export type IdentityDetail = z.infer<typeof IdentityDetail>;

const letters = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase();

/** Whether two spellings are the same name: case, accents, spaces, hyphens and apostrophes aside. */
export function isSameName(typed: string, onRecord: string): boolean {
  return letters(typed) === letters(onRecord);
}
