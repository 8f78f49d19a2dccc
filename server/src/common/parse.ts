import type { Route } from '@rejoin/shared';
import type { z } from 'zod';
import { AppError } from './app-error.js';
import type { AppRequest } from './request.js';

type Part = 'params' | 'query' | 'body';

function fieldsOf(part: Part, error: z.ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [(part === 'body' ? issue.path : [part, ...issue.path]).join('.'), issue.message]));
}

/** Parses what a request carries by its route's schemas; refuses with the sentence of every wrong field. */
export function parseInput(route: Route, request: AppRequest): AppRequest['input'] {
  const input: Partial<Record<Part, unknown>> = {};
  const fields: Record<string, string> = {};
  for (const part of ['params', 'query', 'body'] as const) {
    const schema = route[part];
    if (!schema) continue;
    const parsed = schema.safeParse(request[part]);
    if (parsed.success) input[part] = parsed.data;
    else Object.assign(fields, fieldsOf(part, parsed.error));
  }
  if (Object.keys(fields).length > 0) throw new AppError('input.invalid', { fields });
  return input;
}
