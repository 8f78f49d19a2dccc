import { z } from 'zod';
import { Id } from '../ids.js';
import { route } from '../route.js';
import { Consents, SignConsent } from './consent.js';
import { FirstSteps, PatientFirstSteps, PatientPlace, PlaceChange, TakeFirstStep } from './first-step.js';

const patientId = z.object({ patientId: Id });
const ofPatient = { in: 'params', key: 'patientId' } as const;

export const readFirstSteps = route({
  method: 'GET',
  path: '/me/first-steps',
  summary: 'What I do before my first day, and what is done',
  permission: 'firstStep.take',
  reply: FirstSteps,
});

export const takeFirstStep = route({
  method: 'POST',
  path: '/me/first-steps',
  summary: 'Do a step before my first day',
  permission: 'firstStep.take',
  body: TakeFirstStep,
  reply: FirstSteps,
});

export const readConsents = route({
  method: 'GET',
  path: '/me/consents',
  summary: 'The texts I am asked to sign, and what I signed',
  permission: 'consent.sign',
  reply: Consents,
});

export const signConsent = route({
  method: 'POST',
  path: '/me/consents',
  summary: 'Sign a text by typing my name',
  permission: 'consent.sign',
  body: SignConsent,
  reply: Consents,
});

export const revokeConsent = route({
  method: 'POST',
  path: '/me/consents/:consentId/revoke',
  summary: 'Take back what I signed',
  permission: 'consent.sign',
  params: z.object({ consentId: Id }),
  reply: Consents,
});

export const readPatientFirstSteps = route({
  method: 'GET',
  path: '/patients/:patientId/first-steps',
  summary: 'What a patient has done before the first day, their places and consents',
  permission: 'patient.read',
  row: ofPatient,
  params: patientId,
  reply: PatientFirstSteps,
});

export const changePlace = route({
  method: 'PATCH',
  path: '/patients/:patientId/places/:placeId',
  summary: "Enter the local emergency line of a patient's place, or put the place away",
  permission: 'place.change',
  row: ofPatient,
  params: patientId.extend({ placeId: Id }),
  body: PlaceChange,
  reply: PatientPlace,
});
