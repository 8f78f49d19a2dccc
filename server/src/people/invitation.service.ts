import { Injectable } from '@nestjs/common';
import { inviteAgainMinutes, invitationsPerDay, type Invitation } from '@rejoin/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { AccountService } from './account.service.js';

interface Found {
  userId: string | null;
  email: string | null;
  opened: boolean;
  sentAt: Date | null;
  expiresAt: Date | null;
  today: number;
  isFresh: boolean;
  isOver: boolean;
}

const foundSql = `
  SELECT p.user_id AS "userId", p.email, i.sent_at AS "sentAt", i.expires_at AS "expiresAt", COALESCE(i.expires_at <= now(), true) AS "isOver",
    COALESCE(u."emailVerified" OR EXISTS (SELECT FROM auth.account a WHERE a."userId" = u.id AND a.password IS NOT NULL), false) AS opened,
    COALESCE(i.sent_at > now() - make_interval(mins => $2), false) AS "isFresh",
    (SELECT count(*)::int FROM invitation WHERE person_id = p.id AND sent_at > now() - interval '1 day') AS today
  FROM person p LEFT JOIN auth."user" u ON u.id = p.user_id
    LEFT JOIN LATERAL (SELECT sent_at, expires_at FROM invitation WHERE person_id = p.id ORDER BY sent_at DESC LIMIT 1) i ON true
  WHERE p.id = $1`;

/** Whether people have opened their accounts, and a second mail for those who have not. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly database: DataSource,
    private readonly accounts: AccountService,
  ) {}

  async read(personId: string): Promise<Invitation> {
    const found = await this.find(this.database.manager, personId);
    const state = found.userId === null ? 'none' : found.opened ? 'opened' : found.isOver ? 'over' : 'waiting';
    return { state, sentAt: found.sentAt?.toISOString() ?? null, expiresAt: found.expiresAt?.toISOString() ?? null };
  }

  async again(personId: string): Promise<Invitation> {
    const { userId, email } = await this.database.transaction(async (tx) => {
      await tx.query('SELECT id FROM person WHERE id = $1 FOR UPDATE', [personId]);
      const found = await this.find(tx, personId);
      if (found.opened) throw new AppError('invitation.opened');
      if (found.userId === null || found.email === null) throw new AppError('invitation.noAddress');
      if (found.isFresh || found.today >= invitationsPerDay) throw new AppError('invitation.tooSoon');
      await tx.query('DELETE FROM auth.verification WHERE value = $1', [found.userId]);
      await this.accounts.noteInvitation(tx, found.userId);
      return { userId: found.userId, email: found.email };
    });
    this.accounts.invite(personId, userId, email, true);
    return this.read(personId);
  }

  private async find(db: EntityManager, personId: string): Promise<Found> {
    const rows: Found[] = await db.query(foundSql, [personId, inviteAgainMinutes]);
    const [found] = rows;
    if (!found) throw new AppError('row.notFound');
    return found;
  }
}
