import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LoggerModule } from 'nestjs-pino';
import { AccessGuard } from './access/access.guard.js';
import { AccessModule } from './access/access.module.js';
import { AttendanceModule } from './attendance/attendance.module.js';
import { AuditInterceptor } from './audit/audit.interceptor.js';
import { AuditModule } from './audit/audit.module.js';
import { Clock } from './common/clock.js';
import { ContractInterceptor } from './common/contract.interceptor.js';
import { ErrorFilter } from './common/error.filter.js';
import { logging } from './common/logging.js';
import { CONFIG, type Config } from './config.js';
import { appDatabase } from './database/data-source.js';
import { DatabaseModule } from './database/database.module.js';
import { LivekitModule } from './livekit/livekit.module.js';
import { FirstStepsModule } from './people/first-steps.module.js';
import { PeopleModule } from './people/people.module.js';
import { RealtimeModule } from './realtime/realtime.module.js';
import { DoormanModule } from './room/doorman.module.js';
import { GateModule } from './room/gate.module.js';
import { RoomModule } from './room/room.module.js';
import { ProgramsModule } from './programs/programs.module.js';
import { ScheduleModule } from './schedule/schedule.module.js';
import { DemoModule } from './demo/demo.module.js';
import { DeskModule } from './desk/desk.module.js';
import { NotesModule } from './notes/notes.module.js';
import { SystemModule } from './system/system.module.js';

@Global()
@Module({})
class CoreModule {
  static with(config: Config): DynamicModule {
    return {
      module: CoreModule,
      providers: [{ provide: CONFIG, useValue: config }, Clock],
      exports: [CONFIG, Clock],
    };
  }
}

/** What every part stands on, and people: enough for a command that runs beside the server. */
export function foundation(config: Config) {
  return [
    LoggerModule.forRoot(logging(config)),
    CoreModule.with(config),
    TypeOrmModule.forRoot({ ...appDatabase(config.DATABASE_URL), autoLoadEntities: true }),
    DatabaseModule,
    AuditModule,
    AccessModule,
    PeopleModule,
  ];
}

/** The whole server; the order of its domains is the order in which they may import each other. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ...foundation(config),
        SystemModule,
        FirstStepsModule,
        LivekitModule,
        ProgramsModule,
        ScheduleModule,
        AttendanceModule,
        GateModule,
        RoomModule,
        DoormanModule,
        RealtimeModule,
        NotesModule,
        DeskModule,
        DemoModule,
      ],
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_INTERCEPTOR, useClass: ContractInterceptor },
        { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
        { provide: APP_FILTER, useClass: ErrorFilter },
      ],
    };
  }
}
