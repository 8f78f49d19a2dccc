import { Injectable } from '@nestjs/common';
import type { RowKind } from '@rejoin/shared';
import { Batches } from '../common/batches.js';
import type { Actor } from '../common/request.js';
import { Prepared } from '../database/prepared.js';
import { renewAfterSeconds, signInSeconds } from './auth.js';
import { withRowFacts, type RowFacts } from './row-facts.js';

/** The row that somebody asks about. */
export interface About {
  kind: RowKind;
  rowId: string | undefined;
}

/** `row` are the facts of the row that was asked about: null where there is no such row, undefined where none was. */
export type Account = Omit<Actor, 'via'> & { isDue: boolean; row?: RowFacts | null };

interface Asked {
  token: string;
  rowId: string | null;
}

export const actorColumns = `p.id AS "personId", COALESCE((
  SELECT json_agg(json_build_object('role', r.role, 'programId', r.program_id))
  FROM role_assignment r
  WHERE r.person_id = p.id AND r.from_at <= now() AND (r.to_at IS NULL OR r.to_at > now())), '[]') AS roles`;

/** One look for the sign-in, the person and the roles that hold now. */
const accountSql = `
  SELECT asked.at::int AS at, asked.row_id AS "rowId", s.id AS "signInId", u.id AS "userId",
    COALESCE(u."twoFactorEnabled", false) AS "twoFactorOn",
    s."expiresAt" < now() + interval '${signInSeconds - renewAfterSeconds} seconds' AS "isDue",
    extract(epoch FROM now() - COALESCE(k.active_at, s."createdAt"))::float8 AS "idleSeconds", ${actorColumns}
  FROM unnest($1::text[], $2::uuid[]) WITH ORDINALITY AS asked (token, row_id, at)
  JOIN auth.session s ON s.token = asked.token JOIN auth."user" u ON u.id = s."userId" JOIN person p ON p.user_id = u.id
  LEFT JOIN sign_in_state k ON k.sign_in_id = s.id
  WHERE s."expiresAt" > now()`;

/** The sign-ins behind requests, read anew for each: those that come while the last look is under way share the next one. */
@Injectable()
export class AccountLooks {
  private readonly looks = new Map<RowKind, Batches<Asked, ReadonlyMap<Asked, Account>>>();

  constructor(private readonly prepared: Prepared) {}

  async find(token: string, about?: About): Promise<Account | undefined> {
    const asked = { token, rowId: about?.rowId ?? null };
    const found = await this.looksAt(asked.rowId === null ? 'none' : (about?.kind ?? 'none')).add(asked);
    return found.get(asked);
  }

  private looksAt(kind: RowKind): Batches<Asked, ReadonlyMap<Asked, Account>> {
    const known = this.looks.get(kind);
    if (known) return known;
    const sql = kind === 'none' ? accountSql : withRowFacts(kind, accountSql);
    const made = new Batches((asked: readonly Asked[]) => this.read(sql, asked));
    this.looks.set(kind, made);
    return made;
  }

  private async read(sql: string, asked: readonly Asked[]): Promise<ReadonlyMap<Asked, Account>> {
    const values = [asked.map(({ token }) => token), asked.map(({ rowId }) => rowId)];
    const found = new Map<Asked, Account>();
    for (const { at, rowId: _, ...account } of await this.prepared.query<(Account & Asked & { at: number })[]>(sql, values)) {
      const one = asked[at - 1];
      if (one) found.set(one, account);
    }
    return found;
  }
}
