import { Id, type Role, type Route } from '@rejoin/shared';
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
  /** Since somebody last used this sign-in. */
  idleSeconds?: number;
  /** Too long ago: only the live room that the person stands in goes on. */
  locked?: boolean;
}

export interface AppRequest extends Request {
  actor?: Actor;
  input?: { params?: unknown; query?: unknown; body?: unknown };
}

/** The id of the row that the route's permission is about; undefined where it is missing or no id. */
export function rowIdOf(route: Route, request: AppRequest): string | undefined {
  if (!route.row) return undefined;
  const holder: unknown = route.row.in === 'params' ? request.params : request.body;
  const value: unknown = holder && typeof holder === 'object' ? Reflect.get(holder, route.row.key) : undefined;
  const id = Id.safeParse(value);
  return id.success ? id.data.toLowerCase() : undefined;
}
