import type { Signature } from '@rejoin/shared';
import type { EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { dayOf } from '../schedule/wall-time.js';

type Queries = Pick<EntityManager, 'query'>;

/** Who may co-sign what `author` wrote of a day: their supervisors of that day, licensed on it and on the day of co-signing. */
export const cosigners = (author: string, serviceDay: string, today: string): string => `
  SELECT DISTINCT p.id, p.given_name || ' ' || p.family_name AS name
  FROM supervision v JOIN person p ON p.id = v.supervisor_id
  WHERE v.person_id = ${author} AND v.supervisor_id <> ${author} AND v.from_on <= ${serviceDay} AND (v.to_on IS NULL OR v.to_on >= ${serviceDay})
    AND EXISTS (SELECT 1 FROM licence l WHERE l.person_id = p.id AND ${serviceDay} BETWEEN l.from_on AND l.to_on)
    AND EXISTS (SELECT 1 FROM licence l WHERE l.person_id = p.id AND ${today} BETWEEN l.from_on AND l.to_on)`;

const signerSql = `
  SELECT p.given_name || ' ' || p.family_name AS name, coalesce(f.credentials, '') AS credentials, coalesce(f.pre_licensed, false) AS "preLicensed",
    coalesce((SELECT json_agg(json_build_object('type', l.type, 'number', l.number, 'state', l.state) ORDER BY l.state, l.type, l.number)
      FROM licence l WHERE l.person_id = p.id AND $2::date BETWEEN l.from_on AND l.to_on), '[]') AS licences
  FROM person p LEFT JOIN staff_profile f ON f.person_id = p.id WHERE p.id = $1`;

export interface Signer {
  signature: Signature;
  /** The day of signing, where the program is. */
  today: string;
  preLicensed: boolean;
}

/** Name, credentials and licences of a person as they stand at this moment. */
export async function signerOf(tx: Queries, personId: string, now: Date, programZone: string): Promise<Signer> {
  const today = dayOf(now, programZone);
  const rows: (Omit<Signature, 'at'> & { preLicensed: boolean })[] = await tx.query(signerSql, [personId, today]);
  if (!rows[0]) throw new AppError('row.notFound');
  const { preLicensed, ...who } = rows[0];
  return { signature: { ...who, at: now.toISOString() }, today, preLicensed };
}

export interface Cosigner {
  id: string;
  name: string;
}

export const cosignersOf = (tx: Queries, authorId: string, serviceDate: string, today: string): Promise<Cosigner[]> =>
  tx.query(`${cosigners('$1', '$2::date', '$3::date')} ORDER BY 2, 1`, [authorId, serviceDate, today]);
