import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { ProgramsModule } from '../programs/programs.module.js';
import { ScheduleModule } from '../schedule/schedule.module.js';
import { DemoController } from './demo.controller.js';
import { DemoDays } from './demo.days.js';
import { DemoPeople } from './demo.people.js';
import { DemoService } from './demo.service.js';

@Module({
  imports: [PeopleModule, ProgramsModule, ScheduleModule],
  controllers: [DemoController],
  providers: [DemoService, DemoPeople, DemoDays],
})
export class DemoModule {}
