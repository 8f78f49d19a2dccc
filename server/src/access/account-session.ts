import { createHmac, timingSafeEqual } from 'node:crypto';

/** The token in a cookie that better-auth signed; nothing where the signature is not ours. */
export function signedToken(cookie: string, secret: string): string | undefined {
  const value = decoded(cookie);
  const dot = value.lastIndexOf('.');
  if (dot < 1) return undefined;
  const token = value.slice(0, dot);
  const wanted = createHmac('sha256', secret).update(token).digest();
  const given = Buffer.from(value.slice(dot + 1), 'base64');
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : undefined;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return '';
  }
}
