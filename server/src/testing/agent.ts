import { ErrorBody, type ReplyOf, type Route, type SentTo } from '@rejoin/shared';

export interface Answer {
  status: number;
  body: unknown;
  headers: Headers;
}

/** What a refused request was told. */
export type Refusal = ErrorBody & { status: number };

interface Parts {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

function pathOf(route: Route, { params, query }: Parts): string {
  const path = route.path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params?.[key])));
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return `/api${path}${search && `?${search}`}`;
}

/** A client of the server, with somebody's cookies or with none. */
export class Agent {
  constructor(
    readonly url: string,
    readonly cookie = '',
    readonly personId = '',
  ) {}

  /** Any request; `path` with its `/api`. */
  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.url.replace('localhost', '127.0.0.1')}${path}`, {
      method,
      headers: {
        origin: this.url,
        ...(this.cookie && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': body instanceof Blob ? body.type : 'application/json' }),
        ...headers,
      },
      body: body === undefined || typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('application/json') ?? false;
    const parsed: unknown = isJson && text ? JSON.parse(text) : text;
    return { status: response.status, body: parsed, headers: response.headers };
  }

  /** Calls a route without any promise about its answer: for wrong input too. */
  ask(route: Route, parts: Parts = {}): Promise<Answer> {
    return this.send(route.method, pathOf(route, parts), parts.body);
  }

  /** Calls a route and gives its reply; throws where it is refused. */
  async call<R extends Route>(route: R, parts: SentTo<R>): Promise<ReplyOf<R>>;
  async call(route: Route, parts: Parts): Promise<unknown> {
    const answer = await this.ask(route, parts);
    if (answer.status !== 200) throw new Error(`${route.method} ${route.path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return route.reply.parse(answer.body);
  }

  /** Calls a route that is to be refused and gives the refusal; throws where it is not. */
  async refused<R extends Route>(route: R, parts: SentTo<R>): Promise<Refusal>;
  async refused(route: Route, parts: Parts): Promise<Refusal> {
    const answer = await this.ask(route, parts);
    if (answer.status < 400) throw new Error(`${route.method} ${route.path} was not refused: ${JSON.stringify(answer.body)}`);
    return { ...ErrorBody.parse(answer.body), status: answer.status };
  }
}
