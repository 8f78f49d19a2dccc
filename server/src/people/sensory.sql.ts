import { type SensoryProfile, usualSensory } from '@rejoin/shared';
import type { DataSource } from 'typeorm';

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

export async function keepSensory(database: DataSource, personId: string, profile: SensoryProfile): Promise<void> {
  const { ceilingDb, softHighs, dim, largerText, reducedMotion, hidesSelf } = profile;
  await database.query(
    `INSERT INTO sensory_profile (person_id, ceiling_db, soft_highs, dim, larger_text, reduced_motion, hides_self)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (person_id) DO UPDATE SET (ceiling_db, soft_highs, dim, larger_text, reduced_motion, hides_self, changed_at)
       = (EXCLUDED.ceiling_db, EXCLUDED.soft_highs, EXCLUDED.dim, EXCLUDED.larger_text, EXCLUDED.reduced_motion, EXCLUDED.hides_self, now())`,
    [personId, ceilingDb, softHighs, dim, largerText, reducedMotion, hidesSelf],
  );
}
