import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { CheckRooms } from './check-rooms.js';
import { DeviceCheckController } from './device-check.controller.js';
import { DeviceCheckService } from './device-check.service.js';
import { DoorKeys } from './door-keys.js';
import { MaterialsController } from './materials.controller.js';
import { RoomAftercare } from './room.aftercare.js';
import { RoomBeats } from './room.beats.js';
import { RoomCommands } from './room.commands.js';
import { RoomController } from './room.controller.js';
import { RoomGear } from './room.gear.js';
import { RoomHolds } from './room.holds.js';
import { RoomKeeper } from './room.keeper.js';
import { RoomMaterials } from './room.materials.js';
import { RoomMedia } from './room.media.js';
import { RoomPages } from './room.pages.js';
import { RoomRetention } from './room.retention.js';
import { RoomRights } from './room.rights.js';
import { RoomService } from './room.service.js';
import { RoomStore } from './room.store.js';
import { RoomTalk } from './room.talk.js';
import { RoomVoice } from './room.voice.js';
import { RoomWatch } from './room.watch.js';
import { RoomWishes } from './room.wishes.js';

@Module({
  imports: [AttendanceModule],
  controllers: [RoomController, MaterialsController, DeviceCheckController],
  providers: [
    RoomStore,
    CheckRooms,
    DeviceCheckService,
    RoomWishes,
    DoorKeys,
    RoomAftercare,
    RoomCommands,
    RoomService,
    RoomWatch,
    RoomBeats,
    RoomHolds,
    RoomGear,
    RoomKeeper,
    RoomMaterials,
    RoomMedia,
    RoomPages,
    RoomRetention,
    RoomRights,
    RoomTalk,
    RoomVoice,
  ],
  exports: [CheckRooms, DoorKeys, RoomRights, RoomService],
})
export class RoomModule {}
