/** The roles a person can hold, dated and per program (`role_assignment`). */
export const roles = [
  'patient',
  'therapist',
  'supervisor',
  'coordinator',
  'prescriber',
  'peerMentor',
  'vocationalSpecialist',
  'familyContact',
  'biller',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

/** What a seat in a session lets a person do there. */
export const capacities = ['lead', 'coLead', 'patient', 'observer', 'coFacilitator', 'family', 'guest'] as const;
export type Capacity = (typeof capacities)[number];
/** Whether the seat is a patient's, of their episode of care: one who helps lead is a patient too. */
export const isOfEpisode = (capacity: Capacity): boolean => capacity === 'patient' || capacity === 'coFacilitator';

export const staffRoles: readonly Role[] = roles.filter((role) => role !== 'patient' && role !== 'familyContact');
/** Charts need a clinical role, whatever the seat. */
export const clinicalRoles = ['therapist', 'supervisor', 'prescriber'] as const satisfies readonly Role[];
/** In a room, staff are the people who lead it. */
export const leadCapacities = ['lead', 'coLead'] as const satisfies readonly Capacity[];

/** The kind of row that a permission is about; `none` where a route has no row. */
export type RowKind = 'none' | 'person' | 'patient' | 'episode' | 'program' | 'session' | 'seat' | 'note';

/**
 * How the actor must stand to the row:
 * `anyone` also signed out, `signedIn` any account or link, `held` holds the role anywhere,
 * `self` the row is the actor, `program` holds the role in the row's program today, `careTeam` is on the patient's
 * care team today, `seat` has a seat in the session that was not ended, `author` wrote it, `supervises` supervises the author
 * on the day it is about, `emergency` has opened the patient in an emergency, for an hour.
 */
export type Relation = 'anyone' | 'signedIn' | 'held' | 'self' | 'program' | 'careTeam' | 'seat' | 'author' | 'supervises' | 'emergency';

export interface Grant {
  relation: Relation;
  /** The role that must be held today; with `program`, in the row's program. Any, where absent. */
  roles?: readonly Role[];
  /** The capacity of the seat, with `seat`. Any, where absent. */
  seats?: readonly Capacity[];
}

interface Permission {
  row: RowKind;
  /** One of these is enough. */
  grants: readonly Grant[];
}

const managers = ['coordinator', 'supervisor', 'administrator'] as const satisfies readonly Role[];
const office = ['coordinator', 'administrator'] as const satisfies readonly Role[];
const planners = ['coordinator', 'supervisor', 'administrator', 'therapist', 'prescriber'] as const satisfies readonly Role[];
const leadSeat: Grant = { relation: 'seat', seats: leadCapacities, roles: staffRoles };
/** Everyone else in a session: their seat is enough, whatever they are otherwise. */
const otherSeat: Grant = { relation: 'seat', seats: ['patient', 'observer', 'coFacilitator', 'family', 'guest'] };

/** Whoever "broke the glass" reads the chart of that one patient, and changes nothing (45 CFR 164.312(a)(2)(ii)). */
const emergency: Grant = { relation: 'emergency', roles: clinicalRoles };

const noteReaders = [
  { relation: 'author', roles: clinicalRoles },
  { relation: 'careTeam', roles: clinicalRoles },
  { relation: 'supervises', roles: clinicalRoles },
  { relation: 'program', roles: ['supervisor'] },
  emergency,
] as const satisfies readonly Grant[];

/** Who may do what: the one table that the server enforces and the pages read. */
export const permissions = {
  'system.read': { row: 'none', grants: [{ relation: 'anyone' }] },
  'webhook.receive': { row: 'none', grants: [{ relation: 'anyone' }] },

  'me.read': { row: 'none', grants: [{ relation: 'signedIn' }] },
  'me.change': { row: 'none', grants: [{ relation: 'signedIn' }] },
  'me.active': { row: 'none', grants: [{ relation: 'signedIn' }] },
  'me.unlock': { row: 'none', grants: [{ relation: 'signedIn' }] },
  'me.devices': { row: 'none', grants: [{ relation: 'signedIn' }] },
  'device.open': { row: 'none', grants: [{ relation: 'anyone' }] },
  'day.read': { row: 'none', grants: [{ relation: 'signedIn' }] },

  'person.list': { row: 'none', grants: [{ relation: 'held', roles: planners }] },
  'person.create': { row: 'none', grants: [{ relation: 'held', roles: office }] },
  'person.read': { row: 'person', grants: [{ relation: 'self' }, { relation: 'program', roles: managers }] },
  'person.change': { row: 'person', grants: [{ relation: 'program', roles: office }] },
  'role.assign': { row: 'person', grants: [{ relation: 'program', roles: ['administrator'] }] },
  'staff.change': { row: 'person', grants: [{ relation: 'program', roles: office }] },

  'patient.list': { row: 'none', grants: [{ relation: 'held', roles: planners }] },
  'patient.enrol': { row: 'program', grants: [{ relation: 'program', roles: office }] },
  'patient.read': {
    row: 'patient',
    grants: [{ relation: 'program', roles: managers }, { relation: 'careTeam', roles: staffRoles }, emergency],
  },
  'accessLog.read': { row: 'patient', grants: [{ relation: 'program', roles: managers }] },
  'accessLog.export': { row: 'patient', grants: [{ relation: 'program', roles: managers }] },
  'patient.change': { row: 'patient', grants: [{ relation: 'program', roles: office }] },
  /** One's own steps before the first day, and one's own signature. */
  'firstStep.take': { row: 'none', grants: [{ relation: 'held', roles: ['patient'] }] },
  'consent.sign': { row: 'none', grants: [{ relation: 'held', roles: ['patient'] }] },
  'place.change': {
    row: 'patient',
    grants: [
      { relation: 'program', roles: managers },
      { relation: 'careTeam', roles: staffRoles },
    ],
  },
  'episode.change': { row: 'episode', grants: [{ relation: 'program', roles: managers }] },
  'careTeam.change': { row: 'episode', grants: [{ relation: 'program', roles: managers }] },

  'emergency.open': { row: 'none', grants: [{ relation: 'held', roles: clinicalRoles }] },
  'emergency.end': { row: 'none', grants: [{ relation: 'held', roles: clinicalRoles }] },
  'emergency.reviews': { row: 'none', grants: [{ relation: 'held', roles: ['supervisor'] }] },
  'emergency.review': { row: 'patient', grants: [{ relation: 'program', roles: ['supervisor'] }] },

  'program.list': { row: 'none', grants: [{ relation: 'held', roles: staffRoles }] },
  'program.create': { row: 'none', grants: [{ relation: 'held', roles: ['administrator'] }] },
  'program.read': { row: 'program', grants: [{ relation: 'program', roles: staffRoles }] },
  'program.change': { row: 'program', grants: [{ relation: 'program', roles: office }] },
  'onCall.change': { row: 'program', grants: [{ relation: 'program', roles: managers }] },

  'session.list': { row: 'none', grants: [{ relation: 'held', roles: staffRoles }] },
  'session.create': { row: 'program', grants: [{ relation: 'program', roles: planners }] },
  'session.read': {
    row: 'session',
    grants: [leadSeat, { relation: 'program', roles: [...managers, 'biller'] }],
  },
  'session.change': {
    row: 'session',
    grants: [
      { relation: 'program', roles: managers },
      { relation: 'seat', seats: leadCapacities, roles: planners },
    ],
  },
  'seat.change': {
    row: 'seat',
    grants: [
      { relation: 'program', roles: managers },
      { relation: 'seat', seats: leadCapacities, roles: planners },
    ],
  },

  'room.view': { row: 'session', grants: [leadSeat, otherSeat] },
  'room.command': { row: 'session', grants: [leadSeat, otherSeat] },
  'room.token': { row: 'session', grants: [leadSeat, otherSeat] },

  /** Trying one's own camera, microphone and connection, alone in a throw-away room. */
  'device.check': { row: 'none', grants: [{ relation: 'signedIn' }] },

  /** Files for everyone in a session: staff send them, whoever was let in reads them. */
  'material.send': { row: 'session', grants: [leadSeat] },
  'material.read': { row: 'session', grants: [leadSeat, otherSeat] },

  'gate.answer': { row: 'session', grants: [{ relation: 'seat', seats: ['patient', 'coFacilitator'] }] },
  'gate.read': { row: 'session', grants: [leadSeat, { relation: 'program', roles: managers }] },
  'licence.override': { row: 'session', grants: [{ relation: 'program', roles: ['supervisor'] }] },

  'room.callback': { row: 'session', grants: [leadSeat, { relation: 'program', roles: ['supervisor'] }] },
  'room.aftercare': { row: 'session', grants: [leadSeat, { relation: 'program', roles: ['supervisor'] }] },

  'attendance.read': {
    row: 'session',
    grants: [leadSeat, { relation: 'program', roles: [...managers, 'biller'] }],
  },
  'attendance.correct': {
    row: 'session',
    grants: [
      { relation: 'seat', seats: leadCapacities, roles: clinicalRoles },
      { relation: 'program', roles: ['supervisor', 'coordinator'] },
    ],
  },

  'note.list': {
    row: 'session',
    grants: [
      { relation: 'seat', seats: leadCapacities, roles: clinicalRoles },
      { relation: 'program', roles: ['supervisor'] },
    ],
  },
  'note.write': { row: 'session', grants: [{ relation: 'seat', seats: leadCapacities, roles: clinicalRoles }] },
  'note.sign': { row: 'session', grants: [{ relation: 'seat', seats: leadCapacities, roles: clinicalRoles }] },
  'note.chart': {
    row: 'patient',
    grants: [{ relation: 'careTeam', roles: clinicalRoles }, { relation: 'program', roles: ['supervisor'] }, emergency],
  },
  'note.read': { row: 'note', grants: noteReaders },
  'note.export': { row: 'note', grants: noteReaders },
  'note.open': { row: 'note', grants: [{ relation: 'author', roles: clinicalRoles }] },
  'note.takeOver': { row: 'note', grants: [{ relation: 'seat', seats: leadCapacities, roles: clinicalRoles }] },
  'note.cosign': { row: 'note', grants: [{ relation: 'supervises', roles: clinicalRoles }] },
  'note.amend': {
    row: 'note',
    grants: [
      { relation: 'author', roles: clinicalRoles },
      { relation: 'supervises', roles: clinicalRoles },
      { relation: 'program', roles: ['supervisor'] },
    ],
  },
  'signing.open': { row: 'none', grants: [{ relation: 'held', roles: clinicalRoles }] },
} as const satisfies Record<string, Permission>;

export type PermissionName = keyof typeof permissions;

/** What a sign-in that is locked for want of input may still do: the live room it stands in goes on, all else asks for the password. */
export const openWhileLocked: readonly PermissionName[] = ['me.read', 'me.unlock', 'room.view', 'room.command', 'room.token'];
export type RowOf<P extends PermissionName> = (typeof permissions)[P]['row'];

/** The grants of a permission, with the widest type. */
export function grantsOf(permission: PermissionName): readonly Grant[] {
  return permissions[permission].grants;
}

/** Whether somebody with these roles could ever use this permission: for menus, never for a decision. */
export function mayEver(held: readonly Role[], permission: PermissionName): boolean {
  return grantsOf(permission).some((grant) => !grant.roles || grant.roles.some((role) => held.includes(role)));
}
