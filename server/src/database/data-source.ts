import { DataSource, type DataSourceOptions } from 'typeorm';
import { AttendanceMinutes1764000008000 } from './migrations/1764000008000-attendance-minutes.js';
import { CareEnds1764000009000 } from './migrations/1764000009000-care-ends.js';
import { Attendance1764000004000 } from './migrations/1764000004000-attendance.js';
import { Audit1764000007000 } from './migrations/1764000007000-audit.js';
import { AuditSeal1764000016000 } from './migrations/1764000016000-audit-seal.js';
import { Consents1764000012000 } from './migrations/1764000012000-consents.js';
import { DeviceChecks1764000017000 } from './migrations/1764000017000-device-checks.js';
import { Emergency1764000011000 } from './migrations/1764000011000-emergency.js';
import { Gate1764000013000 } from './migrations/1764000013000-gate.js';
import { KeptDevices1764000010000 } from './migrations/1764000010000-kept-devices.js';
import { Materials1764000020000 } from './migrations/1764000020000-materials.js';
import { TalkForgotten1764000021000 } from './migrations/1764000021000-talk-forgotten.js';
import { GateOfCoFacilitators1764000023000 } from './migrations/1764000023000-gate-of-co-facilitators.js';
import { SensoryPace1764000022000 } from './migrations/1764000022000-sensory-pace.js';
import { NoteParts1764000015000 } from './migrations/1764000015000-note-parts.js';
import { Notes1764000006000 } from './migrations/1764000006000-notes.js';
import { People1764000001000 } from './migrations/1764000001000-people.js';
import { Programs1764000002000 } from './migrations/1764000002000-programs.js';
import { Room1764000005000 } from './migrations/1764000005000-room.js';
import { Schedule1764000003000 } from './migrations/1764000003000-schedule.js';
import { SensoryProfile1764000018000 } from './migrations/1764000018000-sensory-profile.js';
import { Talk1764000019000 } from './migrations/1764000019000-talk.js';

const migrations = [
  People1764000001000,
  Programs1764000002000,
  Schedule1764000003000,
  Attendance1764000004000,
  Room1764000005000,
  Notes1764000006000,
  Audit1764000007000,
  AttendanceMinutes1764000008000,
  CareEnds1764000009000,
  KeptDevices1764000010000,
  Emergency1764000011000,
  Consents1764000012000,
  Gate1764000013000,
  NoteParts1764000015000,
  AuditSeal1764000016000,
  DeviceChecks1764000017000,
  SensoryProfile1764000018000,
  Talk1764000019000,
  Materials1764000020000,
  TalkForgotten1764000021000,
  SensoryPace1764000022000,
  GateOfCoFacilitators1764000023000,
];

/** The names under which TypeORM keeps them, oldest first. */
export const knownMigrations: readonly string[] = migrations.map(({ name }) => name).sort((a, b) => (a.slice(-13) < b.slice(-13) ? -1 : 1));

/** The application connects as `rejoin_app`, which owns nothing. */
export function appDatabase(url: string): DataSourceOptions {
  return { type: 'postgres', url, synchronize: false, migrationsRun: false, extra: { max: 20, statement_timeout: 15_000 } };
}

export function ownerDatabase(url: string): DataSource {
  return new DataSource({ type: 'postgres', url, migrations: migrations.map((migration) => migration), migrationsTableName: 'migrations' });
}
