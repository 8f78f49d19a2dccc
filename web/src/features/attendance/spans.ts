import type { AttendanceReport, PersonAttendance } from '@rejoin/shared';
import { formatMinutes } from '../../lib/time';

export interface Span {
  from: number;
  to: number;
}

/** The stretch of time that a timeline shows: from the first waiting to the last leaving, in milliseconds. */
export function stretchOf(report: AttendanceReport, now: string): Span {
  const ends = report.people.flatMap((person) => person.connections.flatMap(({ from, to }) => [Date.parse(from), Date.parse(to ?? now)]));
  const start = Date.parse(report.startedAt ?? now);
  const end = Date.parse(report.endedAt ?? now);
  return { from: Math.min(start, ...ends), to: Math.max(end, start + 60_000, ...ends) };
}

export function spanOf(interval: { from: string; to: string | null }, now: string): Span {
  return { from: Date.parse(interval.from), to: Date.parse(interval.to ?? now) };
}

/** Where a span stands in a stretch, as percent. */
export function placed(span: Span, stretch: Span): { left: string; width: string } {
  const length = stretch.to - stretch.from;
  const from = Math.max(span.from, stretch.from);
  const to = Math.min(span.to, stretch.to);
  return { left: `${((from - stretch.from) / length) * 100}%`, width: `${(Math.max(0, to - from) / length) * 100}%` };
}

/** Round times for the axis: at most eight of them. */
export function ticksOf(stretch: Span): number[] {
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 240].map((minutes) => minutes * 60_000);
  const step = steps.find((each) => (stretch.to - stretch.from) / each <= 8) ?? 480 * 60_000;
  const ticks: number[] = [];
  for (let at = Math.ceil(stretch.from / step) * step; at <= stretch.to; at += step) ticks.push(at);
  return ticks;
}

const lasting = (person: PersonAttendance) =>
  person.connections.some((connection) => connection.place === 'main' && connection.to === null);

/** Between two reports the minutes of those who are in the room go on by the clock. */
export function ticking(
  person: PersonAttendance,
  report: AttendanceReport,
  readAt: number,
  now: string,
): { present: number; counted: number } {
  const onBreak = person.activities.some((activity) => activity.to === null);
  const more = report.endedAt === null && lasting(person) ? Math.max(0, (Date.parse(now) - readAt) / 1000) : 0;
  return { present: person.presentSeconds + more, counted: person.countedSeconds + (onBreak ? 0 : more) };
}

export function mediaSeconds(person: PersonAttendance, kind: PersonAttendance['media'][number]['kind'], now: string): number {
  const spans = person.media.filter((medium) => medium.kind === kind).map((medium) => spanOf(medium, now));
  return spans
    .sort((a, b) => a.from - b.from)
    .reduce(
      (state, span) => {
        const from = Math.max(span.from, state.end);
        return span.to > from ? { total: state.total + (span.to - from) / 1000, end: span.to } : state;
      },
      { total: 0, end: 0 },
    ).total;
}

export function inOrder(report: AttendanceReport): PersonAttendance[] {
  const rank = (person: PersonAttendance) =>
    ['lead', 'coLead', 'patient', 'coFacilitator', 'family', 'guest', 'observer'].indexOf(person.capacity);
  return [...report.people].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

/** Whole minutes that have passed; seconds where it is less than one. */
export function lengthWords(seconds: number): string {
  return seconds < 60 ? `${Math.floor(seconds)} s` : formatMinutes(Math.floor(seconds / 60));
}
