import type { Id } from './ids.js';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

/** Whether it is an `Id`, for pages that need not say why not. */
export const isId = (value: unknown): value is Id => typeof value === 'string' && uuid.test(value);
