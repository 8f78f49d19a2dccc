import { Inject, Injectable } from '@nestjs/common';
import { staffRoles, type RowKind } from '@rejoin/shared';
import { isAPIError } from 'better-auth/api';
import { fromNodeHeaders } from 'better-auth/node';
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.js';
import type { Actor } from '../common/request.js';
import { CONFIG, type Config } from '../config.js';
import { Prepared } from '../database/prepared.js';
import { signedToken } from './account-session.js';
import { AUTH, cookiePrefix, renewAfterSeconds, signInSeconds, type Auth } from './auth.js';
import { withRowFacts, type RowFacts } from './row-facts.js';

/** The cookie of a session by link, for people without an account. */
export const linkCookieName = (publicUrl: string): string => `${cookiePrefix(publicUrl)}.link`;

const actorColumns = `p.id AS "personId", COALESCE((
  SELECT json_agg(json_build_object('role', r.role, 'programId', r.program_id))
  FROM role_assignment r
  WHERE r.person_id = p.id AND r.from_at <= now() AND (r.to_at IS NULL OR r.to_at > now())), '[]') AS roles`;

type AccountRow = Omit<Actor, 'via'> & { isDue: boolean; row?: RowFacts | null };

/** The row that somebody asks about. */
export interface About {
  kind: RowKind;
  rowId: string | undefined;
}

/** Who asks, and the facts of the row where they were read in the same look: null where there is no such row. */
interface Asking {
  actor: Actor | undefined;
  row?: RowFacts | null;
}

/** One look for the sign-in, the person and the roles that hold now. */
const accountSql = `
  SELECT s.id AS "signInId", u.id AS "userId", COALESCE(u."twoFactorEnabled", false) AS "twoFactorOn",
    s."expiresAt" < now() + interval '${signInSeconds - renewAfterSeconds} seconds' AS "isDue", ${actorColumns}
  FROM auth.session s JOIN auth."user" u ON u.id = s."userId" JOIN person p ON p.user_id = u.id
  WHERE s.token = $1 AND s."expiresAt" > now()`;

function cookie(headers: IncomingHttpHeaders, name: string): string | undefined {
  const found = (headers.cookie ?? '').split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Finds who asks, from the cookie alone: used by requests, sockets and the doorman alike. Never cached. */
@Injectable()
export class ActorService {
  constructor(
    private readonly database: DataSource,
    private readonly prepared: Prepared,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(headers: IncomingHttpHeaders): Promise<Actor | undefined> {
    return (await this.asking(headers)).actor;
  }

  async asking(headers: IncomingHttpHeaders, about?: About): Promise<Asking> {
    const account = await this.byAccount(headers, about);
    if (account) return account;
    const link = cookie(headers, linkCookieName(this.config.PUBLIC_URL));
    return { actor: link ? await this.byLink(link) : undefined };
  }

  /** Staff outside the demo set up a second step before they may do anything else. */
  mustSetUpTwoFactor(actor: Actor): boolean {
    return !this.config.DEMO && !actor.twoFactorOn && actor.roles.some((held) => staffRoles.includes(held.role));
  }

  private async byAccount(headers: IncomingHttpHeaders, about?: About): Promise<Asking | undefined> {
    const { authCookies, secret } = await this.auth.$context;
    const held = cookie(headers, authCookies.sessionToken.name);
    const token = held && signedToken(held, secret);
    if (!token) return undefined;
    const found = await this.account(token, about);
    if (!found) return undefined;
    const { isDue, row, ...person } = found;
    if (isDue && !(await this.session(headers))) return undefined;
    return { actor: { ...person, via: 'account' }, row };
  }

  private async account(token: string, about?: About): Promise<AccountRow | undefined> {
    const rows =
      about?.rowId === undefined || about.kind === 'none'
        ? await this.prepared.query<AccountRow[]>(accountSql, [token])
        : await this.prepared.query<AccountRow[]>(withRowFacts(about.kind, accountSql), [token, about.rowId]);
    return rows[0];
  }

  /** Lengthens a sign-in that is in use, by the rules of better-auth. */
  private async session(headers: IncomingHttpHeaders) {
    try {
      return await this.auth.api.getSession({ headers: fromNodeHeaders(headers) });
    } catch (error) {
      // Signed out in this very moment.
      if (isAPIError(error) && error.statusCode === 401) return null;
      throw new AppError('system.unavailable');
    }
  }

  /** A link is sent by mail and asks for no second step: it carries no role of staff. */
  private async byLink(token: string): Promise<Actor | undefined> {
    const rows: (Pick<Actor, 'personId' | 'roles'> & { signInId: string })[] = await this.database.query(
      `SELECT l.id AS "signInId", ${actorColumns} FROM link_session l JOIN person p ON p.id = l.person_id
       WHERE l.token_hash = $1 AND l.revoked_at IS NULL AND l.expires_at > now()`,
      [hashToken(token)],
    );
    const person = rows[0];
    const roles = person?.roles.filter((held) => !staffRoles.includes(held.role)) ?? [];
    return person && { ...person, roles, via: 'link', userId: null, twoFactorOn: false };
  }
}
