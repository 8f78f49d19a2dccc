import { Module } from '@nestjs/common';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { PeopleModule } from '../people/people.module.js';
import { ProgramsModule } from '../programs/programs.module.js';
import { ScheduleModule } from '../schedule/schedule.module.js';
import { DemoHands } from './demo-hands.js';
import { DemoController } from './demo.controller.js';
import { DemoDays } from './demo.days.js';
import { DemoPast } from './demo.past.js';
import { DemoPastNotes } from './demo.past-notes.js';
import { DemoPeople } from './demo.people.js';
import { DemoService } from './demo.service.js';

@Module({
  imports: [AttendanceModule, PeopleModule, ProgramsModule, ScheduleModule],
  controllers: [DemoController],
  providers: [DemoService, DemoPeople, DemoDays, DemoHands, DemoPast, DemoPastNotes],
})
export class DemoModule {}
