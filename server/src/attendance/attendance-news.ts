import { Injectable } from '@nestjs/common';
import { debounceTime, groupBy, mergeMap, throttleTime, type Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { Notifications } from '../database/notifications.js';

const channel = 'attendance_changed';
const atMostEveryMs = 1_000;

/** That somebody's attendance changed, told to every instance. */
@Injectable()
export class AttendanceNews {
  /** Sessions, each at most once a second. */
  readonly changed$: Observable<string>;

  constructor(
    private readonly database: DataSource,
    notifications: Notifications,
  ) {
    const calm = throttleTime<string>(atMostEveryMs, undefined, { leading: true, trailing: true });
    this.changed$ = notifications.on(channel).pipe(
      groupBy((sessionId) => sessionId, { duration: (ofSession) => ofSession.pipe(debounceTime(60_000)) }),
      mergeMap((ofSession) => ofSession.pipe(calm)),
    );
  }

  async tell(sessionId: string): Promise<void> {
    await this.database.query('SELECT pg_notify($1, $2)', [channel, sessionId]);
  }
}
