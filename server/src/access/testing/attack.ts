import type { Route } from '@rejoin/shared';
import type { TestPatient, TestPerson, TestSession } from '../../testing/factories.js';

export interface Side {
  programId: string;
  cohortId: string;
  therapist: TestPerson;
  patient: TestPatient;
  session: TestSession;
  memberId: string;
  placeId: string;
  roleId: string;
  shiftId: string;
  accessId: string;
  materialId: string;
}

/** What the attacks know: their own program, the one they reach for, and an administrator of their own. */
export interface Sides {
  mine: Side;
  theirs: Side;
  administrator: string;
}

export type Attacker = 'coordinator' | 'administrator' | 'supervisor' | 'therapist';
type Parts = { params?: Record<string, string>; body?: unknown };
export type Attack = readonly [what: string, who: Attacker, route: Route, parts: (sides: Sides) => Parts];
