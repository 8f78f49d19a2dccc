import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';

/** A code is accepted for at most three steps of half a minute; until then it is remembered. */
const codeLivesSeconds = 120;

/** A code of a code app works once, for whatever it is asked: who looked over a shoulder has nothing of it. */
@Injectable()
export class UsedCodes {
  constructor(private readonly database: DataSource) {}

  /** False where this code was used before. */
  async claim(userId: string | null, code: string): Promise<boolean> {
    await this.database.query('DELETE FROM used_code WHERE used_at < now() - make_interval(secs => $1)', [codeLivesSeconds]);
    const hash = createHash('sha256').update(`${userId}:${code.trim()}`).digest('hex');
    const rows: unknown[] = await this.database.query(
      'INSERT INTO used_code (user_id, code_hash) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING user_id',
      [userId, hash],
    );
    return rows.length > 0;
  }
}
