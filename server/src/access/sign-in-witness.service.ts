import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { AppError } from '../common/app-error.js';
import type { Actor } from '../common/request.js';
import { signedToken } from './account-session.js';
import { ActorService, cookie } from './actor.service.js';
import { AUTH, type Auth } from './auth.js';
import { SignInState, type How } from './sign-in-state.service.js';
import { SignInTries } from './sign-in-tries.service.js';
import { UsedCodes } from './used-codes.service.js';

/** A request to the accounts part, with what has to be known before it is answered. */
export interface Attempt {
  path: string;
  address: string;
  actor: Actor | undefined;
  /** Whose account it is about, where nobody is signed in. */
  userId: string | null;
  email: string;
  code: string;
}

const hows: Readonly<Record<string, How>> = {
  '/sign-in/email': 'password',
  '/magic-link/verify': 'link',
  '/two-factor/verify-totp': 'code',
  '/two-factor/verify-backup-code': 'backupCode',
};

/** What somebody who is signed in did to their account. */
const deeds: Readonly<Record<string, string>> = {
  '/sign-out': 'signIn.signOut',
  '/revoke-session': 'signIn.revoke',
  '/change-password': 'password.change',
  '/reset-password': 'password.reset',
  '/two-factor/verify-totp': 'secondStep.on',
  '/two-factor/disable': 'secondStep.off',
};

/** What only somebody who is there may do: a locked sign-in may not, but whoever signs in anew may. */
const ofTheAccount: readonly string[] = [
  '/get-session',
  '/list-sessions',
  '/revoke-session',
  '/change-password',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
];

function textIn(body: unknown, key: string): string {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, key) : undefined;
  return typeof value === 'string' ? value : '';
}

/** Only these answers tell that the password was right: others refuse before it is looked at. */
async function isRight(answer: globalThis.Response): Promise<boolean> {
  if (answer.ok) return true;
  if (answer.status !== 403) return false;
  const body: unknown = await answer
    .clone()
    .json()
    .catch(() => undefined);
  return textIn(body, 'code') === 'EMAIL_NOT_VERIFIED';
}

/** Stands at the door of the accounts part: who is idle or guesses is stopped, what happened is kept, a code works once. */
@Injectable()
export class SignInWitness {
  constructor(
    private readonly database: DataSource,
    private readonly actors: ActorService,
    private readonly state: SignInState,
    private readonly tries: SignInTries,
    private readonly codes: UsedCodes,
    private readonly audit: AuditService,
    @Inject(AUTH) private readonly auth: Auth,
  ) {}

  /** Throws where the request goes no further. */
  async before(request: Request): Promise<Attempt> {
    const { path, headers } = request;
    const body: unknown = request.body;
    const email = textIn(body, 'email');
    const attempt = { path, address: request.ip ?? '', actor: await this.actors.of(headers), email, code: textIn(body, 'code') };
    if (attempt.actor?.locked && ofTheAccount.includes(path)) throw new AppError('auth.locked');
    if (path === '/sign-in/email' && !(await this.tries.claim(email, attempt.address))) {
      await this.failed({ ...attempt, userId: null }, 'auth.slowDown');
      throw new AppError('auth.slowDown');
    }
    return { ...attempt, userId: await this.userOf(request) };
  }

  /** Records what came of it. Gives the answer, or another where a code was used before. */
  async after(attempt: Attempt, answer: globalThis.Response): Promise<globalThis.Response> {
    const { path, actor } = attempt;
    const how = hows[path];
    const token = await this.tokenIn(answer);
    if (path === '/sign-in/email' && (await isRight(answer))) await this.tries.wasRight(attempt.email, attempt.address);
    const isNew = how !== undefined && !(actor && path === '/two-factor/verify-totp');
    if (isNew && token) return (await this.opened(attempt, how, token)) ? answer : this.usedBefore(attempt, token);
    if (token) await this.state.opened(token, how ?? 'password');
    if (isNew && (answer.status >= 400 || answer.status === 302)) await this.failed(attempt, String(answer.status));
    const deed = isNew ? undefined : deeds[path];
    if (deed && answer.status === 200) await this.did(attempt, deed);
    return answer;
  }

  private async opened(attempt: Attempt, how: How, token: string): Promise<boolean> {
    if (how === 'code' && !(await this.codes.claim(attempt.actor?.userId ?? attempt.userId, attempt.code))) return false;
    await this.state.opened(token, how);
    const rows: { id: string }[] = await this.database.query(
      `SELECT p.id FROM auth.session s JOIN person p ON p.user_id = s."userId" WHERE s.token = $1`,
      [token],
    );
    const personId = rows[0]?.id ?? null;
    await this.audit.record({
      actorId: personId,
      action: 'signIn.open',
      outcome: 'done',
      rowKind: 'person',
      rowId: personId,
      details: { how },
    });
    return true;
  }

  private async usedBefore(attempt: Attempt, token: string): Promise<globalThis.Response> {
    await this.database.query('DELETE FROM auth.session WHERE token = $1', [token]);
    await this.failed(attempt, 'used before');
    return Response.json({ code: 'INVALID_CODE', message: 'This code was used before. Wait for the next one.' }, { status: 401 });
  }

  private async failed({ path, email, userId }: Attempt, why: string): Promise<void> {
    const rows: { id: string }[] = await this.database.query(
      'SELECT p.id FROM auth."user" u JOIN person p ON p.user_id = u.id WHERE u.email = $1 OR u.id = $2',
      [email.toLowerCase(), userId],
    );
    const details = { how: hows[path] ?? '', why };
    await this.audit.record({ actorId: null, action: 'signIn.fail', outcome: 'refused', rowKind: 'person', rowId: rows[0]?.id, details });
  }

  private async did(attempt: Attempt, action: string): Promise<void> {
    const { actor, userId, path } = attempt;
    const rows: { id: string }[] = actor ? [] : await this.database.query('SELECT id FROM person WHERE user_id = $1', [userId]);
    const personId = actor?.personId ?? rows[0]?.id;
    if (personId === undefined) return;
    await this.audit.record({ actorId: personId, action, outcome: 'done', rowKind: 'person', rowId: personId });
    if (path !== '/two-factor/verify-totp') return;
    await this.codes.claim(actor?.userId ?? userId, attempt.code);
    await this.endKeptDevices(personId);
  }

  /** A second step is never passed by a PIN. */
  private async endKeptDevices(personId: string): Promise<void> {
    await this.database.query('UPDATE kept_device SET revoked_at = now() WHERE person_id = $1 AND revoked_at IS NULL', [personId]);
  }

  private async userOf({ path, body, headers }: Request): Promise<string | null> {
    const { createAuthCookie, secret, internalAdapter } = await this.auth.$context;
    const held = path.startsWith('/two-factor/') && cookie(headers, createAuthCookie('two_factor').name);
    const challenge = held ? signedToken(held, secret) : undefined;
    const reset = path === '/reset-password' ? `reset-password:${textIn(body, 'token')}` : undefined;
    const identifier = challenge ?? reset;
    return identifier === undefined ? null : ((await internalAdapter.findVerificationValue(identifier))?.value ?? null);
  }

  /** The token of the sign-in that an answer begins. */
  private async tokenIn(answer: globalThis.Response): Promise<string | undefined> {
    const { authCookies, secret } = await this.auth.$context;
    const start = `${authCookies.sessionToken.name}=`;
    const set = answer.headers.getSetCookie().findLast((each) => each.startsWith(start));
    return set && signedToken(set.slice(start.length).split(';')[0] ?? '', secret);
  }
}
