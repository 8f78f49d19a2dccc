import { z } from 'zod';
import { Done, Id, Instant } from '../ids.js';
import { route } from '../route.js';
import { NewOnCallShift, OnCallShift, ProgramHelp } from './on-call.js';
import { Cohort, NewProgram, Program, ProgramChange } from './program.js';

const params = z.object({ programId: Id });
const row = { in: 'params', key: 'programId' } as const;

export const listPrograms = route({
  method: 'GET',
  path: '/programs',
  summary: 'The programs I work in',
  permission: 'program.list',
  reply: z.array(Program),
});

export const createProgram = route({
  method: 'POST',
  path: '/programs',
  summary: 'Add a program',
  permission: 'program.create',
  body: NewProgram,
  reply: Program,
});

export const readProgram = route({
  method: 'GET',
  path: '/programs/:programId',
  summary: 'One program with its cohorts',
  permission: 'program.read',
  row,
  params,
  reply: Program,
});

export const changeProgram = route({
  method: 'PATCH',
  path: '/programs/:programId',
  summary: 'Change name, zone or settings of a program',
  permission: 'program.change',
  row,
  params,
  body: ProgramChange,
  reply: Program,
});

export const saveCohort = route({
  method: 'PUT',
  path: '/programs/:programId/cohorts/:cohortId',
  summary: 'Add, rename or archive a cohort',
  permission: 'program.change',
  row,
  params: params.extend({ cohortId: Id }),
  body: Cohort.omit({ id: true }),
  reply: Cohort,
});

export const readOwnHelp = route({
  method: 'GET',
  path: '/me/help',
  summary: 'Whom I call as a patient of my programs, now',
  permission: 'me.read',
  reply: z.array(ProgramHelp),
});

const shift = params.extend({ shiftId: Id });

export const listOnCall = route({
  method: 'GET',
  path: '/programs/:programId/on-call',
  summary: 'Who can be called when, between two instants',
  permission: 'program.read',
  row,
  params,
  query: z.object({ from: Instant, to: Instant }),
  reply: z.array(OnCallShift),
});

export const addOnCall = route({
  method: 'PUT',
  path: '/programs/:programId/on-call/:shiftId',
  summary: 'Put somebody of the staff on call, by the clock of the program',
  permission: 'onCall.change',
  row,
  params: shift,
  body: NewOnCallShift,
  reply: OnCallShift,
});

export const endOnCall = route({
  method: 'POST',
  path: '/programs/:programId/on-call/:shiftId/end',
  summary: 'End a shift now, or take it back where it has not begun',
  permission: 'onCall.change',
  row,
  params: shift,
  reply: Done,
});
