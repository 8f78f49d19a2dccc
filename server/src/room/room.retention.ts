import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { ProgramSettings } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { Clock } from '../common/clock.js';

const everyMs = 3_600_000;

const eraseSql = `
  UPDATE room_text t SET body = NULL, erased_at = $1
  FROM session s JOIN program p ON p.id = s.program_id
  WHERE s.id = t.session_id AND t.body IS NOT NULL
    AND t.written_at < $1::timestamptz - make_interval(days => COALESCE((p.settings ->> 'chatKeptDays')::int, $2))`;

const eraseFilesSql = `
  UPDATE material m SET bytes = NULL, erased_at = $1
  FROM session s JOIN program p ON p.id = s.program_id
  WHERE s.id = m.session_id AND m.bytes IS NOT NULL
    AND m.sent_at < $1::timestamptz - make_interval(days => COALESCE((p.settings ->> 'chatKeptDays')::int, $2))`;

/** It tells staff who has not been heard yet; after the end it would only be a record of who is quiet. */
const forgetTalkSql = `
  DELETE FROM session_talk t USING session s
  WHERE s.id = t.session_id AND (s.ended_at < $1::timestamptz - interval '1 hour' OR s.cancelled_at IS NOT NULL)`;

/** Erases what was written or shared in a session after the days that its writers were told. That a line was said stays in the log. */
@Injectable()
export class RoomRetention implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(RoomRetention.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.attempt();
    this.timer = setInterval(() => this.attempt(), everyMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async erase(): Promise<void> {
    const { chatKeptDays } = ProgramSettings.parse({});
    await this.database.query(eraseSql, [this.clock.now(), chatKeptDays]);
    await this.database.query(eraseFilesSql, [this.clock.now(), chatKeptDays]);
    await this.database.query(forgetTalkSql, [this.clock.now()]);
  }

  private attempt(): void {
    this.erase().catch((error: unknown) => this.logger.warn(`What is kept for a while only could not be erased: ${String(error)}`));
  }
}
