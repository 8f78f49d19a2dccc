import { createHmac, type KeyObject } from 'node:crypto';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const header = part({ alg: 'HS256' });

/** Claims signed as a JSON Web Token (RFC 7519) by HMAC-SHA-256, as the SFU reads it. */
export function signedJwt(claims: object, key: KeyObject): string {
  const said = `${header}.${part(claims)}`;
  return `${said}.${createHmac('sha256', key).update(said).digest('base64url')}`;
}
