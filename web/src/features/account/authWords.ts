import { passwordLength } from '@rejoin/shared';

export interface AuthError {
  code?: string | undefined;
  status: number;
}

const tooMany = 'Too many tries. Please wait a minute and try again.';
const linkOver = 'This link was used before or is too old. Ask for a new one.';
const stepOver = 'This step took too long. Please sign in again.';

const sentences: Readonly<Record<string, string>> = {
  'auth.slowDown': 'Too many tries. Wait a minute and try again, or have a sign-in link mailed to you.',
  'auth.locked': 'This page was locked while nobody used it. Reload it and open it again.',
  INVALID_EMAIL_OR_PASSWORD: 'The e-mail or the password is not right. Check both, or have a link mailed to you.',
  INVALID_EMAIL: 'This does not look like an e-mail address. Please check it.',
  INVALID_PASSWORD: 'This is not your password. Please try again.',
  EMAIL_NOT_VERIFIED: 'Please confirm your e-mail address first. Open the link in the mail we sent you.',
  PASSWORD_TOO_SHORT: `Please use at least ${passwordLength.min} characters.`,
  PASSWORD_TOO_LONG: `Please use at most ${passwordLength.max} characters.`,
  PASSWORD_COMPROMISED: 'This password is on a public list of stolen ones. Please choose another.',
  INVALID_CODE: 'This code is not right. Wait for the next one in your app and type it here.',
  INVALID_BACKUP_CODE: 'This backup code is not right, or was used before. Try another one.',
  INVALID_TWO_FACTOR_COOKIE: stepOver,
  OTP_HAS_EXPIRED: stepOver,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: stepOver,
  ACCOUNT_TEMPORARILY_LOCKED: 'Too many wrong codes. Your sign-in is closed for a few minutes, then you can try again.',
  INVALID_TOKEN: linkOver,
  TOKEN_EXPIRED: linkOver,
  SESSION_NOT_FRESH: 'For this, please sign out and sign in again first.',
};

/** A sentence for the person about what the accounts part of the server refused. */
export function sentenceFor(error: AuthError): string {
  const known = error.code === undefined ? undefined : sentences[error.code];
  if (known) return known;
  if (error.status === 429) return tooMany;
  if (error.status === 0) return 'We cannot reach Rejoin right now. Check your internet and try again. What you typed is kept.';
  return 'Something went wrong on our side. Please try again.';
}
