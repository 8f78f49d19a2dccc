import * as contract from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import type { Attack } from './attack.js';

const shift = (personId: string) => ({ personId, phone: '555-0117', fromLocal: '2027-01-01T08:00', toLocal: '2027-01-01T18:00' });

export const attacksOnEmergency: readonly Attack[] = [
  [
    'put a stranger on call',
    'coordinator',
    contract.addOnCall,
    ({ mine, theirs }) => ({ params: { programId: mine.programId, shiftId: randomUUID() }, body: shift(theirs.therapist.id) }),
  ],
  [
    'learn of a shift by adding it again',
    'coordinator',
    contract.addOnCall,
    ({ mine, theirs }) => ({ params: { programId: mine.programId, shiftId: theirs.shiftId }, body: shift(mine.therapist.id) }),
  ],
  [
    'end a shift of another program',
    'coordinator',
    contract.endOnCall,
    ({ mine, theirs }) => ({ params: { programId: mine.programId, shiftId: theirs.shiftId } }),
  ],
  [
    'end the emergency access of somebody else',
    'therapist',
    contract.endEmergencyAccess,
    ({ theirs }) => ({ params: { patientId: theirs.patient.id, accessId: theirs.accessId } }),
  ],
  [
    'learn of an emergency access by opening it again',
    'therapist',
    contract.openEmergencyAccess,
    ({ mine, theirs }) => ({
      body: { id: theirs.accessId, familyName: mine.patient.familyName, dateOfBirth: '1990-04-01', reason: 'Fainted' },
    }),
  ],
  [
    'review an emergency access of another program by a patient of one’s own',
    'supervisor',
    contract.reviewEmergencyAccess,
    ({ mine, theirs }) => ({ params: { patientId: mine.patient.id, accessId: theirs.accessId }, body: { justified: true } }),
  ],
];
