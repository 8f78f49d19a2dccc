import { Injectable } from '@nestjs/common';
import type { Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { gather } from '../common/gather.js';
import { Notifications } from '../database/notifications.js';

const channel = 'attendance_changed';
const toldTogetherMs = 500;

/** That somebody's attendance changed, told to every instance. */
@Injectable()
export class AttendanceNews {
  /** Sessions, each at most twice a second. */
  readonly changed$: Observable<string>;

  constructor(
    private readonly database: DataSource,
    notifications: Notifications,
  ) {
    this.changed$ = notifications.on(channel).pipe(gather(toldTogetherMs));
  }

  async tell(sessionId: string): Promise<void> {
    await this.database.query('SELECT pg_notify($1, $2)', [channel, sessionId]);
  }
}
