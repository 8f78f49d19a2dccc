import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { RoomAftercare } from './room.aftercare.js';
import { RoomBeats } from './room.beats.js';
import { RoomCommands } from './room.commands.js';
import { RoomController } from './room.controller.js';
import { RoomHolds } from './room.holds.js';
import { RoomKeeper } from './room.keeper.js';
import { RoomMedia } from './room.media.js';
import { RoomPages } from './room.pages.js';
import { RoomRetention } from './room.retention.js';
import { RoomService } from './room.service.js';
import { RoomStore } from './room.store.js';
import { RoomWatch } from './room.watch.js';

@Module({
  imports: [AttendanceModule],
  controllers: [RoomController],
  providers: [
    RoomStore,
    RoomAftercare,
    RoomCommands,
    RoomService,
    RoomWatch,
    RoomBeats,
    RoomHolds,
    RoomKeeper,
    RoomMedia,
    RoomPages,
    RoomRetention,
  ],
  exports: [RoomService],
})
export class RoomModule {}
