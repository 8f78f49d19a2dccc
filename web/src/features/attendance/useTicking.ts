import type { AttendanceReport, PersonAttendance } from '@rejoin/shared';
import { useState } from 'react';
import { ticking } from './spans';

/** The seconds of a person, going on by the clock since the report was read. */
export function useTicking(person: PersonAttendance, report: AttendanceReport, now: string): { present: number; counted: number } {
  const [read, setRead] = useState({ report, at: Date.parse(now) });
  if (read.report !== report) setRead({ report, at: Date.parse(now) });
  return ticking(person, report, read.at, now);
}
