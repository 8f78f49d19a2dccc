import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AUTH, type Auth } from '../access/auth.js';
import type { Actor } from '../common/request.js';
import { CareTeamService } from '../people/care-team.service.js';
import { PatientService } from '../people/patient.service.js';
import { Person } from '../people/person.entity.js';
import { PersonService } from '../people/person.service.js';
import { RoleAssignment } from '../people/role-assignment.entity.js';
import { StaffService } from '../people/staff.service.js';
import { careTeamOf, patients, staff, type DemoPatient } from './cast.js';
import { cohorts, demoId, personId, program } from './demo-id.js';
import { demoPeople } from './people.js';

const beganOn = '2026-10-05';
const began = `${beganOn}T12:00:00Z`;

/** The administrator of the trial, in whose name everything in it is made. */
export const grace: Actor = {
  personId: personId('grace'),
  via: 'account',
  signInId: '',
  userId: null,
  roles: [{ role: 'administrator', programId: null }],
  twoFactorOn: true,
};

function names(key: string) {
  const found = demoPeople.find(({ email }) => email.startsWith(`${key}@`)) ?? patients.find((patient) => patient.key === key);
  const [givenName = key, familyName = key] = found?.name?.split(' ') ?? [];
  return { givenName, familyName, displayName: givenName, zone: program.zone, pronouns: '', phone: '' };
}

/** Makes the people of the trial as a program would, without the mails: their passwords are known. */
@Injectable()
export class DemoPeople {
  constructor(
    private readonly database: DataSource,
    @Inject(AUTH) private readonly auth: Auth,
    private readonly people: PersonService,
    private readonly patients: PatientService,
    private readonly careTeam: CareTeamService,
  ) {}

  /** Somebody has to be the first: an administrator of all programs. */
  async addFirst(): Promise<void> {
    const id = grace.personId;
    if (await this.database.manager.existsBy(Person, { id })) return;
    await this.database.transaction(async (tx) => {
      await this.people.insert(tx, { id, ...names('grace'), email: null });
      await tx.insert(RoleAssignment, {
        id: demoId('role grace'),
        personId: id,
        role: 'administrator',
        programId: null,
        from: new Date(began),
        to: null,
      });
    });
  }

  async addStaff(profiles: StaffService): Promise<void> {
    for (const { key, role, pronouns } of staff) {
      const roles = [{ id: demoId(`role ${key}`), role, programId: program.id, from: began, to: null }];
      await this.people.create(grace, { id: personId(key), ...names(key), pronouns, email: null, roles });
    }
    for (const { key, profile } of staff) if (profile) await profiles.save(grace, personId(key), profile);
  }

  async addPatients(): Promise<void> {
    for (const patient of patients) {
      await this.patients.enrol(grace, this.enrolment(patient));
      for (const member of careTeamOf(patient, began)) await this.careTeam.add(demoId(`episode ${patient.key}`), member);
    }
  }

  private enrolment({ key, pronouns, zone, dateOfBirth, cohort }: DemoPatient) {
    const at = patients.findIndex((patient) => patient.key === key);
    return {
      person: { id: personId(key), ...names(key), pronouns, zone, email: null },
      dateOfBirth,
      recordNumber: `H-${1041 + at * 7}`,
      programId: program.id,
      episode: { id: demoId(`episode ${key}`), cohortId: cohorts[cohort], part2: false, openedOn: beganOn, level: 'iop' as const },
    };
  }

  /** Accounts with verified addresses and known passwords; the last step, so that its presence says that all is there. */
  async addAccounts(): Promise<void> {
    const { internalAdapter, password } = await this.auth.$context;
    for (const person of demoPeople) {
      const id = personId(person.email.split('@')[0] ?? '');
      const row = await this.database.manager.findOneByOrFail(Person, { id });
      if (row.userId !== null) continue;
      const found = await internalAdapter.findUserByEmail(person.email);
      const user =
        found?.user ?? (await internalAdapter.createUser({ email: person.email, name: '', emailVerified: true }, { method: 'admin' }));
      const hash = await password.hash(person.password);
      await internalAdapter.linkAccount({ userId: user.id, accountId: user.id, providerId: 'credential', password: hash });
      await this.database.manager.update(Person, { id }, { email: person.email, userId: user.id });
    }
  }
}
