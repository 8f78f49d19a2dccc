import { Logger } from '@nestjs/common';
import { toNodeHandler } from 'better-auth/node';
import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import type { ErrorCode } from '@rejoin/shared';
import { AppError } from '../common/app-error.js';
import { toAppError } from '../common/error.filter.js';
import type { Auth } from './auth.js';
import type { SignInWitness } from './sign-in-witness.service.js';

const logger = new Logger('Accounts');

/** All that is open of the accounts part: whatever else it can do does not exist for a caller. */
export const authPaths: Readonly<Record<string, 'GET' | 'POST'>> = {
  '/sign-in/email': 'POST',
  '/sign-in/magic-link': 'POST',
  '/magic-link/verify': 'GET',
  '/sign-out': 'POST',
  '/get-session': 'GET',
  '/list-sessions': 'GET',
  '/revoke-session': 'POST',
  '/change-password': 'POST',
  '/request-password-reset': 'POST',
  '/reset-password': 'POST',
  '/send-verification-email': 'POST',
  '/verify-email': 'GET',
  '/two-factor/enable': 'POST',
  '/two-factor/disable': 'POST',
  '/two-factor/verify-totp': 'POST',
  '/two-factor/verify-backup-code': 'POST',
  '/two-factor/generate-backup-codes': 'POST',
};

/** These use a token up although they are read by GET: only a script of our own page may ask for them. */
const consuming = ['/magic-link/verify', '/verify-email'];

function refuse(response: Response, code: ErrorCode): void {
  const refusal = new AppError(code);
  response.status(refusal.status).json(refusal.body);
}

function onlyKnownPaths(request: Request, response: Response, next: NextFunction): void {
  if (!Object.hasOwn(authPaths, request.path) || authPaths[request.path] !== request.method) return refuse(response, 'row.notFound');
  const site = request.headers['sec-fetch-site'];
  if (consuming.includes(request.path) && site !== undefined && site !== 'same-origin') return refuse(response, 'auth.origin');
  next();
}

/** NUL cannot be stored or looked up; a body that is not JSON would be read without a limit. */
function onlyReadable(request: Request, response: Response, next: NextFunction): void {
  const length = Number(request.headers['content-length'] ?? 0);
  const unread = request.body === undefined && (length > 0 || request.headers['transfer-encoding'] !== undefined);
  const hasNul = /%00|\0/.test(request.url) || JSON.stringify(request.body ?? null).includes('\\u0000');
  if (unread || hasNul) return refuse(response, 'input.malformed');
  next();
}

const codeOf: Readonly<Record<number, ErrorCode>> = { 404: 'row.notFound', 429: 'auth.tooMany' };

/** Every refusal is JSON with a code and a sentence; what failed inside stays inside. */
async function tidy(answer: globalThis.Response): Promise<globalThis.Response> {
  if (answer.status < 400) return answer;
  const text = await answer.text();
  const code = answer.status >= 500 ? 'system.failed' : /"code"\s*:/.test(text) ? undefined : (codeOf[answer.status] ?? 'input.malformed');
  const headers = new Headers(answer.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  if (answer.status >= 500) logger.error(`The accounts part failed with ${answer.status}`);
  return new Response(code ? JSON.stringify(new AppError(code).body) : text, { status: answer.status, headers });
}

/** better-auth behind a door of ours: known paths, small JSON bodies, readable refusals, and a witness of who came in. */
export function authHandlers(auth: Auth, witness: SignInWitness): RequestHandler[] {
  const answer = async (request: Request, response: Response): Promise<void> => {
    const attempt = await witness.before(request);
    const handle = toNodeHandler(async (asked: globalThis.Request) => tidy(await witness.after(attempt, await auth.handler(asked))));
    await handle(request, response);
  };
  return [
    onlyKnownPaths,
    express.json({ limit: '16kb' }),
    onlyReadable,
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        const refusal = toAppError(error);
        if (refusal.status >= 500) logger.error(error instanceof Error ? (error.stack ?? error.message) : 'unknown failure');
        if (!response.headersSent) response.status(refusal.status).json(refusal.body);
      });
    },
  ];
}
