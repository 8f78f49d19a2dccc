import type { FormErrors, UseFormReturnType } from '@mantine/form';
import { zod4Resolver } from 'mantine-form-zod-resolver';
import type { z } from 'zod';
import { ApiError } from './api';
import { focusFirstError } from './firstError';

export { focusFirstError };

// What zod says by itself is for programmers.
const ownWords = /^(Invalid|Too (small|big)|Unrecognized|Required)/;

function inWords(message: unknown, at: string, value: unknown): unknown {
  if (typeof message !== 'string' || !ownWords.test(message)) return message;
  const found = at.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | null | undefined)?.[key], value);
  return found === '' || found === null || found === undefined ? 'Please fill this in.' : 'Please check this.';
}

/** The sentences for the fields of a value that does not fit its schema. */
export function checked(schema: z.ZodType, value: Record<string, unknown>): FormErrors {
  const found = zod4Resolver(schema, { errorPriority: 'first' })(value);
  return Object.fromEntries(Object.entries(found).map(([at, message]) => [at, inWords(message, at, value) as string]));
}

/** Puts the server's sentences at their fields; what was typed stays. */
export function showRefusal<T>(form: UseFormReturnType<T>, cause: unknown, rename: (field: string) => string = (field) => field): void {
  if (!(cause instanceof ApiError)) return;
  const fields = Object.entries(cause.fields).map(([field, message]) => [rename(field), message]);
  if (fields.length === 0) return;
  form.setErrors(Object.fromEntries(fields) as FormErrors);
  focusFirstError();
}
