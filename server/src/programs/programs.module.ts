import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Cohort } from './cohort.entity.js';
import { HelpService } from './help.service.js';
import { Program } from './program.entity.js';
import { ProgramService } from './program.service.js';
import { ProgramsController } from './programs.controller.js';

@Module({
  imports: [TypeOrmModule.forFeature([Program, Cohort])],
  controllers: [ProgramsController],
  providers: [ProgramService, HelpService],
  exports: [ProgramService],
})
export class ProgramsModule {}
