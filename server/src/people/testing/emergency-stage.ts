import { openEmergencyAccess, type EmergencyAccess } from '@rejoin/shared';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Agent } from '../../testing/agent.js';
import type { TestApp } from '../../testing/app.js';
import { makePatient, makePerson, makeProgram, signIn, type TestPatient, type TestPerson } from '../../testing/factories.js';

/** A patient, and a clinician of another program who has no relation to them. */
export interface Strangers {
  patient: TestPatient;
  prescriber: TestPerson;
  clinician: Agent;
}

export async function makeStrangers(app: TestApp, programId: string): Promise<Strangers> {
  const patient = await makePatient(app, { programId, familyName: `Surname${randomUUID().slice(0, 8)}` });
  const prescriber = await makePerson(app, { role: 'prescriber', programId: (await makeProgram(app)).id });
  return { patient, prescriber, clinician: await signIn(app, prescriber) };
}

export const opening = (patient: TestPatient, over: object = {}) => ({
  id: randomUUID(),
  familyName: patient.familyName,
  dateOfBirth: '1990-04-01',
  reason: 'Fainted in the lobby',
  ...over,
});

export const open = (by: Agent, patient: TestPatient): Promise<EmergencyAccess> => by.call(openEmergencyAccess, { body: opening(patient) });

export const idsOf = (access: EmergencyAccess) => ({ patientId: access.patientId, accessId: access.id });

/** Moves an access back in time. Only the superuser can: triggers hold it still for everyone else. */
export async function moveBack(app: TestApp, access: EmergencyAccess, by: string): Promise<void> {
  const admin = new pg.Client({ connectionString: app.urls.adminUrl });
  await admin.connect();
  await admin.query('SET session_replication_role = replica');
  await admin.query(`UPDATE emergency_access SET from_at = from_at - $2::interval, to_at = to_at - $2::interval WHERE id = $1`, [
    access.id,
    by,
  ]);
  await admin.end();
}
