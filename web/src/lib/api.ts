import { type ErrorBody, type ErrorCode, type ReplyOf, type Route, type SentTo } from '@rejoin/shared';

/** What went wrong, with a sentence for the person; `fields` maps a form field to its own sentence. */
export class ApiError extends Error {
  constructor(
    readonly code: ErrorCode | 'network.failed' | 'reply.unknown',
    message: string,
    readonly status: number,
    readonly fields: Record<string, string> = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

export type AnyRoute = Route;
type Input = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };
/** Routes that need no input are called without one. */
export type InputArgs<R extends AnyRoute> = Record<string, never> extends SentTo<R> ? [input?: SentTo<R>] : [input: SentTo<R>];

const waits = [300, 900, 2500];
const unavailable = new Set([502, 503, 504]);

export function urlOf(route: AnyRoute, input: Input = {}): string {
  const path = route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(input.params?.[key])));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(input.query ?? {})) {
    if (value === undefined || value === null) continue;
    for (const each of Array.isArray(value) ? value : [value]) search.append(key, String(each));
  }
  const query = search.toString();
  return `/api${path}${query ? `?${query}` : ''}`;
}

// A create or a command carries its own id, so sending it twice changes nothing.
function mayRepeat(route: AnyRoute, body: unknown): boolean {
  if (route.method !== 'POST') return true;
  return typeof body === 'object' && body !== null && ('id' in body || 'commandId' in body);
}

function isRefusal(body: unknown): body is ErrorBody {
  if (typeof body !== 'object' || body === null || !('code' in body) || !('message' in body)) return false;
  return typeof body.code === 'string' && /^\w+\.\w+$/.test(body.code) && typeof body.message === 'string';
}

async function refusalOf(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  if (isRefusal(body)) return new ApiError(body.code, body.message, response.status, body.fields ?? {});
  if (unavailable.has(response.status)) return networkError(response.status);
  return new ApiError('reply.unknown', 'Something went wrong on our side. Please try again.', response.status);
}

function networkError(status = 0): ApiError {
  return new ApiError(
    'network.failed',
    'We cannot reach Rejoin right now. Check your internet and try again. What you typed is kept.',
    status,
  );
}

async function send(route: AnyRoute, input: Input, signal?: AbortSignal): Promise<Response> {
  const [body, type] = input.body instanceof Blob ? [input.body, input.body.type] : [JSON.stringify(input.body), 'application/json'];
  const headers: HeadersInit = body === undefined ? {} : { 'content-type': type };
  return fetch(urlOf(route, input), { method: route.method, headers, body, signal, credentials: 'same-origin' });
}

async function attempt(route: AnyRoute, input: Input, signal?: AbortSignal): Promise<Response> {
  const tries = mayRepeat(route, input.body) ? waits : [];
  for (const wait of [...tries, null]) {
    const response = await send(route, input, signal).catch((cause: unknown) => {
      if (signal?.aborted) throw cause;
      return null;
    });
    if (response && !unavailable.has(response.status)) return response;
    if (wait === null) throw response ? await refusalOf(response) : networkError();
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  throw networkError();
}

const refusalListeners = new Set<(refusal: ApiError, route: AnyRoute) => void>();

/** Hears of every refusal, whoever asked. */
export function onRefusal(listener: (refusal: ApiError, route: AnyRoute) => void): void {
  refusalListeners.add(listener);
}

async function told(response: Response, route: AnyRoute): Promise<ApiError> {
  const refusal = await refusalOf(response);
  for (const listener of refusalListeners) listener(refusal, route);
  return refusal;
}

/**
 * Calls a route of the contract. The server checks and strips its replies by their schemas: what arrives is what the contract says,
 * and the schemas need not be loaded to read it.
 */
export async function callWith<R extends AnyRoute>(route: R, input: Input, signal?: AbortSignal): Promise<ReplyOf<R>> {
  const response = await attempt(route, input, signal);
  if (!response.ok) throw await told(response, route);
  const reply: unknown = await response.json().catch(() => undefined);
  if (typeof reply !== 'object' || reply === null) {
    throw new ApiError('reply.unknown', 'This page is older than the server. Please reload it.', response.status);
  }
  return reply as ReplyOf<R>;
}

export function call<R extends AnyRoute>(route: R, ...args: InputArgs<R>): Promise<ReplyOf<R>> {
  return callWith(route, (args[0] ?? {}) as Input);
}
