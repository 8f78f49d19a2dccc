import {
  Aftercare,
  AttendanceReport,
  EmergencyReview,
  Id,
  GateForStaff,
  isOfEpisode,
  PatientSummary,
  SessionNotes,
  takeToken,
  type PermissionName,
} from '@rejoin/shared';
import { z } from 'zod';

const Listed = z.array(PatientSummary.pick({ id: true }));
const Noted = z.object({ patients: z.array(SessionNotes.shape.patients.element.pick({ patientId: true })) });
const Attended = z.object({ people: z.array(AttendanceReport.shape.people.element.pick({ personId: true, capacity: true })) });
const Reviewed = z.array(EmergencyReview.pick({ patientId: true }));
const Called = z.object({ patientId: Id.nullable() });
const Cared = z.object({ people: z.array(Aftercare.pick({ patientId: true })) });
const AtGate = z.array(GateForStaff.pick({ personId: true }));
const Corrected = z.object({ personId: Id });
const Keyed = takeToken.body.pick({ device: true });
const Enrolled = PatientSummary.pick({ id: true });

function read<T>(schema: z.ZodType<T>, reply: unknown): T | undefined {
  return schema.safeParse(reply).data;
}

/** The patients whose data a reply shows or a request changes, where its row does not say it. */
export function patientsIn(permission: PermissionName, reply: unknown, body?: unknown): string[] {
  switch (permission) {
    case 'patient.list':
      return (read(Listed, reply) ?? []).map((patient) => patient.id);
    case 'patient.enrol':
      return [read(Enrolled, reply)?.id ?? []].flat();
    case 'note.list':
      return (read(Noted, reply)?.patients ?? []).flatMap((slot) => slot.patientId ?? []);
    case 'emergency.reviews':
      return (read(Reviewed, reply) ?? []).map((review) => review.patientId);
    case 'room.callback':
      return [read(Called, reply)?.patientId ?? []].flat();
    case 'room.aftercare':
      return (read(Cared, reply)?.people ?? []).flatMap((person) => person.patientId ?? []);
    case 'gate.read':
    case 'licence.override':
      return (read(AtGate, reply) ?? []).map((one) => one.personId);
    case 'attendance.correct':
      return [read(Corrected, body)?.personId ?? []].flat();
    case 'attendance.read':
      return (read(Attended, reply)?.people ?? []).filter(({ capacity }) => isOfEpisode(capacity)).map((person) => person.personId);
    default:
      return [];
  }
}

/** What the row and the path do not say of a request and a reader has to know; never what somebody typed. */
export function factsOf(permission: PermissionName, body: unknown): Record<string, string> {
  return (permission === 'room.token' && read(Keyed, body)) || {};
}
