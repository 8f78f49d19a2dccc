import type { CookieOptions, Response } from 'express';
import { keptDeviceDays } from '@rejoin/shared';
import { createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { cookie } from '../access/actor.service.js';
import { cookiePrefix, type Auth } from '../access/auth.js';

const deviceCookie = (publicUrl: string): string => `${cookiePrefix(publicUrl)}.device`;

const options = (publicUrl: string): CookieOptions => ({
  httpOnly: true,
  sameSite: 'lax',
  secure: publicUrl.startsWith('https://'),
  path: '/',
});

/** The token of the kept device that asks. */
export function deviceToken(headers: IncomingHttpHeaders, publicUrl: string): string | undefined {
  const token = cookie(headers, deviceCookie(publicUrl));
  return token && /^[\w-]{43}$/.test(token) ? token : undefined;
}

export function setDeviceCookie(response: Response, publicUrl: string, token: string): void {
  response.cookie(deviceCookie(publicUrl), token, { ...options(publicUrl), maxAge: keptDeviceDays * 86_400_000 });
}

export function dropDeviceCookie(response: Response, publicUrl: string): void {
  response.clearCookie(deviceCookie(publicUrl), options(publicUrl));
}

/** The cookie of a sign-in, signed as better-auth signs it. */
export async function setSignInCookie(response: Response, auth: Auth, publicUrl: string, token: string): Promise<void> {
  const { authCookies, secret } = await auth.$context;
  const { name, attributes } = authCookies.sessionToken;
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  const maxAge = attributes.maxAge === undefined ? undefined : attributes.maxAge * 1000;
  response.cookie(name, `${token}.${signature}`, { ...options(publicUrl), maxAge });
}
