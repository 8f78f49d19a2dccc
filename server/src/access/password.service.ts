import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.js';
import type { Actor } from '../common/request.js';
import { AUTH, type Auth } from './auth.js';
import { SignInTries } from './sign-in-tries.service.js';

/** Asks somebody who is signed in for their password again. */
@Injectable()
export class PasswordService {
  constructor(
    private readonly database: DataSource,
    private readonly tries: SignInTries,
    @Inject(AUTH) private readonly auth: Auth,
  ) {}

  /** Throws `auth.wrongPassword`, or `auth.slowDown` after too many tries. */
  async require(actor: Actor, password: string, address: string): Promise<void> {
    const rows: { email: string; hash: string | null }[] = await this.database.query(
      `SELECT u.email, a.password AS hash FROM auth."user" u
       LEFT JOIN auth.account a ON a."userId" = u.id AND a."providerId" = 'credential' WHERE u.id = $1`,
      [actor.userId],
    );
    const [found] = rows;
    if (!found) throw new AppError('auth.signedOut');
    if (!(await this.tries.claim(found.email, address))) throw new AppError('auth.slowDown');
    const context = await this.auth.$context;
    const isRight = found.hash !== null && (await context.password.verify({ hash: found.hash, password }));
    if (!isRight) throw new AppError('auth.wrongPassword');
    await this.tries.wasRight(found.email, address);
  }
}
