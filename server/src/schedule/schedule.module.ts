import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ScheduleController } from './schedule.controller.js';
import { Seat } from './seat.entity.js';
import { SeatService } from './seat.service.js';
import { Session, SessionBlock, SessionKindRow } from './session.entity.js';
import { SessionMails } from './session-mails.js';
import { SessionService } from './session.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([Session, SessionBlock, SessionKindRow, Seat])],
  controllers: [ScheduleController],
  providers: [SessionService, SeatService, SessionMails],
  exports: [SessionService, SeatService],
})
export class ScheduleModule {}
