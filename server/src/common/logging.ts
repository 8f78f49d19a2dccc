import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Config } from '../config.js';

/** Query values that are keys: never in a log. */
const secretQuery = /([?&](?:access_token|token|join_request|code)=)[^&]*/g;

export const redactUrl = (url: string): string => url.replace(secretQuery, '$1…');

/**
 * Logs say what was refused and what failed, by opaque ids: no names, no text, no cookies. What went well is counted by the
 * metrics and kept by the audit log, and is told here only at level debug.
 */
export function logging(config: Pick<Config, 'LOG_LEVEL'>): Params {
  return {
    pinoHttp: {
      level: config.LOG_LEVEL,
      customLogLevel: (_request: IncomingMessage, response: ServerResponse, error?: Error) => {
        if (error || response.statusCode >= 500) return 'error';
        if (response.statusCode >= 400) return 'info';
        return config.LOG_LEVEL === 'debug' ? 'debug' : 'silent';
      },
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
