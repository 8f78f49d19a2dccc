import { callers, type Caller } from './cast.js';

/**
 * Who may call what, written down a second time by hand: never derived from the permissions that it checks.
 * Rows belong to program "here"; what is not listed is refused.
 */
const office: readonly Caller[] = ['coordinator here', 'administrator here', 'administrator everywhere'];
const managers: readonly Caller[] = [...office, 'supervisor here'];
const planners: readonly Caller[] = ['therapist here', 'prescriber here', 'lead', 'care team', 'observer', 'therapist whose seat ended'];
const staffHere: readonly Caller[] = [
  ...managers,
  ...planners,
  'peerMentor here',
  'vocationalSpecialist here',
  'biller here',
  'peer mentor as co-lead',
];
const seated: readonly Caller[] = [
  'lead',
  'peer mentor as co-lead',
  'patient in the session',
  'peer in the session',
  'observer',
  'family in the session',
];
const signedIn = callers.filter((caller) => caller !== 'signed out');
const patients: readonly Caller[] = [
  'patient in the session',
  'peer in the session',
  'patient of another group',
  'patient here',
  'patient elsewhere',
];
const overview: readonly Caller[] = ['lead', 'peer mentor as co-lead', ...managers, 'biller here'];

const noteReaders: readonly Caller[] = ['lead', 'care team', 'supervisor here'];
const clinicians: readonly Caller[] = [
  ...noteReaders,
  'therapist here',
  'prescriber here',
  'observer',
  'therapist whose seat ended',
  'therapist elsewhere',
  'prescriber elsewhere',
  'supervisor elsewhere',
];

/** Who may, and is answered. */
export const may: Readonly<Record<string, readonly Caller[]>> = {
  readDemo: callers,
  readLive: callers,
  readReady: callers,
  readOpenApi: callers,
  receiveWebhook: [],
  readMe: signedIn,
  changeMe: signedIn,
  changeSensory: signedIn,
  signOutEverywhere: signedIn,
  reportActivity: signedIn,
  unlock: signedIn,
  readKeptDevice: callers,
  openKeptDevice: callers,
  listKeptDevices: signedIn,
  keepDevice: signedIn,
  changePin: signedIn,
  endKeptDevice: signedIn,
  readInvitation: [...managers, 'patient in the session'],
  inviteAgain: office,
  endSignIns: office,
  readDay: signedIn,
  listPeople: [
    ...managers,
    ...planners,
    'therapist elsewhere',
    'prescriber elsewhere',
    'supervisor elsewhere',
    'coordinator elsewhere',
    'administrator elsewhere',
  ],
  createPerson: office,
  readPerson: [...managers, 'patient in the session'],
  changePerson: office,
  assignRole: ['administrator here', 'administrator everywhere'],
  endRole: ['administrator here', 'administrator everywhere'],
  readStaffProfile: [...managers, 'lead'],
  saveStaffProfile: office,
  listPatients: [
    ...managers,
    ...planners,
    'therapist elsewhere',
    'prescriber elsewhere',
    'supervisor elsewhere',
    'coordinator elsewhere',
    'administrator elsewhere',
  ],
  enrolPatient: office,
  readFirstSteps: patients,
  takeFirstStep: patients,
  readConsents: patients,
  signConsent: patients,
  revokeConsent: patients,
  readPatientFirstSteps: [...managers, 'lead', 'care team'],
  changePlace: [...managers, 'lead', 'care team'],
  readGate: ['patient in the session', 'peer in the session'],
  answerGate: ['patient in the session', 'peer in the session'],
  readGates: ['lead', 'peer mentor as co-lead', ...managers],
  overrideLicence: ['supervisor here'],
  readPatient: [...managers, 'lead', 'care team'],
  listAccessLog: managers,
  exportAccessLog: managers,
  changePatient: office,
  openEpisode: office,
  changeEpisode: managers,
  addCareTeamMember: managers,
  endCareTeamMember: managers,
  listPrograms: [...staffHere, ...callers.filter((caller) => /^(?!patient|familyContact).* elsewhere$/.test(caller))],
  createProgram: ['administrator here', 'administrator elsewhere', 'administrator everywhere'],
  readProgram: staffHere,
  changeProgram: office,
  saveCohort: office,
  readOwnHelp: signedIn,
  listOnCall: staffHere,
  addOnCall: managers,
  endOnCall: managers,
  openEmergencyAccess: clinicians,
  listOwnEmergencyAccess: clinicians,
  listPatientNotes: noteReaders,
  endEmergencyAccess: clinicians,
  listEmergencyReviews: ['supervisor here', 'supervisor elsewhere'],
  reviewEmergencyAccess: ['supervisor here'],
  listSessions: [...staffHere, ...callers.filter((caller) => /^(?!patient|familyContact).* elsewhere$/.test(caller))],
  createSession: [...managers, ...planners],
  readSession: overview,
  changeSession: [...managers, 'lead'],
  cancelSession: [...managers, 'lead'],
  addSeat: [...managers, 'lead'],
  endSeat: [...managers, 'lead'],
  readAttendance: overview,
  correctAttendance: ['lead', 'supervisor here', 'coordinator here'],
  readRoom: seated,
  commandRoom: seated,
  takeToken: seated,
  openCheckRoom: signedIn,
  keepDeviceCheck: signedIn,
  readLastWish: seated,
  sendMaterial: ['lead', 'peer mentor as co-lead'],
  readMaterial: seated,
  readChat: seated,
  readCallback: ['lead', 'peer mentor as co-lead', 'supervisor here'],
  readAftercare: ['lead', 'peer mentor as co-lead', 'supervisor here'],
  listNotes: ['lead', 'supervisor here'],
  saveNote: ['lead'],
  saveGroupNote: ['lead'],
  readNote: noteReaders,
  openNote: ['lead'],
  takeOverNote: ['lead'],
  openSigning: clinicians,
  signNotes: ['lead'],
  cosignNote: ['supervisor here'],
  returnNote: ['supervisor here'],
  addAddendum: ['lead', 'supervisor here'],
  printNote: noteReaders,
};

export type Sight = 'everything' | 'no patient' | 'nothing';

const seesPatients: readonly Caller[] = [...managers, 'lead', 'care team'];
const isElsewhere = (caller: Caller): boolean => caller.endsWith('elsewhere');

/** What an answer may show of the rows "here" to someone who is answered although the rows are not theirs. */
export function sight(name: string, caller: Caller): Sight {
  switch (name) {
    case 'listPeople':
    case 'listPatients':
      return isElsewhere(caller) ? 'nothing' : seesPatients.includes(caller) ? 'everything' : 'no patient';
    case 'listPrograms':
    case 'listSessions':
      return isElsewhere(caller) ? 'nothing' : 'no patient';
    case 'readMe':
    case 'changeMe':
      return ['lead', 'patient in the session', 'peer in the session'].includes(caller) ? 'everything' : 'nothing';
    case 'listEmergencyReviews':
      return isElsewhere(caller) ? 'nothing' : 'everything';
    case 'listOwnEmergencyAccess':
    case 'endEmergencyAccess':
      return 'nothing';
    case 'readOwnHelp':
    case 'readDay':
    case 'readRoom':
    case 'openCheckRoom':
    case 'keepDeviceCheck':
    case 'readLastWish':
    case 'readChat':
    case 'commandRoom':
      return seated.includes(caller) ? 'no patient' : 'nothing';
    case 'signOutEverywhere':
    case 'changeSensory':
    case 'createProgram':
    case 'openSigning':
      return 'nothing';
    default:
      return 'everything';
  }
}
