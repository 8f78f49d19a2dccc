import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { RoomModule } from '../room/room.module.js';
import { AttendanceTold } from './attendance-told.js';
import { Messages } from './messages.js';
import { RealtimeGateway } from './realtime.gateway.js';
import { SignIns } from './sign-ins.js';

@Module({ imports: [AttendanceModule, RoomModule], providers: [RealtimeGateway, Messages, SignIns, AttendanceTold] })
export class RealtimeModule {}
