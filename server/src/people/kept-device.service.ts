import { Inject, Injectable } from '@nestjs/common';
import { keptDeviceDays, pinTries, staffRoles, type KeptDevice } from '@rejoin/shared';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { hashToken } from '../access/actor.service.js';
import { AUTH, type Auth } from '../access/auth.js';
import { SignInState } from '../access/sign-in-state.service.js';
import { AuditService } from '../audit/audit.service.js';
import { AppError } from '../common/app-error.js';
import type { Actor } from '../common/request.js';
import { hashPin, isPin } from './pin.js';

interface Device {
  id: string;
  personId: string;
  pinHash: string;
  failedTries: number;
}

const usable = 'revoked_at IS NULL AND expires_at > now()';

/** Whoever leads to other people's records, or has a second step, types it at every sign-in. */
const mayKeep = `u."twoFactorEnabled" IS NOT TRUE
  AND EXISTS (SELECT FROM role_assignment r WHERE r.person_id = p.id AND r.role = 'patient'
    AND r.from_at <= now() AND (r.to_at IS NULL OR r.to_at > now()))
  AND NOT EXISTS (SELECT FROM role_assignment r WHERE r.person_id = p.id AND r.role = ANY ($2)
    AND (r.to_at IS NULL OR r.to_at > now()))`;

/** Devices that patients keep: a random token in a cookie, and a PIN of their own that opens the account there. */
@Injectable()
export class KeptDeviceService {
  constructor(
    private readonly database: DataSource,
    private readonly state: SignInState,
    private readonly audit: AuditService,
    @Inject(AUTH) private readonly auth: Auth,
  ) {}

  async isKept(token: string | undefined): Promise<boolean> {
    return token !== undefined && (await this.find(token)) !== undefined;
  }

  /** Gives the token for the cookie. The same id again changes the PIN of that device and gives it a new token. */
  async keep(actor: Actor, { id, pin }: { id: string; pin: string }, agent: string, replaced: string | undefined): Promise<string> {
    await this.requirePatient(actor);
    if ((await this.state.howOf(actor.signInId)) === 'pin') throw new AppError('device.passwordFirst');
    const token = randomBytes(32).toString('base64url');
    const pinHash = await hashPin(pin);
    await this.database.transaction(async (tx) => {
      if (replaced)
        await tx.query(`UPDATE kept_device SET revoked_at = now() WHERE token_hash = $1 AND id <> $2`, [hashToken(replaced), id]);
      const kept: unknown[] = await tx.query(
        `INSERT INTO kept_device AS d (id, person_id, token_hash, pin_hash, agent, expires_at)
         VALUES ($1, $2, $3, $4, $5, now() + make_interval(days => $6))
         ON CONFLICT (id) DO UPDATE SET token_hash = excluded.token_hash, pin_hash = excluded.pin_hash
           WHERE d.person_id = excluded.person_id AND d.revoked_at IS NULL
         RETURNING id`,
        [id, actor.personId, hashToken(token), pinHash, agent.slice(0, 300), keptDeviceDays],
      );
      if (kept.length === 0) throw new AppError('row.exists');
      await this.audit.record(this.entry(actor.personId, 'device.keep'), tx);
    });
    return token;
  }

  async list(actor: Actor, token: string | undefined): Promise<KeptDevice[]> {
    const rows: (Omit<KeptDevice, 'keptAt' | 'lastUsedAt' | 'expiresAt'> & Record<'keptAt' | 'lastUsedAt' | 'expiresAt', Date>)[] =
      await this.database.query(
        `SELECT id, agent, created_at AS "keptAt", last_used_at AS "lastUsedAt", expires_at AS "expiresAt", token_hash = $2 AS here
         FROM kept_device WHERE person_id = $1 AND ${usable} ORDER BY last_used_at DESC`,
        [actor.personId, token === undefined ? '' : hashToken(token)],
      );
    return rows.map((row) => ({
      ...row,
      keptAt: row.keptAt.toISOString(),
      lastUsedAt: row.lastUsedAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    }));
  }

  async end(actor: Actor, deviceId: string): Promise<void> {
    const ended: [unknown[], number] = await this.database.query(
      'UPDATE kept_device SET revoked_at = COALESCE(revoked_at, now()) WHERE id = $1 AND person_id = $2 RETURNING id',
      [deviceId, actor.personId],
    );
    if (ended[1] === 0) throw new AppError('row.notFound');
    await this.audit.record(this.entry(actor.personId, 'device.end'));
  }

  async changePin(actor: Actor, token: string | undefined, pin: string, newPin: string): Promise<void> {
    const device = await this.proven(token, pin, actor.personId);
    await this.database.query('UPDATE kept_device SET pin_hash = $2 WHERE id = $1', [device.id, await hashPin(newPin)]);
    await this.audit.record(this.entry(actor.personId, 'device.changePin'));
  }

  /** Signs in by the PIN of a kept device. Gives the token of the new sign-in. */
  async open(token: string | undefined, pin: string, from: { agent: string; address: string }): Promise<string> {
    const device = await this.proven(token, pin);
    const rows: { userId: string }[] = await this.database.query(
      `SELECT u.id AS "userId" FROM person p JOIN auth."user" u ON u.id = p.user_id WHERE p.id = $1 AND ${mayKeep}`,
      [device.personId, staffRoles],
    );
    const userId = rows[0]?.userId;
    if (userId === undefined) return this.gone(device);
    const { internalAdapter } = await this.auth.$context;
    const session = await internalAdapter.createSession(userId, false, { userAgent: from.agent, ipAddress: from.address });
    await this.state.opened(session.token, 'pin');
    await this.audit.record({ ...this.entry(device.personId, 'signIn.open'), details: { how: 'pin' } });
    return session.token;
  }

  /** The device of this cookie with its right PIN; `personId` where it has to be theirs. */
  async proven(token: string | undefined, pin: string, personId?: string): Promise<Device> {
    const device = token === undefined ? undefined : await this.claimTry(token);
    if (!device || (personId !== undefined && device.personId !== personId)) throw new AppError('device.gone');
    if (!(await isPin(pin, device.pinHash))) return this.wrongPin(device);
    await this.database.query('UPDATE kept_device SET failed_tries = 0, last_used_at = now() WHERE id = $1', [device.id]);
    return device;
  }

  private async requirePatient(actor: Actor): Promise<void> {
    const sql = `SELECT p.id FROM person p JOIN auth."user" u ON u.id = p.user_id WHERE p.id = $1 AND ${mayKeep}`;
    const rows: unknown[] = await this.database.query(sql, [actor.personId, staffRoles]);
    if (actor.via !== 'account' || rows.length === 0) throw new AppError('device.patientsOnly');
  }

  private async find(token: string): Promise<{ id: string } | undefined> {
    const rows: { id: string }[] = await this.database.query(`SELECT id FROM kept_device WHERE token_hash = $1 AND ${usable}`, [
      hashToken(token),
    ]);
    return rows[0];
  }

  /** A try counts before it is made, so that many at once are not more than five. */
  private async claimTry(token: string): Promise<Device | undefined> {
    const [rows]: [Device[], number] = await this.database.query(
      `UPDATE kept_device SET failed_tries = failed_tries + 1 WHERE token_hash = $1 AND ${usable} AND failed_tries < $2
       RETURNING id, person_id AS "personId", pin_hash AS "pinHash", failed_tries AS "failedTries"`,
      [hashToken(token), pinTries],
    );
    return rows[0];
  }

  private async wrongPin(device: Device): Promise<never> {
    await this.audit.record({ ...this.entry(device.personId, 'device.pinWrong'), actorId: null, outcome: 'refused' });
    if (device.failedTries >= pinTries) return this.gone(device);
    throw new AppError('device.wrongPin');
  }

  private async gone(device: Device): Promise<never> {
    await this.database.query('UPDATE kept_device SET revoked_at = now() WHERE id = $1 AND revoked_at IS NULL', [device.id]);
    await this.audit.record({ ...this.entry(device.personId, 'device.end'), actorId: null });
    throw new AppError('device.gone');
  }

  private entry(personId: string, action: string) {
    return { actorId: personId, action, outcome: 'done', rowKind: 'person', rowId: personId } as const;
  }
}
