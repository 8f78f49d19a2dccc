import { describe, expect, it } from '@jest/globals';
import { capacities, roles, type Block, type SessionChange } from '@rejoin/shared';
import { AppError } from '../common/app-error.js';
import { checkBegun, checkBlocks, checkSeats } from './plan.rules.js';
import { seatRefusal } from './seat.rules.js';

const refusal = (run: () => void): unknown => {
  try {
    run();
    return 'allowed';
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
};
const block = (id: string, given: Partial<Block> = {}): Block => ({
  id,
  kind: 'process',
  topic: '',
  minutes: 60,
  treatment: true,
  leadId: null,
  ...given,
});

describe('the blocks of a plan', () => {
  it('sum to its length, are listed once, and are led by its staff', () => {
    const plan = { plannedMinutes: 120, blocks: [block('a', { leadId: 'ruth' }), block('b')] };
    expect(refusal(() => checkBlocks(plan, ['ruth']))).toBe('allowed');
    expect(refusal(() => checkBlocks(plan, ['samuel']))).toBe('input.invalid');
    expect(refusal(() => checkBlocks({ ...plan, plannedMinutes: 119 }, ['ruth']))).toBe('session.blocksMismatch');
    expect(refusal(() => checkBlocks({ ...plan, blocks: [block('a'), block('a')] }, []))).toBe('input.invalid');
  });
});

describe('the seats of a plan', () => {
  it('have a lead and one seat per person', () => {
    const lead = { personId: 'ruth', capacity: 'lead' } as const;
    expect(refusal(() => checkSeats([lead, { personId: 'ann', capacity: 'patient' }]))).toBe('allowed');
    expect(refusal(() => checkSeats([{ personId: 'ann', capacity: 'patient' }]))).toBe('session.leadMissing');
    expect(refusal(() => checkSeats([lead, { personId: 'ruth', capacity: 'observer' }]))).toBe('input.invalid');
  });
});

describe('a running session', () => {
  const blocks = [block('a'), block('b'), block('c')];
  const change: SessionChange = {
    version: 1,
    cohortId: null,
    kind: 'group',
    mode: 'virtual',
    title: 'Group',
    startsLocal: '2026-11-23T13:00',
    plannedMinutes: 180,
    blocks,
  };
  const old = { ...change, blocks };
  const asked = (given: Partial<SessionChange>): unknown => refusal(() => checkBegun(old, { ...change, ...given }, ['a', 'b']));

  it('keeps what has begun and all before it', () => {
    expect(asked({ title: 'Renamed', blocks: [block('a'), block('b'), block('d', { topic: 'New' })] })).toBe('allowed');
    expect(asked({ blocks: [block('b'), block('a'), block('c')] })).toBe('session.begun');
    expect(asked({ blocks: [block('a', { minutes: 90 }), block('b', { minutes: 30 }), block('c')] })).toBe('session.begun');
    expect(asked({ blocks: [block('c')] })).toBe('session.begun');
  });

  it.each([
    { startsLocal: '2026-11-23T14:00' },
    { plannedMinutes: 181 },
    { mode: 'mixed' },
    { kind: 'skills' },
    { cohortId: 'x' },
  ] as const)('keeps its frame: %j', (given) => {
    expect(asked(given)).toBe('session.begun');
  });
});

describe('who can have which seat', () => {
  it('is decided by role and episode alone', () => {
    const table = capacities.map((capacity) => {
      const open = roles.filter((role) => seatRefusal(capacity, { roles: [role], episodeId: null }) === undefined);
      return `${capacity}: ${open.join(' ') || 'nobody'}; with an episode: ${seatRefusal(capacity, { roles: [], episodeId: 'e' }) ?? 'yes'}`;
    });
    const staff = 'therapist supervisor coordinator prescriber peerMentor vocationalSpecialist biller administrator';
    expect(table).toEqual([
      `lead: ${staff}; with an episode: seat.roleMissing`,
      `coLead: ${staff}; with an episode: seat.roleMissing`,
      'patient: nobody; with an episode: yes',
      `observer: ${staff}; with an episode: seat.roleMissing`,
      'coFacilitator: nobody; with an episode: yes',
      'family: familyContact; with an episode: seat.roleMissing',
      `guest: ${roles.join(' ')}; with an episode: seat.roleMissing`,
    ]);
  });
});
