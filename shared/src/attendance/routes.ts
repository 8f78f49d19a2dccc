import { z } from 'zod';
import { Id } from '../ids.js';
import { route } from '../route.js';
import { AttendanceReport, Correction, NewCorrection } from './attendance.js';

const params = z.object({ sessionId: Id });
const row = { in: 'params', key: 'sessionId' } as const;

export const readAttendance = route({
  method: 'GET',
  path: '/sessions/:sessionId/attendance',
  summary: 'Who was there and when, with the source of every interval; live while the session runs',
  permission: 'attendance.read',
  row,
  params,
  reply: AttendanceReport,
});

export const correctAttendance = route({
  method: 'POST',
  path: '/sessions/:sessionId/attendance/corrections',
  summary: 'Add or take away a span, with a reason; the measured intervals stay',
  permission: 'attendance.correct',
  row,
  params,
  body: NewCorrection,
  reply: Correction,
});
