import type { Role } from '@rejoin/shared';
import type { Actor } from '../common/request.js';

/** The programs in which the actor holds one of these roles now; null for all programs. */
export function programsOf(actor: Actor, roles: readonly Role[]): string[] | null {
  const held = actor.roles.filter(({ role }) => roles.includes(role));
  if (held.some(({ programId }) => programId === null)) return null;
  return held.flatMap(({ programId }) => programId ?? []);
}

export function isWithin(scope: readonly string[] | null, programId: string | null): boolean {
  return scope === null || (programId !== null && scope.includes(programId));
}

export const managers = ['coordinator', 'supervisor', 'administrator'] as const satisfies readonly Role[];
export const office = ['coordinator', 'administrator'] as const satisfies readonly Role[];

/**
 * Who may hand out which role: an administrator of the program any, a coordinator those that give no power over others.
 * A role in all programs only an administrator of all programs.
 */
export function mayHandOut(actor: Actor, role: Role, programId: string | null): boolean {
  if (isWithin(programsOf(actor, ['administrator']), programId)) return true;
  return programId !== null && role !== 'administrator' && role !== 'supervisor' && isWithin(programsOf(actor, ['coordinator']), programId);
}
