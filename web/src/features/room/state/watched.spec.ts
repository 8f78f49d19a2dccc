import { describe, expect, it } from '@jest/globals';
import { diff, roomProtocol, type RoomView, type ServerMessages } from '@rejoin/shared';
import { advanced, begun, type Shown } from './watched';

const seat = '11111111-1111-4111-8111-111111111111';
const session = '22222222-2222-4222-8222-222222222222';

const view: RoomView = {
  protocol: roomProtocol,
  sessionId: session,
  title: 'Evening group',
  kind: 'group',
  mode: 'virtual',
  startsAt: '2026-11-23T18:00:00.000Z',
  zone: 'America/New_York',
  plannedMinutes: 180,
  phase: 'open',
  endConfirmed: false,
  phone: '555-0100',
  leadNames: ['Dana'],
  expected: { patients: 1, guests: 0, observers: [] },
  me: { seatId: seat, name: 'Ana', capacity: 'patient', staff: false, place: 'waiting', mayReturn: true },
  people: { [seat]: { name: 'Ana', pronouns: '', capacity: 'patient', staff: false, place: 'waiting', online: true } },
  agenda: { blocks: {} },
  chat: { lines: {}, earlier: false, keptDays: 30 },
  threads: {},
  talk: { hands: {}, oneVoice: false, reactions: {}, meToo: {} },
  materials: {},
  checkIns: {},
};
const shown: Shown = { status: 'shown', n: 4, view };
const isPatch = (value: unknown): value is ServerMessages['room.patch']['patch'] => value !== undefined;

function news(n: number, after: RoomView) {
  const change: unknown = diff(view, after);
  if (!isPatch(change)) throw new Error('Nothing differs.');
  return { n, patch: change };
}

const admitted: RoomView = { ...view, phase: 'running', me: { ...view.me, place: 'main' } };

describe('the view of a watching page', () => {
  it('takes the next difference in', () => {
    expect(advanced(shown, news(5, admitted))).toEqual({ status: 'shown', n: 5, view: admitted });
  });

  it('ignores a difference that it has had', () => {
    expect(advanced(shown, news(4, admitted))).toBe(shown);
  });

  it('asks for the whole view when one was missed', () => {
    expect(advanced(shown, news(6, admitted))).toBe('gap');
  });

  it('asks for the whole view when a difference leaves something that is no view', () => {
    expect(advanced(shown, { n: 5, patch: { me: null } })).toBe('gap');
  });

  it('knows when the server speaks another version, at the beginning and later', () => {
    const newer = { ...view, protocol: roomProtocol + 1 };
    expect(begun({ ok: true, n: 0, view: newer })).toEqual({ status: 'old' });
    expect(advanced(shown, news(5, newer))).toEqual({ status: 'old' });
  });

  it('passes on why a room cannot be watched', () => {
    const error = { code: 'row.notFound' as const, message: 'We could not find this, or it is not yours to open.' };
    expect(begun({ ok: false, error })).toEqual({ status: 'refused', error });
  });
});
