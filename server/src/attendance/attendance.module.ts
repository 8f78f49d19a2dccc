import { Module } from '@nestjs/common';
import { AttendanceNews } from './attendance-news.js';
import { AttendanceController } from './attendance.controller.js';
import { AttendanceService } from './attendance.service.js';
import { ConnectionsService } from './connections.service.js';
import { HeartbeatService } from './heartbeat.service.js';
import { Presence } from './presence.js';

@Module({
  controllers: [AttendanceController],
  providers: [AttendanceService, ConnectionsService, HeartbeatService, AttendanceNews, Presence],
  exports: [AttendanceService, ConnectionsService, Presence],
})
export class AttendanceModule {}
