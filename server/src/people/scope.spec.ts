import { describe, expect, it } from '@jest/globals';
import { roles, type Role } from '@rejoin/shared';
import type { Actor } from '../common/request.js';
import { isWithin, mayHandOut, programsOf } from './scope.js';

const actor = (...held: [Role, string | null][]): Actor => ({
  personId: 'p',
  via: 'account',
  signInId: 's',
  userId: 'u',
  roles: held.map(([role, programId]) => ({ role, programId })),
  twoFactorOn: true,
});

describe('the programs of an actor', () => {
  it('are those of the asked roles, and all where one is held in all', () => {
    const one = actor(['coordinator', 'a'], ['therapist', 'b']);
    expect(programsOf(one, ['coordinator'])).toEqual(['a']);
    expect(programsOf(one, ['coordinator', 'therapist'])).toEqual(['a', 'b']);
    expect(programsOf(one, ['biller'])).toEqual([]);
    expect(programsOf(actor(['coordinator', 'a'], ['coordinator', null]), ['coordinator'])).toBeNull();
    expect([isWithin(['a'], 'b'), isWithin(['a'], null), isWithin(null, null), isWithin([], 'a')]).toEqual([false, false, true, false]);
  });
});

describe('handing out roles', () => {
  const given = (who: Actor, programId: string | null): Role[] => roles.filter((role) => mayHandOut(who, role, programId));

  it('is open to an administrator of the program, for all roles there', () => {
    const admin = actor(['administrator', 'a']);
    expect([given(admin, 'a'), given(admin, 'b'), given(admin, null)]).toEqual([[...roles], [], []]);
  });

  it('in all programs is for an administrator of all programs', () => {
    expect(given(actor(['administrator', null]), null)).toEqual([...roles]);
    expect(given(actor(['coordinator', null]), null)).toEqual([]);
  });

  it('by a coordinator ends at roles with power over others', () => {
    expect(given(actor(['coordinator', 'a']), 'a')).toEqual(roles.filter((role) => role !== 'administrator' && role !== 'supervisor'));
    expect(given(actor(['coordinator', 'a']), 'b')).toEqual([]);
  });

  it.each(roles.filter((role) => role !== 'administrator' && role !== 'coordinator'))('is closed to a %s', (role) => {
    expect([...given(actor([role, 'a']), 'a'), ...given(actor([role, null]), null)]).toEqual([]);
  });
});
