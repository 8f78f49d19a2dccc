import { z } from 'zod';
import { Done, Id, Instant } from '../ids.js';
import { route } from '../route.js';
import { PatientChange } from './patient-change.js';
import { CareTeamMember, Episode, EpisodeChange, NewCareTeamMember, NewEpisode, NewPatient, Patient, PatientSummary } from './patient.js';
import {
  Me,
  NewPerson,
  NewRole,
  OwnChange,
  Person,
  PersonChange,
  PersonSummary,
  RoleAssignment,
  RoleName,
  StaffProfile,
} from './person.js';

const personId = z.object({ personId: Id });
const patientId = z.object({ patientId: Id });
const episodeId = z.object({ episodeId: Id });
const ofPerson = { in: 'params', key: 'personId' } as const;
const ofPatient = { in: 'params', key: 'patientId' } as const;
const ofEpisode = { in: 'params', key: 'episodeId' } as const;

export const readDemo = route({
  method: 'GET',
  path: '/demo',
  summary: 'The demo people of a trial installation; none elsewhere',
  permission: 'system.read',
  reply: z.object({
    people: z.array(z.object({ name: z.string(), role: z.string(), email: z.string(), password: z.string() })),
    inboxUrl: z.string().nullable(),
  }),
});

export const readMe = route({ method: 'GET', path: '/me', summary: 'Who is signed in', permission: 'me.read', reply: Me });

export const changeMe = route({
  method: 'PATCH',
  path: '/me',
  summary: 'Change how the group sees me, my zone or my number',
  permission: 'me.change',
  body: OwnChange,
  reply: Me,
});

export const signOutEverywhere = route({
  method: 'POST',
  path: '/me/sign-out-everywhere',
  summary: 'End every sign-in of mine, with its pages and rooms',
  permission: 'me.change',
  reply: Done,
});

export const listPeople = route({
  method: 'GET',
  path: '/people',
  summary: 'People with a role in my programs',
  permission: 'person.list',
  query: z.object({ role: RoleName.optional(), search: z.string().max(80).optional() }),
  reply: z.array(PersonSummary),
});

export const createPerson = route({
  method: 'POST',
  path: '/people',
  summary: 'Add a person; with an e-mail address they get a mail to choose a password',
  permission: 'person.create',
  body: NewPerson,
  reply: Person,
});

export const readPerson = route({
  method: 'GET',
  path: '/people/:personId',
  summary: 'One person',
  permission: 'person.read',
  row: ofPerson,
  params: personId,
  reply: Person,
});

export const changePerson = route({
  method: 'PATCH',
  path: '/people/:personId',
  summary: 'Change a person',
  permission: 'person.change',
  row: ofPerson,
  params: personId,
  body: PersonChange,
  reply: Person,
});

export const assignRole = route({
  method: 'POST',
  path: '/people/:personId/roles',
  summary: 'Give a person a role, from and to',
  permission: 'role.assign',
  row: ofPerson,
  params: personId,
  body: NewRole,
  reply: RoleAssignment,
});

export const endRole = route({
  method: 'POST',
  path: '/people/:personId/roles/:roleId/end',
  summary: 'End a role now or at an instant; sign-ins and rooms follow at once',
  permission: 'role.assign',
  row: ofPerson,
  params: personId.extend({ roleId: Id }),
  body: z.object({ to: Instant }),
  reply: RoleAssignment,
});

export const readStaffProfile = route({
  method: 'GET',
  path: '/people/:personId/staff',
  summary: 'Credentials, licences and supervision of a staff member',
  permission: 'person.read',
  row: ofPerson,
  params: personId,
  reply: StaffProfile,
});

export const saveStaffProfile = route({
  method: 'PUT',
  path: '/people/:personId/staff',
  summary: 'Save credentials, licences and supervision of a staff member',
  permission: 'staff.change',
  row: ofPerson,
  params: personId,
  body: StaffProfile,
  reply: StaffProfile,
});

export const listPatients = route({
  method: 'GET',
  path: '/patients',
  summary: 'Patients with an episode of care that I may see',
  permission: 'patient.list',
  query: z.object({ programId: Id.optional(), search: z.string().max(80).optional(), closed: z.stringbool().default(false) }),
  reply: z.array(PatientSummary),
});

export const enrolPatient = route({
  method: 'POST',
  path: '/patients',
  summary: 'Enrol an adult patient with an episode of care',
  permission: 'patient.enrol',
  row: { in: 'body', key: 'programId' },
  body: NewPatient,
  reply: Patient,
});

export const readPatient = route({
  method: 'GET',
  path: '/patients/:patientId',
  summary: 'One patient with episodes of care and care team',
  permission: 'patient.read',
  row: ofPatient,
  params: patientId,
  reply: Patient,
});

export const changePatient = route({
  method: 'PATCH',
  path: '/patients/:patientId',
  summary: 'Change a patient',
  permission: 'patient.change',
  row: ofPatient,
  params: patientId,
  body: PatientChange,
  reply: Patient,
});

export const openEpisode = route({
  method: 'POST',
  path: '/patients/:patientId/episodes',
  summary: 'Open another episode of care',
  permission: 'patient.change',
  row: ofPatient,
  params: patientId,
  body: NewEpisode,
  reply: Episode,
});

export const changeEpisode = route({
  method: 'PATCH',
  path: '/episodes/:episodeId',
  summary: 'Change an episode: cohort, Part 2, a level-of-care step, its end',
  permission: 'episode.change',
  row: ofEpisode,
  params: episodeId,
  body: EpisodeChange,
  reply: Episode,
});

export const addCareTeamMember = route({
  method: 'POST',
  path: '/episodes/:episodeId/care-team',
  summary: 'Put a staff member on the care team',
  permission: 'careTeam.change',
  row: ofEpisode,
  params: episodeId,
  body: NewCareTeamMember,
  reply: CareTeamMember,
});

export const endCareTeamMember = route({
  method: 'POST',
  path: '/episodes/:episodeId/care-team/:memberId/end',
  summary: 'End a place on the care team',
  permission: 'careTeam.change',
  row: ofEpisode,
  params: episodeId.extend({ memberId: Id }),
  body: z.object({ to: Instant }),
  reply: CareTeamMember,
});
