import { actOf, doorOf } from './acts.js';
import { chatOf } from './chat.js';
import type { LeavingInView } from './door.js';
import type { SeatGate } from './gate.js';
import { materialsOf } from './materials.js';
import { threadsOf } from './messages.js';
import { projectAgenda } from './project-agenda.js';
import { checkInsOf } from './project-check-in.js';
import { breakOf, minuteOf } from './project-pauses.js';
import { ownHush, sensoryForStaff } from './project-sensory.js';
import { talkOf } from './project-talk.js';
import { beforeForStaff, ownBefore } from './project-wish.js';
import { sharerOf, shareOf } from './sharing.js';
import { phaseOf, placeOf } from './standing.js';
import type { RoomState, RosterSeat, Standing } from './state.js';
import type { PersonInView, RoomView } from './view.js';
import { roomProtocol } from './view.js';

const byId = (a: { seatId: string }, b: { seatId: string }) => (a.seatId < b.seatId ? -1 : 1);

/** Seats that still hold, in an order that tells nothing of who came when. */
function seats(state: RoomState): RosterSeat[] {
  return Object.values(state.roster)
    .filter((seat) => !seat.ended)
    .sort(byId);
}

function leadNames(state: RoomState): string[] {
  const leads = seats(state).filter((seat) => seat.capacity === 'lead');
  const coLeads = seats(state).filter((seat) => seat.capacity === 'coLead');
  return [...leads, ...coLeads].map((seat) => seat.name);
}

/** Who takes part, as everyone may know beforehand. */
function expected(state: RoomState): RoomView['expected'] {
  const all = seats(state);
  const count = (...capacities: RosterSeat['capacity'][]) => all.filter((seat) => capacities.includes(seat.capacity)).length;
  const observers = all.filter((seat) => seat.capacity === 'observer').map((seat) => seat.name);
  return { patients: count('patient', 'coFacilitator'), guests: count('family', 'guest'), observers };
}

function leavingOf(state: RoomState, seatId: string): { leaving?: LeavingInView } {
  const said = state.leaving[seatId];
  return said ? { leaving: { answer: said.answer, at: said.at, ...(said.mark ? { mark: said.mark } : {}) } } : {};
}

function refusalOf(standing: Standing | undefined): Pick<PersonInView, 'mayReturn' | 'reason'> {
  if (standing?.place !== 'removed') return {};
  return { mayReturn: standing.mayReturn, ...(standing.reason ? { reason: standing.reason } : {}) };
}

/** No address and no number: these are read where they are needed. */
function gateForStaff({ passed: _, ...gate }: SeatGate): PersonInView['gate'] {
  return gate;
}

function personIn(state: RoomState, seat: RosterSeat, viewer: RosterSeat): PersonInView {
  const standing = state.standings[seat.seatId];
  const place = placeOf(state, seat.seatId);
  const isTogether = place === 'main' && placeOf(state, viewer.seatId) === 'main';
  return {
    name: seat.name,
    pronouns: seat.pronouns,
    capacity: seat.capacity,
    staff: seat.staff,
    place,
    online: (standing?.online ?? false) && (place === 'main' || place === 'waiting'),
    ...(viewer.staff && standing ? { since: standing.since } : {}),
    ...(viewer.staff ? { ...refusalOf(standing), ...leavingOf(state, seat.seatId), ...actOf(state, seat.seatId, true) } : {}),
    ...(viewer.staff && seat.gate ? { gate: gateForStaff(seat.gate) } : {}),
    ...(viewer.staff ? beforeForStaff(state, seat) : {}),
    ...(viewer.staff ? { ...sensoryForStaff(state, seat), ...minuteOf(state, seat.seatId) } : {}),
    ...sharerOf(state, seat, viewer),
    ...(isTogether && standing ? { identity: standing.identity } : {}),
  };
}

/** Staff see the roster; in the room one sees who is in the room; anywhere else only oneself. */
function people(state: RoomState, viewer: RosterSeat): RoomView['people'] {
  const isIn = placeOf(state, viewer.seatId) === 'main';
  const isSeen = (seat: RosterSeat) => viewer.staff || seat.seatId === viewer.seatId || (isIn && placeOf(state, seat.seatId) === 'main');
  return Object.fromEntries(
    seats(state)
      .filter(isSeen)
      .map((seat) => [seat.seatId, personIn(state, seat, viewer)]),
  );
}

/** Who may not come back learns no more of the session. How it ended, and that it was confirmed, is for staff. */
function clock(state: RoomState, viewer: RosterSeat): Pick<RoomView, 'startedAt' | 'endedAt' | 'ending' | 'endConfirmed'> {
  const { startedAt, endedAt, ending, endConfirmed } = state;
  const standing = state.standings[viewer.seatId];
  if (standing?.place === 'removed' && !standing.mayReturn) return { endConfirmed: false };
  return {
    ...(startedAt ? { startedAt } : {}),
    ...(endedAt ? { endedAt } : {}),
    ...(viewer.staff && ending ? { ending } : {}),
    endConfirmed: viewer.staff && endConfirmed,
  };
}

function ownGate({ gate }: RosterSeat): Pick<RoomView['me'], 'gate'> {
  if (!gate) return {};
  const { passed, step, refusal } = gate;
  return { gate: { passed, step, ...(refusal ? { refusal } : {}) } };
}

function me(state: RoomState, seat: RosterSeat): RoomView['me'] {
  const { seatId, name, capacity, staff } = seat;
  const standing = state.standings[seatId];
  const own = standing ? { device: standing.device, identity: standing.identity } : {};
  const place = placeOf(state, seatId);
  const { mayReturn = true, reason } = refusalOf(standing);
  const why = place === 'removed' && reason ? { reason } : {};
  return {
    seatId,
    name,
    capacity,
    staff,
    place,
    mayReturn,
    ...own,
    ...why,
    ...leavingOf(state, seatId),
    ...actOf(state, seatId, false),
    ...ownGate(seat),
    ...ownBefore(state, seat),
    ...ownHush(state, seatId),
    ...minuteOf(state, seatId),
  };
}

/** The room as one seat may see it, and nothing that this seat may not know. */
export function project(state: RoomState, seatId: string): RoomView {
  const seat = state.roster[seatId];
  if (!seat) throw new Error('Only a seat of the session has a view of its room.');
  const viewer = { ...seat, staff: seat.staff && !seat.ended };
  const { plan } = state;
  const seesAgenda = viewer.staff || placeOf(state, seatId) === 'main';
  return {
    protocol: roomProtocol,
    sessionId: plan.sessionId,
    title: plan.title,
    kind: plan.kind,
    mode: plan.mode,
    startsAt: plan.startsAt,
    zone: plan.zone,
    plannedMinutes: plan.plannedMinutes,
    phase: phaseOf(state),
    ...clock(state, viewer),
    phone: plan.phone,
    leadNames: leadNames(state),
    expected: expected(state),
    me: me(state, viewer),
    people: people(state, viewer),
    agenda: seesAgenda ? projectAgenda(state) : { blocks: {} },
    ...doorOf(state, viewer),
    chat: chatOf(state, seatId),
    talk: talkOf(state, viewer),
    threads: threadsOf(state, viewer),
    ...shareOf(state, viewer),
    materials: materialsOf(state, viewer),
    ...breakOf(state, viewer),
    checkIns: checkInsOf(state, viewer),
  };
}
