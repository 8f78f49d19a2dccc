import { createHash } from 'node:crypto';

export interface SignedContent {
  id: string;
  sessionId: string;
  patientId: string;
  episodeId: string;
  authorId: string;
  serviceDate: string;
  version: number;
  body: string;
  signedAt: Date;
  signerName: string;
  signerCredentials: string;
}

/** SHA-256 over everything that was signed, in a fixed order: anyone with the row can check that it still stands. */
export function contentHash(content: SignedContent): string {
  const canonical = JSON.stringify([
    'rejoin.note.1',
    content.id,
    content.sessionId,
    content.patientId,
    content.episodeId,
    content.authorId,
    content.serviceDate,
    content.version,
    content.body,
    content.signedAt.toISOString(),
    content.signerName,
    content.signerCredentials,
  ]);
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}
