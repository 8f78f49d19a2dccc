import { Inject, Injectable } from '@nestjs/common';
import { staffRoles } from '@rejoin/shared';
import { isAPIError } from 'better-auth/api';
import { fromNodeHeaders } from 'better-auth/node';
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.js';
import type { Actor } from '../common/request.js';
import { CONFIG, type Config } from '../config.js';
import { AccountLooks, actorColumns, type About } from './account-looks.js';
import { signedToken } from './account-session.js';
import { AUTH, cookiePrefix, type Auth } from './auth.js';
import type { RowFacts } from './row-facts.js';
import { SignInState } from './sign-in-state.service.js';

/** The cookie of a session by link, for people without an account. */
export const linkCookieName = (publicUrl: string): string => `${cookiePrefix(publicUrl)}.link`;

/** Who asks, and the facts of the row where they were read in the same look: null where there is no such row. */
interface Asking {
  actor: Actor | undefined;
  row?: RowFacts | null;
}

/** The value of a cookie that was sent. */
export function cookie(headers: IncomingHttpHeaders, name: string): string | undefined {
  const found = (headers.cookie ?? '').split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Finds who asks, from the cookie alone: used by requests, sockets and the doorman alike. Never cached. */
@Injectable()
export class ActorService {
  constructor(
    private readonly database: DataSource,
    private readonly looks: AccountLooks,
    private readonly state: SignInState,
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
    const found = await this.looks.find(token, about);
    if (!found) return undefined;
    const { isDue, row, ...person } = found;
    const actor = await this.state.check({ ...person, via: 'account' });
    if (!actor || (isDue && !(await this.session(headers)))) return undefined;
    return { actor, row };
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
    const rows: Pick<Actor, 'personId' | 'roles' | 'signInId' | 'idleSeconds'>[] = await this.database.query(
      `SELECT l.id AS "signInId", extract(epoch FROM now() - l.active_at)::float8 AS "idleSeconds", ${actorColumns} FROM link_session l JOIN person p ON p.id = l.person_id
       WHERE l.token_hash = $1 AND l.revoked_at IS NULL AND l.expires_at > now()`,
      [hashToken(token)],
    );
    const person = rows[0];
    const roles = person?.roles.filter((held) => !staffRoles.includes(held.role)) ?? [];
    return person && this.state.check({ ...person, roles, via: 'link', userId: null, twoFactorOn: false });
  }
}
