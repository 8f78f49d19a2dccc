import { Module } from '@nestjs/common';
import { DayService } from './day.service.js';
import { DeskController } from './desk.controller.js';

@Module({ controllers: [DeskController], providers: [DayService] })
export class DeskModule {}
