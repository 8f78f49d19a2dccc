import type { IncomingMessage } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Config } from '../config.js';

/** Query values that are keys: never in a log. */
const secretQuery = /([?&](?:access_token|token|join_request|code)=)[^&]*/g;

export const redactUrl = (url: string): string => url.replace(secretQuery, '$1…');

/** Logs say what happened to which opaque id: no names, no text, no cookies. */
export function logging(config: Pick<Config, 'LOG_LEVEL'>): Params {
  return {
    pinoHttp: {
      level: config.LOG_LEVEL,
      autoLogging: { ignore: (request: IncomingMessage) => (request.url ?? '').startsWith('/api/health') },
      serializers: {
        req: (request: { id: string; method: string; url: string }) => ({
          id: request.id,
          method: request.method,
          url: redactUrl(request.url),
        }),
        res: (response: { statusCode: number }) => ({ statusCode: response.statusCode }),
      },
    },
  };
}
