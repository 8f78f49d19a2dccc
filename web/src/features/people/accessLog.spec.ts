import { describe, expect, it } from '@jest/globals';
import type { AccessReport } from '@rejoin/shared';
import { reportCsv, whoWords } from './accessLog';

const report: AccessReport = {
  patient: { id: 'a', name: 'Ann Alder', recordNumber: 'R-1', dateOfBirth: '1990-01-01' },
  programs: ['Day program'],
  zone: 'America/New_York',
  from: '2026-11-01',
  to: '2026-11-23',
  madeAt: '2026-11-23T15:00:00.000Z',
  elsewhere: 0,
  lines: [
    {
      day: '2026-11-20',
      who: { id: 'b', name: '=cmd("x")', roles: ['therapist', 'supervisor'], isPatient: false },
      action: 'patient.read',
      outcome: 'done',
      emergency: true,
      times: 2,
      first: '2026-11-20T15:00:00.000Z',
      last: '2026-11-20T20:30:00.000Z',
    },
  ],
};

describe('the report on who looked', () => {
  it('names people with the roles they held', () => {
    expect(whoWords(report.lines[0]?.who ?? null)).toBe('=cmd("x") (Therapist and Supervisor)');
    expect(whoWords({ id: 'a', name: 'Ann Alder', roles: ['patient'], isPatient: true })).toBe('Ann Alder (the patient)');
  });

  it('is a table in the zone of the program, in which no cell is a formula', () => {
    expect(reportCsv(report).split('\r\n').slice(1)).toEqual([
      `"2026-11-20","'=cmd(""x"") (Therapist and Supervisor)","Opened the chart","Allowed","Emergency","2","10:00 AM","3:30 PM"`,
    ]);
  });
});
