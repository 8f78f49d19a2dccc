import { usualSensory } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Cast } from './cast.js';
import type { Stage } from './stage.js';

interface Request {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  /** The session has to have been held. */
  begun?: true;
  /** What someone who may is told, where it is not 200: what they ask for is not possible in this state. */
  answer?: string;
}

let day = 0;
function plan() {
  const date = new Date(Date.UTC(2027, 0, 1 + day++)).toISOString().slice(0, 10);
  const block = { id: randomUUID(), kind: 'process', topic: '', minutes: 60, treatment: true, leadId: null };
  return {
    cohortId: null,
    kind: 'group',
    mode: 'virtual',
    title: 'Group',
    startsLocal: `${date}T13:00`,
    plannedMinutes: 60,
    blocks: [block],
  };
}

const pdfFile = () => new File(['%PDF-1.7\n'], 'sheet.pdf', { type: 'application/pdf' });
const person = () => ({ id: randomUUID(), givenName: 'New', familyName: 'Person', displayName: 'New', zone: 'America/New_York' });
const now = (): string => new Date().toISOString();
const ago = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();

/** A valid request for every route, about the rows of the stage. */
export function requestFor(name: string, cast: Cast, stage: Stage): Request {
  const { here, patient, people, spare } = cast;
  const [programId, sessionId, noteId] = [here.id, stage.session.id, stage.noteId];
  const [personId, patientId, episodeId] = [patient.id, patient.id, patient.episodeId];
  const device = randomUUID();
  const episode = { id: randomUUID(), openedOn: '2026-11-01', cohortId: null, part2: false, level: 'iop' };
  const requests: Record<string, Request> = {
    readDemo: {},
    readLive: {},
    readReady: {},
    readOpenApi: {},
    receiveWebhook: { body: {} },
    readMe: {},
    changeMe: { body: {} },
    changeSensory: { body: usualSensory },
    signOutEverywhere: {},
    reportActivity: { body: { secondsAgo: 0 } },
    unlock: { body: { pin: '135790' }, answer: 'device.gone' },
    readKeptDevice: {},
    openKeptDevice: { body: { pin: '135790' }, answer: 'device.gone' },
    listKeptDevices: {},
    keepDevice: { body: { id: randomUUID(), pin: '135790' }, answer: 'device.patientsOnly' },
    changePin: { body: { pin: '135790', newPin: '246802' }, answer: 'device.gone' },
    endKeptDevice: { params: { deviceId: randomUUID() }, answer: 'row.notFound' },
    readInvitation: { params: { personId } },
    inviteAgain: { params: { personId }, answer: 'invitation.opened' },
    endSignIns: { params: { personId: spare.id } },
    readDay: {},
    listPeople: { query: {} },
    createPerson: { body: { ...person(), roles: [{ id: randomUUID(), role: 'therapist', programId, from: now() }] } },
    readPerson: { params: { personId } },
    changePerson: { params: { personId }, body: { phone: '555' } },
    assignRole: { params: { personId }, body: { id: randomUUID(), role: 'patient', programId, from: ago(20), to: ago(10) } },
    endRole: { params: { personId, roleId: stage.roleId }, body: { to: now() } },
    readStaffProfile: { params: { personId: people.lead.id } },
    saveStaffProfile: {
      params: { personId: people.lead.id },
      body: { credentials: 'LCSW', npi: null, preLicensed: false, licences: [], supervision: [] },
    },
    listPatients: { query: {} },
    enrolPatient: { body: { person: person(), dateOfBirth: '1990-01-01', recordNumber: randomUUID().slice(0, 20), programId, episode } },
    readPatient: { params: { patientId } },
    readFirstSteps: {},
    takeFirstStep: { body: { step: 'vanish' } },
    readConsents: {},
    signConsent: { body: { id: randomUUID(), textId: randomUUID(), name: 'A' }, answer: 'consent.newer' },
    revokeConsent: { params: { consentId: randomUUID() }, answer: 'row.notFound' },
    readPatientFirstSteps: { params: { patientId } },
    changePlace: { params: { patientId, placeId: stage.placeId }, body: { emergencyLine: '5185550100' } },
    readGate: { params: { sessionId } },
    answerGate: { params: { sessionId }, body: { overheard: 'nobody' }, answer: 'gate.early' },
    readGates: { params: { sessionId } },
    overrideLicence: { params: { sessionId }, body: { id: randomUUID(), state: 'NY', reason: 'Snow' } },
    listAccessLog: { params: { patientId }, query: {} },
    exportAccessLog: { params: { patientId }, query: { from: '2026-11-01', to: '2026-11-30' } },
    changePatient: { params: { patientId }, body: { phone: '555' } },
    openEpisode: { params: { patientId }, body: { ...episode, programId }, answer: 'episode.open' },
    changeEpisode: { params: { episodeId }, body: { part2: true } },
    addCareTeamMember: {
      params: { episodeId },
      body: { id: randomUUID(), personId: spare.id, capacity: 'therapist', from: now(), to: null },
    },
    endCareTeamMember: { params: { episodeId, memberId: stage.memberId }, body: { to: new Date(Date.now() + 3_600_000).toISOString() } },
    listPrograms: {},
    createProgram: { body: { id: randomUUID(), name: randomUUID(), zone: 'America/New_York', settings: { chatKeptDays: 30, phone: '' } } },
    readProgram: { params: { programId } },
    changeProgram: { params: { programId }, body: { settings: { chatKeptDays: 30, phone: '555' } } },
    saveCohort: { params: { programId, cohortId: randomUUID() }, body: { name: randomUUID(), archived: false } },
    readOwnHelp: {},
    listOnCall: { params: { programId }, query: { from: ago(60), to: new Date(Date.now() + 86_400_000).toISOString() } },
    addOnCall: {
      params: { programId, shiftId: randomUUID() },
      body: { personId: spare.id, phone: '555-0117', fromLocal: '2027-01-01T08:00', toLocal: '2027-01-01T18:00' },
    },
    endOnCall: { params: { programId, shiftId: stage.shiftId } },
    openEmergencyAccess: {
      body: { id: randomUUID(), familyName: people['patient of another group'].familyName, dateOfBirth: '1990-04-01', reason: 'Fainted' },
    },
    listOwnEmergencyAccess: {},
    listPatientNotes: { params: { patientId } },
    endEmergencyAccess: { params: { patientId, accessId: stage.accessId }, answer: 'row.notFound' },
    listEmergencyReviews: {},
    reviewEmergencyAccess: { params: { patientId, accessId: stage.accessId }, body: { justified: true } },
    listSessions: { query: { from: ago(60 * 24), to: new Date(Date.now() + 50 * 86_400_000).toISOString() } },
    createSession: {
      body: { id: randomUUID(), programId, ...plan(), seats: [{ id: randomUUID(), personId: spare.id, capacity: 'lead' }] },
    },
    readSession: { params: { sessionId } },
    changeSession: { params: { sessionId }, body: { version: 1, ...plan() } },
    cancelSession: { params: { sessionId }, body: { whose: 'ours', reason: 'Snow' } },
    addSeat: { params: { sessionId }, body: { id: randomUUID(), personId: spare.id, capacity: 'observer' } },
    endSeat: { params: { seatId: stage.session.seatOf(cast.peer).id }, body: { reason: 'Moved' } },
    readAttendance: { params: { sessionId }, begun: true },
    correctAttendance: {
      params: { sessionId },
      begun: true,
      body: { id: randomUUID(), personId, effect: 'add', from: ago(100), to: ago(90), reason: 'By phone' },
    },
    readRoom: { params: { sessionId } },
    commandRoom: { params: { sessionId }, body: { id: randomUUID(), command: { type: 'leave', device } } },
    takeToken: { params: { sessionId }, body: { device }, answer: 'room.notOpen' },
    readCallback: { params: { sessionId, seatId: stage.session.seatOf(cast.patient).id } },
    readAftercare: { params: { sessionId } },
    openCheckRoom: { body: { id: randomUUID() }, answer: 'room.mediaDown' },
    keepDeviceCheck: {
      body: {
        id: randomUUID(),
        browser: 'chrome',
        camera: 'good',
        microphone: 'blocked',
        speaker: 'skipped',
        network: 'weak',
        turn: 'notOffered',
      },
    },
    readLastWish: { params: { sessionId } },
    sendMaterial: { params: { sessionId, textId: randomUUID() }, body: pdfFile() },
    readMaterial: { params: { sessionId, textId: randomUUID() }, answer: 'row.notFound' },
    readChat: { params: { sessionId }, query: { before: randomUUID() } },
    listNotes: { params: { sessionId }, begun: true },
    saveNote: {
      params: { sessionId, patientId },
      body: { id: noteId, version: 1, fields: { Note: 'Came and took part.' } },
      begun: true,
    },
    saveGroupNote: { params: { sessionId }, body: { id: randomUUID(), version: 0, fields: { Note: 'All came.' } }, begun: true },
    readNote: { params: { noteId } },
    openNote: { params: { noteId }, body: { version: 1 } },
    takeOverNote: { params: { noteId }, body: { version: 1 } },
    openSigning: { body: { password: 'not this one' }, answer: 'signing.wrong' },
    signNotes: { params: { sessionId }, body: { parts: [{ id: noteId, version: 1 }] }, begun: true, answer: 'signing.closed' },
    cosignNote: { params: { noteId }, body: { version: 1 }, answer: 'signing.closed' },
    returnNote: { params: { noteId }, body: { version: 1, word: 'More, please' }, answer: 'note.notAwaiting' },
    addAddendum: { params: { noteId }, body: { id: randomUUID(), text: 'Later' }, answer: 'note.notSigned' },
    printNote: { params: { noteId } },
  };
  const request = requests[name];
  if (!request) throw new Error(`There is no request for ${name} here yet: add one, and who may call it.`);
  return request;
}
