import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessLogController } from './access-log.controller.js';
import { AccessLogService } from './access-log.service.js';
import { AccountService } from './account.service.js';
import { CareTeamMember } from './care-team-member.entity.js';
import { CareTeamService } from './care-team.service.js';
import { EmergencyModule } from './emergency.module.js';
import { Episode, LevelOfCareStep } from './episode.entity.js';
import { EpisodeService } from './episode.service.js';
import { InvitationService } from './invitation.service.js';
import { KeptDeviceService } from './kept-device.service.js';
import { LinkSession } from './link-session.entity.js';
import { LinkSessionService } from './link-session.service.js';
import { MeController } from './me.controller.js';
import { MeService } from './me.service.js';
import { Patient } from './patient.entity.js';
import { PatientService } from './patient.service.js';
import { PatientsController } from './patients.controller.js';
import { PeopleController } from './people.controller.js';
import { Person } from './person.entity.js';
import { PersonService } from './person.service.js';
import { RoleAssignment } from './role-assignment.entity.js';
import { RoleService } from './role.service.js';
import { Licence, StaffProfile, Supervision } from './staff-profile.entity.js';
import { SignInController } from './sign-in.controller.js';
import { StaffService } from './staff.service.js';
import { UnlockService } from './unlock.service.js';

const entities = [
  Person,
  RoleAssignment,
  LinkSession,
  StaffProfile,
  Licence,
  Supervision,
  Patient,
  Episode,
  LevelOfCareStep,
  CareTeamMember,
];

@Module({
  imports: [TypeOrmModule.forFeature(entities), EmergencyModule],
  controllers: [AccessLogController, MeController, SignInController, PeopleController, PatientsController],
  providers: [
    AccessLogService,
    AccountService,
    CareTeamService,
    EpisodeService,
    InvitationService,
    KeptDeviceService,
    LinkSessionService,
    MeService,
    PatientService,
    PersonService,
    RoleService,
    StaffService,
    UnlockService,
  ],
  exports: [AccountService, CareTeamService, LinkSessionService, PatientService, PersonService, RoleService, StaffService],
})
export class PeopleModule {}
