import { Inject, Injectable, Logger } from '@nestjs/common';
import { randomBytes, randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { AUTH, type Auth } from '../access/auth.js';
import { authPages } from '../access/auth-mails.js';
import { MailService } from '../access/mail.service.js';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../config.js';

const week = 7 * 24 * 3_600_000;

/** The accounts of better-auth behind persons. Rows are written in the caller's transaction: no account without its person. */
@Injectable()
export class AccountService {
  private readonly logger = new Logger(AccountService.name);

  constructor(
    private readonly database: DataSource,
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(CONFIG) private readonly config: Config,
    private readonly mail: MailService,
    private readonly clock: Clock,
  ) {}

  /** An account without a password: its owner chooses one by mail. Gives the id of the account. */
  async create(tx: EntityManager, email: string): Promise<string> {
    const id = randomUUID();
    const now = this.clock.now();
    await tx.query(
      `INSERT INTO auth."user" (id, name, email, "emailVerified", "createdAt", "updatedAt") VALUES ($1, '', $2, false, $3, $3)`,
      [id, email.toLowerCase(), now],
    );
    return id;
  }

  /** Another address has to be verified again, and ends every sign-in and every link that was sent to the old one. */
  async changeEmail(tx: EntityManager, userId: string, email: string): Promise<void> {
    await tx.query(`UPDATE auth."user" SET email = $2, "emailVerified" = false, "updatedAt" = $3 WHERE id = $1`, [
      userId,
      email.toLowerCase(),
      this.clock.now(),
    ]);
    await tx.query('DELETE FROM auth.session WHERE "userId" = $1', [userId]);
    await tx.query('DELETE FROM auth.verification WHERE value = $1', [userId]);
  }

  async remove(tx: EntityManager, userId: string): Promise<void> {
    await tx.query('DELETE FROM auth.session WHERE "userId" = $1', [userId]);
    await tx.query('DELETE FROM auth.verification WHERE value = $1', [userId]);
    await tx.query('DELETE FROM auth."user" WHERE id = $1', [userId]);
  }

  /** Ends every sign-in of a person, by account or link; the database tells sockets and rooms. */
  async signOutEverywhere(personId: string): Promise<{ done: true }> {
    await this.database.transaction(async (tx) => {
      await tx.query('DELETE FROM auth.session WHERE "userId" = (SELECT user_id FROM person WHERE id = $1)', [personId]);
      await tx.query('UPDATE link_session SET revoked_at = $2 WHERE person_id = $1 AND revoked_at IS NULL', [personId, this.clock.now()]);
    });
    return { done: true };
  }

  /** In the background: a mail server that is down loses no person. The sign-in page sends another mail at any time. */
  invite(personId: string, userId: string, email: string): void {
    this.sendInvitation(userId, email).catch((error: unknown) => this.logFailure(personId, error));
  }

  askToVerify(personId: string, email: string): void {
    this.auth.api
      .sendVerificationEmail({ body: { email: email.toLowerCase() } })
      .catch((error: unknown) => this.logFailure(personId, error));
  }

  /** Mails the page to choose a password; throws where the mail cannot be sent. */
  async sendInvitation(userId: string, email: string): Promise<void> {
    const token = randomBytes(24).toString('base64url');
    const { internalAdapter } = await this.auth.$context;
    const expiresAt = new Date(this.clock.now().getTime() + week);
    await internalAdapter.createVerificationValue({ identifier: `reset-password:${token}`, value: userId, expiresAt });
    const page = authPages.reset(this.config.PUBLIC_URL, token);
    await this.mail.send({
      to: email,
      subject: 'Choose your password',
      text: `Welcome. An account was made for this address. Choose a password here to use it:\n\n${page}\n\nThe link works once, for 7 days. After that, "Forgot password" on the sign-in page sends a new one.`,
    });
  }

  private logFailure(personId: string, error: unknown): void {
    const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
    this.logger.error(`No mail could be sent to person ${personId}: ${typeof code === 'string' ? code : 'unknown reason'}`);
  }
}
