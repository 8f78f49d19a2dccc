import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { DoormanCheck } from './doorman-check.js';
import { DoormanNews } from './doorman-news.js';
import { DoormanPipes } from './doorman-pipes.js';
import { DoormanSweep } from './doorman-sweep.js';
import { DoormanWebhookController } from './doorman-webhook.controller.js';
import { Doorman } from './doorman.js';
import { RoomModule } from './room.module.js';

@Module({
  imports: [AttendanceModule, RoomModule],
  controllers: [DoormanWebhookController],
  providers: [Doorman, DoormanCheck, DoormanPipes, DoormanSweep, DoormanNews],
  exports: [Doorman, DoormanSweep],
})
export class DoormanModule {}
