import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { InputOf, keepDeviceCheck } from '@rejoin/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { CheckRooms } from './check-rooms.js';

const everyMs = 3_600_000;
const keptDays = 7;
const checksPerTenMinutes = 20;

/** What device checks found: staff see the newest of a day, and after a week nothing is left. */
@Injectable()
export class DeviceCheckService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(DeviceCheckService.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly rooms: CheckRooms,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const attempt = () =>
      void this.forget().catch((error: unknown) => this.logger.warn(`Old device checks are still there: ${String(error)}`));
    attempt();
    this.timer = setInterval(attempt, everyMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async keep(personId: string, { body }: InputOf<typeof keepDeviceCheck>): Promise<void> {
    const owner = await this.database.transaction((tx) => this.insert(tx, personId, body));
    if (owner === undefined) throw new AppError('auth.tooMany');
    if (owner !== personId) throw new AppError('row.exists');
    await this.rooms.close(personId);
  }

  async forget(): Promise<void> {
    await this.database.query(`DELETE FROM device_check WHERE at < $1::timestamptz - make_interval(days => $2)`, [
      this.clock.now(),
      keptDays,
    ]);
  }

  /** Whose check this is now. Each draws the rooms of its person anew: one after the other, and not too many. */
  private async insert(tx: EntityManager, personId: string, check: InputOf<typeof keepDeviceCheck>['body']): Promise<string | undefined> {
    const { id, browser, camera, microphone, speaker, network, turn } = check;
    await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('device_check:' || $1, 0))`, [personId]);
    await tx.query(
      `INSERT INTO device_check (id, person_id, at, browser, camera, microphone, speaker, network, turn)
       SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9
       WHERE (SELECT count(*) FROM device_check WHERE person_id = $2 AND at > $3::timestamptz - interval '10 minutes') < $10
       ON CONFLICT (id) DO NOTHING`,
      [id, personId, this.clock.now(), browser, camera, microphone, speaker, network, turn, checksPerTenMinutes],
    );
    const rows: { owner: string }[] = await tx.query(`SELECT person_id AS owner FROM device_check WHERE id = $1`, [id]);
    return rows[0]?.owner;
  }
}
