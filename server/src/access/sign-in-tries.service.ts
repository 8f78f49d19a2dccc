import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';

const forgottenAfter = `interval '15 minutes'`;
const knownFor = `interval '30 days'`;

/** From one address: five tries, then one a minute. */
const ofOneAddress = { limit: 5, pauseSeconds: 60 };
/** From all addresses that never were right: twenty tries, then one in half a minute. */
const ofAllAddresses = { limit: 20, pauseSeconds: 30 };

const keyOf = (email: string): string => createHash('sha256').update(email.trim().toLowerCase()).digest('hex');

/** Counts a try before it is made, so that many at once are no way around; nothing is counted where it is refused. */
const claim = `
  INSERT INTO sign_in_try AS t (account, address, failed) VALUES ($1, $2, 1)
  ON CONFLICT (account, address) DO UPDATE SET failed_at = now(),
    failed = CASE WHEN t.failed_at < now() - ${forgottenAfter} THEN 1 ELSE t.failed + 1 END
  WHERE t.failed < $3 OR t.failed_at < now() - make_interval(secs => $4)
  RETURNING right_at > now() - ${knownFor} AS known`;

/**
 * Slows down guessing at one account's password. Where the password was right before, only tries from that same address count,
 * so that nobody elsewhere can keep a person out; and a pause lasts a minute at most.
 */
@Injectable()
export class SignInTries {
  constructor(private readonly database: DataSource) {}

  /** Whether a password may be tried now. */
  async claim(email: string, address: string): Promise<boolean> {
    const account = keyOf(email);
    const own = await this.count(account, address, ofOneAddress);
    if (!own) return false;
    return own.known || (await this.count(account, '', ofAllAddresses)) !== undefined;
  }

  async wasRight(email: string, address: string): Promise<void> {
    const account = keyOf(email);
    await this.database.query(
      `UPDATE sign_in_try SET failed = CASE WHEN address = '' THEN greatest(failed - 1, 0) ELSE 0 END, right_at = now()
       WHERE account = $1 AND address IN ($2, '')`,
      [account, address],
    );
    await this.database.query(
      `DELETE FROM sign_in_try WHERE failed_at < now() - ${knownFor} AND COALESCE(right_at, failed_at) < now() - ${knownFor}`,
    );
  }

  private async count(
    account: string,
    address: string,
    { limit, pauseSeconds }: typeof ofOneAddress,
  ): Promise<{ known: boolean } | undefined> {
    const rows: { known: boolean | null }[] = await this.database.query(claim, [account, address, limit, pauseSeconds]);
    return rows[0] && { known: rows[0].known ?? false };
  }
}
