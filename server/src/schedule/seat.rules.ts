import { staffRoles, type Capacity, type ErrorCode, type Role } from '@rejoin/shared';

interface Standing {
  roles: readonly Role[];
  episodeId: string | null;
}

const hasStaffRole = ({ roles }: Standing): boolean => roles.some((role) => staffRoles.includes(role));

/** Why a person cannot have this seat in a session of the program, or nothing. */
export function seatRefusal(capacity: Capacity, standing: Standing): Extract<ErrorCode, 'seat.roleMissing' | 'seat.noEpisode'> | undefined {
  switch (capacity) {
    case 'patient':
    case 'coFacilitator':
      return standing.episodeId === null ? 'seat.noEpisode' : undefined;
    case 'lead':
    case 'coLead':
    case 'observer':
      return hasStaffRole(standing) ? undefined : 'seat.roleMissing';
    case 'family':
      return standing.roles.includes('familyContact') ? undefined : 'seat.roleMissing';
    case 'guest':
      return standing.roles.length > 0 ? undefined : 'seat.roleMissing';
  }
}
