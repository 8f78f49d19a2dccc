import { z } from 'zod';
import { Id, Instant } from '../ids.js';
import { route } from '../route.js';
import { EndSeat, NewSeat, NewSession, Seat, Session, SessionCancel, SessionChange, SessionSummary } from './session.js';

const params = z.object({ sessionId: Id });
const row = { in: 'params', key: 'sessionId' } as const;

export const listSessions = route({
  method: 'GET',
  path: '/sessions',
  summary: 'Sessions of my programs that start in a range of at most 60 days',
  permission: 'session.list',
  query: z
    .object({ from: Instant, to: Instant, programId: Id.optional() })
    .refine(
      (range) => range.to >= range.from && Date.parse(range.to) - Date.parse(range.from) <= 60 * 86_400_000,
      'Ask for at most 60 days.',
    ),
  reply: z.array(SessionSummary),
});

export const createSession = route({
  method: 'POST',
  path: '/sessions',
  summary: 'Plan a session with its blocks and seats',
  permission: 'session.create',
  row: { in: 'body', key: 'programId' },
  body: NewSession,
  reply: Session,
});

export const readSession = route({
  method: 'GET',
  path: '/sessions/:sessionId',
  summary: 'One session with blocks and seats, for staff',
  permission: 'session.read',
  row,
  params,
  reply: Session,
});

export const changeSession = route({
  method: 'PUT',
  path: '/sessions/:sessionId',
  summary: 'Change the plan of a session',
  permission: 'session.change',
  row,
  params,
  body: SessionChange,
  reply: Session,
});

export const cancelSession = route({
  method: 'POST',
  path: '/sessions/:sessionId/cancel',
  summary: 'Cancel a session; it keeps who, when, whose and why',
  permission: 'session.change',
  row,
  params,
  body: SessionCancel,
  reply: Session,
});

export const addSeat = route({
  method: 'POST',
  path: '/sessions/:sessionId/seats',
  summary: 'Give a person a seat',
  permission: 'session.change',
  row,
  params,
  body: NewSeat,
  reply: Seat,
});

export const endSeat = route({
  method: 'POST',
  path: '/seats/:seatId/end',
  summary: 'End a seat, with its word; it is never deleted',
  permission: 'seat.change',
  row: { in: 'params', key: 'seatId' },
  params: z.object({ seatId: Id }),
  body: EndSeat,
  reply: Seat,
});
