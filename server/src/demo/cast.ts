import type { NewCareTeamMember, Role, StaffProfile } from '@rejoin/shared';
import { demoId, personId } from './demo-id.js';

interface Staff {
  key: string;
  role: Role;
  pronouns: string;
  profile?: StaffProfile;
}

const licence = (key: string, type: string, number: string) => [
  { id: demoId(`licence ${key}`), type, number, state: 'NY', from: '2024-03-01', to: '2028-02-29' },
];

export const staff: readonly Staff[] = [
  { key: 'hannah', role: 'coordinator', pronouns: 'she/her' },
  {
    key: 'victor',
    role: 'supervisor',
    pronouns: 'he/him',
    profile: {
      credentials: 'PsyD',
      npi: '1841293990',
      preLicensed: false,
      licences: licence('victor', 'Psychologist', '021447'),
      supervision: [],
    },
  },
  {
    key: 'ruth',
    role: 'therapist',
    pronouns: 'she/her',
    profile: { credentials: 'LCSW', npi: '1679576722', preLicensed: false, licences: licence('ruth', 'LCSW', '088215'), supervision: [] },
  },
  {
    key: 'samuel',
    role: 'therapist',
    pronouns: 'he/him',
    profile: {
      credentials: 'MHC-LP',
      npi: '1245319599',
      preLicensed: true,
      licences: licence('samuel', 'MHC limited permit', 'P11826'),
      supervision: [{ id: demoId('supervision samuel'), supervisorId: personId('victor'), from: '2026-01-05', to: null }],
    },
  },
  {
    key: 'lena',
    role: 'prescriber',
    pronouns: 'she/her',
    profile: {
      credentials: 'PMHNP-BC',
      npi: '1730187394',
      preLicensed: false,
      licences: licence('lena', 'Nurse Practitioner', '402918'),
      supervision: [],
    },
  },
  { key: 'dale', role: 'peerMentor', pronouns: 'they/them' },
  { key: 'nadia', role: 'biller', pronouns: 'she/her' },
];

export interface DemoPatient {
  key: string;
  /** Only of who has no account: the others stand in the list of people to sign in as. */
  name?: string;
  street: string;
  pronouns: string;
  zone: string;
  dateOfBirth: string;
  cohort: 'day' | 'evening';
  therapist: string;
}

export const patients: readonly DemoPatient[] = [
  {
    key: 'maya',
    street: '4 Larkspur Lane',
    pronouns: 'she/her',
    zone: 'America/New_York',
    dateOfBirth: '1994-05-17',
    cohort: 'day',
    therapist: 'ruth',
  },
  {
    key: 'jonas',
    street: '18 Ferry Street',
    pronouns: 'he/him',
    zone: 'America/New_York',
    dateOfBirth: '1986-11-02',
    cohort: 'day',
    therapist: 'ruth',
  },
  {
    key: 'priya',
    street: '77 Ash Court',
    pronouns: 'she/her',
    zone: 'America/New_York',
    dateOfBirth: '1999-08-23',
    cohort: 'day',
    therapist: 'ruth',
  },
  {
    key: 'theo',
    street: '2 Quarry Road',
    pronouns: 'he/him',
    zone: 'America/Chicago',
    dateOfBirth: '1978-02-09',
    cohort: 'day',
    therapist: 'samuel',
  },
  {
    key: 'carmen',
    street: '31 Orchard Way',
    pronouns: 'she/her',
    zone: 'America/New_York',
    dateOfBirth: '2003-12-30',
    cohort: 'evening',
    therapist: 'samuel',
  },
  {
    key: 'ellis',
    street: '9 Canal Street',
    pronouns: 'they/them',
    zone: 'America/New_York',
    dateOfBirth: '1991-06-14',
    cohort: 'evening',
    therapist: 'samuel',
  },
  {
    key: 'noor',
    name: 'Noor Haddad',
    street: '56 Hillside Avenue',
    pronouns: 'she/her',
    zone: 'America/New_York',
    dateOfBirth: '1989-03-08',
    cohort: 'day',
    therapist: 'ruth',
  },
  {
    key: 'felix',
    name: 'Felix Aronson',
    street: '12 Mill Lane',
    pronouns: 'he/him',
    zone: 'America/New_York',
    dateOfBirth: '1996-09-19',
    cohort: 'day',
    therapist: 'ruth',
  },
  {
    key: 'ines',
    name: 'Ines Moreau',
    street: '40 Cedar Street',
    pronouns: 'she/her',
    zone: 'America/New_York',
    dateOfBirth: '1982-01-27',
    cohort: 'day',
    therapist: 'samuel',
  },
  {
    key: 'kofi',
    name: 'Kofi Mensah',
    street: '8 Station Road',
    pronouns: 'he/him',
    zone: 'America/New_York',
    dateOfBirth: '2001-07-11',
    cohort: 'day',
    therapist: 'samuel',
  },
  {
    key: 'tess',
    name: 'Tess Halloran',
    street: '23 Willow Court',
    pronouns: 'she/they',
    zone: 'America/New_York',
    dateOfBirth: '1993-10-05',
    cohort: 'evening',
    therapist: 'samuel',
  },
  {
    key: 'owen',
    name: 'Owen Lister',
    street: '65 Bridge Street',
    pronouns: 'he/him',
    zone: 'America/New_York',
    dateOfBirth: '1975-04-21',
    cohort: 'evening',
    therapist: 'ruth',
  },
];

export function careTeamOf(patient: DemoPatient, from: string): NewCareTeamMember[] {
  const member = (key: string, capacity: NewCareTeamMember['capacity']): NewCareTeamMember => ({
    id: demoId(`care team ${patient.key} ${key}`),
    personId: personId(key),
    capacity,
    from,
    to: null,
  });
  return [member(patient.therapist, 'primaryTherapist'), member('lena', 'prescriber'), member('dale', 'peerMentor')];
}
