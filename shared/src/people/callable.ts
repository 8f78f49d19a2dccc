export const notCallable = 'Please write a phone number with its area code.';

/** Digits with the usual signs between. */
export function isCallable(value: string): boolean {
  return /^[\d\s()+./x-]+$/i.test(value) && value.replace(/\D/g, '').length >= 7;
}
