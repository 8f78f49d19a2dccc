import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Cohort } from './cohort.entity.js';
import { HelpService } from './help.service.js';
import { OnCallController } from './on-call.controller.js';
import { OnCallService } from './on-call.service.js';
import { Program } from './program.entity.js';
import { ProgramService } from './program.service.js';
import { ProgramsController } from './programs.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([Program, Cohort])],
  controllers: [ProgramsController, OnCallController],
  providers: [ProgramService, HelpService, OnCallService],
  exports: [ProgramService],
})
export class ProgramsModule {}
