import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { InputOf, keepDeviceCheck } from '@rejoin/shared';
import { DataSource } from 'typeorm';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { CheckRooms } from './check-rooms.js';

const everyMs = 3_600_000;
const keptDays = 7;

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
    const { id, browser, camera, microphone, speaker, network, turn } = body;
    await this.database.query(
      `INSERT INTO device_check (id, person_id, at, browser, camera, microphone, speaker, network, turn)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (id) DO NOTHING`,
      [id, personId, this.clock.now(), browser, camera, microphone, speaker, network, turn],
    );
    const own: unknown[] = await this.database.query(`SELECT 1 FROM device_check WHERE id = $1 AND person_id = $2`, [id, personId]);
    if (own.length === 0) throw new AppError('row.exists');
    await this.rooms.close(personId);
  }

  async forget(): Promise<void> {
    await this.database.query(`DELETE FROM device_check WHERE at < $1::timestamptz - make_interval(days => $2)`, [
      this.clock.now(),
      keptDays,
    ]);
  }
}
