import * as contract from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Attack } from './attack.js';

const now = (): string => new Date().toISOString();
const person = () => ({ id: randomUUID(), givenName: 'New', familyName: 'Person', displayName: 'New', zone: 'America/New_York' });
const role = (name: contract.Role, programId: string | null) => ({ id: randomUUID(), role: name, programId, from: now() });

export const attacksOnPeople: readonly Attack[] = [
  [
    'make an administrator',
    'coordinator',
    contract.createPerson,
    ({ mine }) => ({ body: { ...person(), roles: [role('administrator', mine.programId)] } }),
  ],
  [
    'make a supervisor',
    'coordinator',
    contract.createPerson,
    ({ mine }) => ({ body: { ...person(), roles: [role('supervisor', mine.programId)] } }),
  ],
  [
    'make a therapist of another program',
    'coordinator',
    contract.createPerson,
    ({ theirs }) => ({ body: { ...person(), roles: [role('therapist', theirs.programId)] } }),
  ],
  [
    'make a therapist of all programs',
    'coordinator',
    contract.createPerson,
    () => ({ body: { ...person(), roles: [role('therapist', null)] } }),
  ],
  [
    'become administrator of everything',
    'administrator',
    contract.assignRole,
    ({ administrator }) => ({ params: { personId: administrator }, body: role('administrator', null) }),
  ],
  [
    'become administrator elsewhere',
    'administrator',
    contract.assignRole,
    ({ theirs, administrator }) => ({ params: { personId: administrator }, body: role('administrator', theirs.programId) }),
  ],
  [
    'end a role of another program by its id',
    'administrator',
    contract.endRole,
    ({ mine, theirs }) => ({ params: { personId: mine.patient.id, roleId: theirs.roleId }, body: { to: now() } }),
  ],
  [
    'take over an administrator by their address',
    'coordinator',
    contract.changePerson,
    ({ administrator }) => ({ params: { personId: administrator }, body: { email: 'taken@example.org' } }),
  ],
  [
    'learn of a person by creating them again',
    'coordinator',
    contract.createPerson,
    ({ mine, theirs }) => ({ body: { ...person(), id: theirs.patient.id, roles: [role('therapist', mine.programId)] } }),
  ],
  [
    'learn of a patient by enrolling them again',
    'coordinator',
    contract.enrolPatient,
    ({ mine, theirs }) => ({
      body: {
        person: { ...person(), id: theirs.patient.id },
        dateOfBirth: '1990-01-01',
        recordNumber: 'R-1',
        programId: mine.programId,
        episode: { id: randomUUID(), openedOn: '2026-11-01' },
      },
    }),
  ],
  [
    'open an episode elsewhere',
    'coordinator',
    contract.openEpisode,
    ({ mine, theirs }) => ({
      params: { patientId: mine.patient.id },
      body: { id: randomUUID(), programId: theirs.programId, openedOn: '2026-11-01' },
    }),
  ],
  [
    'learn of an episode by opening it again',
    'coordinator',
    contract.openEpisode,
    ({ mine, theirs }) => ({
      params: { patientId: mine.patient.id },
      body: { id: theirs.patient.episodeId, programId: mine.programId, openedOn: '2026-11-01' },
    }),
  ],
  [
    'put an episode into a cohort elsewhere',
    'coordinator',
    contract.changeEpisode,
    ({ mine, theirs }) => ({ params: { episodeId: mine.patient.episodeId }, body: { cohortId: theirs.cohortId } }),
  ],
  [
    'put a stranger on a care team',
    'coordinator',
    contract.addCareTeamMember,
    ({ mine, theirs }) => ({
      params: { episodeId: mine.patient.episodeId },
      body: { id: randomUUID(), personId: theirs.therapist.id, capacity: 'therapist', from: now() },
    }),
  ],
  [
    'end a place on the care team of another episode',
    'coordinator',
    contract.endCareTeamMember,
    ({ mine, theirs }) => ({
      params: { episodeId: mine.patient.episodeId, memberId: theirs.memberId },
      body: { to: now() },
    }),
  ],
  [
    'enter an emergency line at a place of another patient',
    'coordinator',
    contract.changePlace,
    ({ mine, theirs }) => ({ params: { patientId: mine.patient.id, placeId: theirs.placeId }, body: { emergencyLine: '5185550100' } }),
  ],
  [
    'name a supervisor elsewhere',
    'coordinator',
    contract.saveStaffProfile,
    ({ mine, theirs }) => ({
      params: { personId: mine.therapist.id },
      body: {
        credentials: '',
        npi: null,
        preLicensed: true,
        licences: [],
        supervision: [{ id: randomUUID(), supervisorId: theirs.therapist.id, from: '2026-01-01', to: null }],
      },
    }),
  ],
  [
    'rename a cohort elsewhere',
    'coordinator',
    contract.saveCohort,
    ({ mine, theirs }) => ({
      params: { programId: mine.programId, cohortId: theirs.cohortId },
      body: { name: 'Mine now', archived: true },
    }),
  ],
];
