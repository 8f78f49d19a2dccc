import { z } from 'zod';
import { Id } from '../ids.js';
import { route } from '../route.js';
import { ProgramHelp } from './on-call.js';
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
