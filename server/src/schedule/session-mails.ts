import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MailService } from '../access/mail.service.js';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../config.js';
import { timeMails, whenIn } from './time-mails.js';

interface Row {
  email: string;
  zone: string;
  startsAt: Date;
  phone: string;
}

const patientsSql = `
  SELECT n.email, n.zone, s.starts_at AS "startsAt", COALESCE(p.settings ->> 'phone', '') AS phone
  FROM session s JOIN program p ON p.id = s.program_id JOIN seat x ON x.session_id = s.id JOIN person n ON n.id = x.person_id
  WHERE s.id = $1 AND x.capacity IN ('patient', 'coFacilitator') AND x.ended_at IS NULL AND n.email IS NOT NULL AND n.user_id IS NOT NULL
    AND ($2::uuid IS NULL OR n.id = $2)`;

/** One plain mail to each patient when a time is made, moved or called off. It signs nobody in and names nothing. */
@Injectable()
export class SessionMails {
  private readonly logger = new Logger(SessionMails.name);

  constructor(
    private readonly database: DataSource,
    private readonly mail: MailService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  made(sessionId: string, personId?: string): void {
    this.tell(sessionId, ({ zone, startsAt }) => timeMails.made(whenIn(startsAt, zone), this.page(sessionId)), personId);
  }

  /** Only where the time itself is another one: whoever edits a plan five times mails nobody five times. */
  moved(sessionId: string, before: string | undefined, after: string): void {
    if (before === undefined || before === after) return;
    const old = new Date(before);
    this.tell(sessionId, ({ zone, startsAt }) => timeMails.moved(whenIn(old, zone), whenIn(startsAt, zone), this.page(sessionId)));
  }

  calledOff(sessionId: string): void {
    this.tell(sessionId, ({ zone, startsAt, phone }) => timeMails.calledOff(whenIn(startsAt, zone), phone));
  }

  private page(sessionId: string): string {
    return `${this.config.PUBLIC_URL}/go/${sessionId}`;
  }

  /** Nobody waits for a mail: one that is not sent is told in the log. */
  private tell(sessionId: string, write: (row: Row) => { subject: string; text: string }, personId?: string): void {
    this.send(sessionId, write, personId).catch((error: unknown) =>
      this.logger.warn(`Mails about ${sessionId} were not sent: ${String(error)}`),
    );
  }

  private async send(sessionId: string, write: (row: Row) => { subject: string; text: string }, personId?: string): Promise<void> {
    const rows: Row[] = await this.database.query(patientsSql, [sessionId, personId ?? null]);
    for (const row of rows) {
      if (row.startsAt <= this.clock.now()) continue;
      await this.mail.send({ to: row.email, ...write(row) });
    }
  }
}
