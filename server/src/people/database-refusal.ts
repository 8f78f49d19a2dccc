import type { ErrorCode } from '@rejoin/shared';
import { QueryFailedError } from 'typeorm';
import { AppError } from '../common/app-error.js';

/** The name of the constraint that refused, where the database did. */
function constraintOf(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const cause: unknown = error.driverError;
  const name: unknown = cause instanceof Error && 'constraint' in cause ? cause.constraint : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** Runs a change and says a violated constraint in the words of the domain. */
export async function refusing<T>(codes: Readonly<Record<string, ErrorCode>>, change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    const code = codes[constraintOf(error) ?? ''];
    throw code ? new AppError(code) : error;
  }
}

/** Runs a change that makes a row under the caller's id; nothing where another try with the same id has just made it. */
export async function once<T>(primaryKey: string, change: () => Promise<T>): Promise<T | undefined> {
  try {
    return await change();
  } catch (error) {
    if (constraintOf(error) === primaryKey) return undefined;
    throw error;
  }
}
