import type { Signature } from '@rejoin/shared';
import { createHash } from 'node:crypto';
import type { NoteAddendum } from './addendum.entity.js';
import type { Note } from './note.entity.js';

const sha256 = (content: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(content), 'utf8').digest('hex');

/** Objects with their keys in order: the database keeps no order of its own. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => [key, ordered(part)]);
}

type Signed = Pick<
  Note,
  | 'id'
  | 'sessionId'
  | 'kind'
  | 'patientId'
  | 'episodeId'
  | 'authorId'
  | 'service'
  | 'serviceDate'
  | 'format'
  | 'body'
  | 'clinicianPlace'
  | 'version'
  | 'signedAt'
  | 'signerName'
  | 'signerCredentials'
  | 'signerLicences'
  | 'groupHash'
  | 'lateEntryOn'
> & { facts: object | null };

/** SHA-256 over everything that was signed, in a fixed order: anyone with the row can check that it still stands. */
export function contentHash(note: Signed): string {
  return sha256([
    'rejoin.note.2',
    note.id,
    note.sessionId,
    note.kind,
    note.patientId,
    note.episodeId,
    note.authorId,
    note.service,
    note.serviceDate,
    note.format,
    note.body,
    note.clinicianPlace,
    note.version,
    note.signedAt?.toISOString() ?? null,
    note.signerName,
    note.signerCredentials,
    ordered(note.signerLicences),
    ordered(note.facts),
    note.groupHash,
    note.lateEntryOn,
  ]);
}

/** As the first release sealed: text, author and signer. */
export function contentHashOfSeal1(note: Signed): string {
  return sha256([
    'rejoin.note.1',
    note.id,
    note.sessionId,
    note.patientId,
    note.episodeId,
    note.authorId,
    note.serviceDate,
    note.version,
    note.body,
    note.signedAt?.toISOString() ?? null,
    note.signerName,
    note.signerCredentials,
  ]);
}

/** The co-signature covers what the author signed, by its hash. */
export const cosignHash = (of: { id: string; contentHash: string | null }, by: string, signature: Signature): string =>
  sha256(['rejoin.cosign.1', of.id, of.contentHash, by, signature.at, signature.name, signature.credentials, ordered(signature.licences)]);

/** An addendum covers what it is added to, by its hash. */
export const addendumHash = (of: { id: string; contentHash: string | null }, added: Omit<NoteAddendum, 'contentHash'>): string =>
  sha256([
    'rejoin.addendum.1',
    added.id,
    of.id,
    of.contentHash,
    added.authorId,
    added.at.toISOString(),
    added.body,
    added.authorName,
    added.authorCredentials,
    ordered(added.authorLicences),
  ]);
