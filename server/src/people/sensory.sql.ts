import { type SensoryProfile, usualSensory } from '@rejoin/shared';
import type { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.js';

/** More than anybody tries out; each change draws the rooms of the person anew. */
const sensoryChangesPerMinute = 40;

const columns = 'ceiling_db, soft_highs, dim, larger_text, reduced_motion, hides_self';
const ofColumns = (row: string) => columns.replaceAll(/\w+/g, (name) => `${row}.${name}`);

/** What is so already is written by nobody, and is told to no room. */
const keepSql = `
  INSERT INTO sensory_profile AS p (person_id, ${columns}) VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (person_id) DO UPDATE SET (${columns}, changed_at) = (${ofColumns('EXCLUDED')}, now()),
    paced_from = CASE WHEN p.paced_from > now() - interval '1 minute' THEN p.paced_from ELSE now() END,
    paced_changes = CASE WHEN p.paced_from > now() - interval '1 minute' THEN p.paced_changes + 1 ELSE 1 END
  WHERE (${ofColumns('p')}) IS DISTINCT FROM (${ofColumns('EXCLUDED')})
    AND (p.paced_changes < ${sensoryChangesPerMinute} OR p.paced_from <= now() - interval '1 minute')
  RETURNING 1`;

/** As it was chosen, or as it is for everyone. */
export async function readSensory(database: DataSource, personId: string): Promise<SensoryProfile> {
  const [chosen]: SensoryProfile[] = await database.query(
    `SELECT ceiling_db AS "ceilingDb", soft_highs AS "softHighs", dim, larger_text AS "largerText",
       reduced_motion AS "reducedMotion", hides_self AS "hidesSelf"
     FROM sensory_profile WHERE person_id = $1`,
    [personId],
  );
  return chosen ?? usualSensory;
}

const valuesOf = ({ ceilingDb, softHighs, dim, largerText, reducedMotion, hidesSelf }: SensoryProfile) => [
  ceilingDb,
  softHighs,
  dim,
  largerText,
  reducedMotion,
  hidesSelf,
];

export async function keepSensory(database: DataSource, personId: string, profile: SensoryProfile): Promise<void> {
  const wanted = valuesOf(profile);
  const written: unknown[] = await database.query(keepSql, [personId, ...wanted]);
  if (written.length > 0) return;
  const is = valuesOf(await readSensory(database, personId));
  if (is.some((value, index) => value !== wanted[index])) throw new AppError('auth.tooMany');
}
