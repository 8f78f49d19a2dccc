import type { Role } from '@rejoin/shared';
import type { Request } from 'express';

/** Who asks: a person with the roles that hold now, by an account or by a link. */
export interface Actor {
  personId: string;
  via: 'account' | 'link';
  /** The sign-in behind this actor: when it ends, everything that hangs on it ends. */
  signInId: string;
  userId: string | null;
  /** A null program means all programs. */
  roles: readonly { role: Role; programId: string | null }[];
  twoFactorOn: boolean;
}

export interface AppRequest extends Request {
  actor?: Actor;
  input?: { params?: unknown; query?: unknown; body?: unknown };
}
