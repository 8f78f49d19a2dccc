import { z } from 'zod';
import { Done, Id } from '../ids.js';
import { route } from '../route.js';
import { EmergencyAccess, EmergencyOpening, EmergencyReview, EmergencyVerdict } from './emergency.js';

const params = z.object({ patientId: Id, accessId: Id });

export const openEmergencyAccess = route({
  method: 'POST',
  path: '/emergency-access',
  summary: 'Read the chart of one patient for an hour, with a reason; a supervisor reviews it',
  permission: 'emergency.open',
  body: EmergencyOpening,
  reply: EmergencyAccess,
});

export const listOwnEmergencyAccess = route({
  method: 'GET',
  path: '/me/emergency-access',
  summary: 'The emergency access of mine that is open now',
  permission: 'emergency.open',
  reply: z.array(EmergencyAccess),
});

export const endEmergencyAccess = route({
  method: 'POST',
  path: '/patients/:patientId/emergency-access/:accessId/end',
  summary: 'End my emergency access before its hour is over',
  permission: 'emergency.end',
  params,
  reply: Done,
});

export const listEmergencyReviews = route({
  method: 'GET',
  path: '/emergency-access/reviews',
  summary: 'Emergency access to patients of my programs that no supervisor has reviewed yet',
  permission: 'emergency.reviews',
  reply: z.array(EmergencyReview),
});

export const reviewEmergencyAccess = route({
  method: 'POST',
  path: '/patients/:patientId/emergency-access/:accessId/review',
  summary: 'Say whether an emergency access was justified; not of one of my own',
  permission: 'emergency.review',
  row: { in: 'params', key: 'patientId' },
  params,
  body: EmergencyVerdict,
  reply: Done,
});
