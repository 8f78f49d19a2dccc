import { createHmac, hkdfSync } from 'node:crypto';
import type { Config } from '../config.js';

/** How a row is written down before it is sealed. A row with other columns gets another form; old seals keep theirs. */
export const sealForm = 1;

/** Every column of a row `e`, in one text that says nothing twice and depends on no setting of the connection. */
export const sealedText = `json_build_array(${sealForm}, e.id, e.entry_id, (extract(epoch FROM e.at) * 1000000)::bigint, e.actor_id, e.action,
  e.outcome, e.row_kind, e.row_id, e.patient_id, e.session_id, e.details)::text`;

export interface Link {
  id: string;
  /** Counts the sealed rows without gaps, which ids do not. */
  position: number;
  hash: Buffer;
}

/** Before the first row. */
export const chainStart: Link = { id: '0', position: 0, hash: Buffer.alloc(32) };

/** Who owns the database alone does not have it. */
export function sealKey({ AUDIT_KEY, AUTH_SECRET }: Pick<Config, 'AUDIT_KEY' | 'AUTH_SECRET'>): Buffer {
  return Buffer.from(hkdfSync('sha256', AUDIT_KEY ?? AUTH_SECRET, '', 'rejoin audit seal', 32));
}

/** The seal of the row that comes after `previous`. */
export function sealed(key: Buffer, previous: Link, row: { id: string; text: string }): Link {
  const position = previous.position + 1;
  const counted = Buffer.alloc(8);
  counted.writeBigUInt64BE(BigInt(position));
  const hash = createHmac('sha256', key).update(previous.hash).update(counted).update(row.text).digest();
  return { id: row.id, position, hash };
}

/** What names a seal to whoever keeps it outside of the database. */
export const anchorOf = ({ id, hash }: Link): string => `${id}:${hash.toString('hex')}`;
