import { Injectable } from '@nestjs/common';
import { consentYears, type Consent, type Consents, type ConsentText, type SignConsent } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';

const textJson = `json_build_object('id', t.id, 'kind', t.kind, 'version', t.version, 'title', t.title, 'body', t.body, 'from', t.from_on)`;

/** The newest text of each kind that is in force. */
const textsSql = `
  SELECT DISTINCT ON (t.kind) ${textJson} AS text FROM consent_text t WHERE t.from_on <= $1::date ORDER BY t.kind DESC, t.version DESC`;

const signedSql = `
  SELECT c.id, ${textJson} AS text, c.signers -> 0 ->> 'name' AS "signedName", c.from_at AS "signedAt", c.to_at AS "to",
    c.revoked_at AS "revokedAt", EXISTS (SELECT 1 FROM consent_now n WHERE n.id = c.id) AS current
  FROM consent c JOIN consent_text t ON t.id = c.text_id WHERE c.subject_id = $1 ORDER BY c.from_at DESC`;

interface SignedRow extends Omit<Consent, 'signedAt' | 'to' | 'revokedAt'> {
  signedAt: Date;
  to: Date | null;
  revokedAt: Date | null;
}

const signedView = (row: SignedRow): Consent => ({
  ...row,
  signedAt: row.signedAt.toISOString(),
  to: row.to?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
});

/** What people signed: to a text of a version, in their own words, until they take it back. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(personId: string): Promise<Consents> {
    const [texts, signed] = await Promise.all([this.texts(), this.signed(personId)]);
    return { texts, signed };
  }

  async signed(personId: string): Promise<Consent[]> {
    const rows: SignedRow[] = await this.database.query(signedSql, [personId]);
    return rows.map(signedView);
  }

  private async texts(): Promise<ConsentText[]> {
    const rows: { text: ConsentText }[] = await this.database.query(textsSql, [this.clock.iso().slice(0, 10)]);
    return rows.map(({ text }) => text);
  }

  async sign(personId: string, { id, textId, name }: SignConsent): Promise<Consents> {
    if (!(await this.texts()).some((text) => text.id === textId)) throw new AppError('consent.newer');
    const at = this.clock.now();
    const to = new Date(at);
    to.setUTCFullYear(to.getUTCFullYear() + consentYears);
    const signers = [{ personId, name, capacity: 'patient', at: at.toISOString() }];
    await this.database.query(
      `INSERT INTO consent (id, text_id, subject_id, signers, from_at, to_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING`,
      [id, textId, personId, JSON.stringify(signers), at, to],
    );
    const consents = await this.of(personId);
    if (!consents.signed.some((consent) => consent.id === id)) throw new AppError('row.exists');
    return consents;
  }

  async revoke(personId: string, consentId: string): Promise<Consents> {
    await this.database.query(
      `UPDATE consent SET revoked_at = GREATEST($3, from_at) WHERE id = $1 AND subject_id = $2 AND revoked_at IS NULL`,
      [consentId, personId, this.clock.now()],
    );
    const consents = await this.of(personId);
    if (!consents.signed.some((consent) => consent.id === consentId)) throw new AppError('row.notFound');
    return consents;
  }
}
