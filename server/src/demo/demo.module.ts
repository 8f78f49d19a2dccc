import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { Clock } from '../common/clock.js';
import { NoteAddendum } from '../notes/addendum.entity.js';
import { NoteFactsService } from '../notes/facts.service.js';
import { Note } from '../notes/note.entity.js';
import { NoteService } from '../notes/note.service.js';
import { NoteViews } from '../notes/note.views.js';
import { SigningService } from '../notes/signing.service.js';
import { SigningWindows } from '../notes/signing-window.service.js';
import { ConsentService } from '../people/consent.service.js';
import { FirstStepService } from '../people/first-step.service.js';
import { PeopleModule } from '../people/people.module.js';
import { PlaceService } from '../people/place.service.js';
import { ProgramsModule } from '../programs/programs.module.js';
import { GateService } from '../room/gate.service.js';
import { RoomCommands } from '../room/room.commands.js';
import { RoomStore } from '../room/room.store.js';
import { ScheduleModule } from '../schedule/schedule.module.js';
import { DemoClock } from './demo-clock.js';
import { DemoController } from './demo.controller.js';
import { DemoDays } from './demo.days.js';
import { DemoPast } from './demo.past.js';
import { DemoPastNotes } from './demo.past-notes.js';
import { DemoPeople } from './demo.people.js';
import { DemoService } from './demo.service.js';

/** What the program uses every day, once more, on a clock that can be set. */
const onDemoClock = [
  DemoClock,
  { provide: Clock, useExisting: DemoClock },
  ConsentService,
  FirstStepService,
  GateService,
  NoteFactsService,
  NoteService,
  NoteViews,
  PlaceService,
  RoomCommands,
  RoomStore,
  SigningService,
  SigningWindows,
];

@Module({
  imports: [AttendanceModule, PeopleModule, ProgramsModule, ScheduleModule, TypeOrmModule.forFeature([Note, NoteAddendum])],
  controllers: [DemoController],
  providers: [...onDemoClock, DemoService, DemoPeople, DemoDays, DemoPast, DemoPastNotes],
})
export class DemoModule {}
