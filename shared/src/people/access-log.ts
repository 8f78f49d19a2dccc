import { z } from 'zod';
import { CalendarDate, Id, Instant } from '../ids.js';
import { route } from '../route.js';
import { RoleName } from './person.js';

export const accessOutcomes = ['done', 'refused'] as const;
export const AccessOutcome = z.enum(accessOutcomes);

/** Somebody who looked; nobody where it was the system itself, or a try of somebody unknown. */
const Looker = z.object({
  id: Id,
  name: z.string(),
  /** The roles held then, not today. */
  roles: z.array(RoleName),
  isPatient: z.boolean(),
});

export const AccessEntry = z.object({
  id: z.string(),
  at: Instant,
  who: Looker.nullable(),
  /** A permission or another action of the audit log: `accessWords` says it plainly. */
  action: z.string(),
  outcome: AccessOutcome,
  /** Under an emergency access of this person to this patient. */
  emergency: z.boolean(),
});
export type AccessEntry = z.infer<typeof AccessEntry>;

export const AccessLog = z.object({
  patient: z.object({ id: Id, name: z.string() }),
  /** The program's own zone, in which its days begin. */
  zone: z.string(),
  /** Newest first. */
  entries: z.array(AccessEntry),
  /** Pass it as `before` for the next page. */
  next: z.string().nullable(),
  /** All who ever looked and all they ever did, to choose from. */
  people: z.array(z.object({ id: Id, name: z.string() })),
  actions: z.array(z.string()),
  /** Entries about sessions of programs that the reader does not manage: these are asked for there. */
  elsewhere: z.number().int(),
});
export type AccessLog = z.infer<typeof AccessLog>;

/** What somebody did on one day, however often. */
export const AccessReportLine = z.object({
  day: CalendarDate,
  who: Looker.nullable(),
  action: z.string(),
  outcome: AccessOutcome,
  emergency: z.boolean(),
  times: z.number().int(),
  first: Instant,
  last: Instant,
});
export type AccessReportLine = z.infer<typeof AccessReportLine>;

/** For the patient who asks: the accounting of 45 CFR 164.528 and more, for every look and change is in it, not only disclosures. */
export const AccessReport = z.object({
  patient: z.object({ id: Id, name: z.string(), recordNumber: z.string(), dateOfBirth: CalendarDate }),
  programs: z.array(z.string()),
  zone: z.string(),
  from: CalendarDate,
  to: CalendarDate,
  madeAt: Instant,
  lines: z.array(AccessReportLine),
  elsewhere: z.number().int(),
});
export type AccessReport = z.infer<typeof AccessReport>;

const params = z.object({ patientId: Id });
const row = { in: 'params', key: 'patientId' } as const;
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

export const listAccessLog = route({
  method: 'GET',
  path: '/patients/:patientId/access-log',
  summary: 'Who looked at this chart, changed it or was refused, newest first',
  permission: 'accessLog.read',
  row,
  params,
  query: z.object({
    before: z
      .string()
      .regex(/^[1-9]\d{0,17}$/, 'Ask for the next page as the last answer named it.')
      .optional(),
    personId: Id.optional(),
    action: z.string().max(60).optional(),
    outcome: AccessOutcome.optional(),
    from: CalendarDate.optional(),
    to: CalendarDate.optional(),
  }),
  reply: AccessLog,
});

export const exportAccessLog = route({
  method: 'GET',
  path: '/patients/:patientId/access-log/report',
  summary: 'Who looked at this chart in a period, by day and person: to print for the patient who asks',
  permission: 'accessLog.export',
  row,
  params,
  query: z
    .object({ from: CalendarDate, to: CalendarDate })
    .refine(({ from, to }) => to >= from, { path: ['to'], message: 'The end comes before the beginning.' })
    .refine(({ from, to }) => daysBetween(from, to) <= 366, {
      path: ['to'],
      message: 'Choose a year or less, and print another for the rest.',
    }),
  reply: AccessReport,
});
