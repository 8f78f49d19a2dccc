import * as contract from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Attack, Side } from './attack.js';

const block = (over: object = {}) => ({
  id: randomUUID(),
  kind: 'process',
  topic: '',
  minutes: 60,
  treatment: true,
  leadId: null,
  ...over,
});
const plan = (over: object = {}) => ({
  cohortId: null,
  kind: 'group',
  mode: 'virtual',
  title: 'Group',
  startsLocal: '2027-03-01T13:00',
  plannedMinutes: 60,
  blocks: [block()],
  ...over,
});
const lead = ({ therapist }: Side) => ({ id: randomUUID(), personId: therapist.id, capacity: 'lead' });

export const attacksOnSessions: readonly Attack[] = [
  [
    'plan a session into a cohort elsewhere',
    'therapist',
    contract.createSession,
    ({ mine, theirs }) => ({
      body: { id: randomUUID(), programId: mine.programId, ...plan({ cohortId: theirs.cohortId }), seats: [lead(mine)] },
    }),
  ],
  [
    'seat a patient of another program',
    'therapist',
    contract.createSession,
    ({ mine, theirs }) => ({
      body: {
        id: randomUUID(),
        programId: mine.programId,
        ...plan(),
        seats: [lead(mine), { id: randomUUID(), personId: theirs.patient.id, capacity: 'patient' }],
      },
    }),
  ],
  [
    'learn of a session by planning it again',
    'therapist',
    contract.createSession,
    ({ mine, theirs }) => ({ body: { id: theirs.session.id, programId: mine.programId, ...plan(), seats: [lead(mine)] } }),
  ],
  [
    'give a block to a stranger',
    'therapist',
    contract.createSession,
    ({ mine, theirs }) => ({
      body: {
        id: randomUUID(),
        programId: mine.programId,
        ...plan({ blocks: [block({ leadId: theirs.therapist.id })] }),
        seats: [lead(mine)],
      },
    }),
  ],
  [
    'take a block out of another session',
    'therapist',
    contract.createSession,
    ({ mine, theirs }) => ({
      body: {
        id: randomUUID(),
        programId: mine.programId,
        ...plan({ blocks: [block({ id: theirs.session.blockIds[0] })] }),
        seats: [lead(mine)],
      },
    }),
  ],
  [
    'take a seat out of another session',
    'therapist',
    contract.createSession,
    ({ mine, theirs }) => ({
      body: { id: randomUUID(), programId: mine.programId, ...plan(), seats: [{ ...lead(mine), id: theirs.session.seats[0]?.id }] },
    }),
  ],
  [
    'read a file of another session under one’s own',
    'therapist',
    contract.readMaterial,
    ({ mine, theirs }) => ({ params: { sessionId: mine.session.id, textId: theirs.materialId } }),
  ],
  [
    'replace or learn of a file of another session by sending it again',
    'therapist',
    contract.sendMaterial,
    ({ mine, theirs }) => ({
      params: { sessionId: mine.session.id, textId: theirs.materialId },
      body: new File(['%PDF-1.7 mine'], 'mine.pdf', { type: 'application/pdf' }),
    }),
  ],
  [
    'write a note on a patient who has no seat',
    'therapist',
    contract.saveNote,
    ({ mine, theirs }) => ({
      params: { sessionId: mine.session.id, patientId: theirs.patient.id },
      body: { id: randomUUID(), version: 0, fields: { Note: 'Text' } },
    }),
  ],
  [
    'correct the minutes of someone who has no seat',
    'therapist',
    contract.correctAttendance,
    ({ mine, theirs }) => ({
      params: { sessionId: mine.session.id },
      body: {
        id: randomUUID(),
        personId: theirs.patient.id,
        effect: 'add',
        from: new Date(Date.now() - 100 * 60_000).toISOString(),
        to: new Date(Date.now() - 90 * 60_000).toISOString(),
        reason: 'No',
      },
    }),
  ],
];
