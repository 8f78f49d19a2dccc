import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ErrorBody, routes } from '@rejoin/shared';
import { Validator } from '@seriousme/openapi-schema-validator';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { redactUrl } from '../common/logging.js';
import { startApp, type TestApp } from '../testing/app.js';

let app: TestApp;
let metricsPort: number;
const web = mkdtempSync(join(tmpdir(), 'rejoin-web-'));

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

beforeAll(async () => {
  mkdirSync(join(web, 'assets'));
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>Rejoin</title>');
  writeFileSync(join(web, 'assets', 'index-1.js'), 'export {};');
  metricsPort = await freePort();
  app = await startApp({ METRICS_PORT: metricsPort, WEB_DIST: web });
});
afterAll(async () => {
  await app.close();
  rmSync(web, { recursive: true });
});

describe('the description of the interface', () => {
  it('is valid OpenAPI 3.1 and lists every route with its permission', async () => {
    const { body } = await app.stranger.send('GET', '/api/openapi.json');
    const document = z
      .looseObject({ openapi: z.string(), paths: z.record(z.string(), z.record(z.string(), z.looseObject({}))) })
      .parse(body);
    expect(document.openapi).toMatch(/^3\.1\./);
    const result = await new Validator().validate({ ...document });
    expect([result.valid, result.errors]).toEqual([true, undefined]);
    const listed = Object.entries(document.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${path}`));
    const wanted = Object.values(routes).map((route) => `${route.method.toLowerCase()} /api${route.path.replace(/:(\w+)/g, '{$1}')}`);
    expect(listed.sort()).toEqual(wanted.sort());
    for (const [name, route] of Object.entries(routes)) {
      const operation = document.paths[`/api${route.path.replace(/:(\w+)/g, '{$1}')}`]?.[route.method.toLowerCase()];
      expect(operation).toMatchObject({ operationId: name, 'x-permission': route.permission });
    }
  });
});

describe('every answer', () => {
  it('keeps pages to our own host, out of frames, and what is said of people out of caches', async () => {
    for (const path of ['/', '/api/me', '/api/health/live', '/nowhere', '/assets/index-1.js']) {
      const { headers } = await app.stranger.send('GET', path);
      const policy = headers.get('content-security-policy') ?? '';
      expect([path, policy]).toEqual([path, expect.stringContaining("default-src 'self'")]);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("object-src 'none'");
      expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
      expect(policy).not.toMatch(/'unsafe-eval'|script-src[^;]*'unsafe-inline'|\*/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-powered-by')).toBeNull();
      if (path.startsWith('/api')) expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
    }
  });

  it('is no source map, no hidden file and nothing outside the folder of the pages', async () => {
    writeFileSync(join(web, '.env'), 'AUTH_SECRET=x');
    for (const path of ['/assets/index-1.js.map', '/.env', '/..%2f..%2fetc/passwd', '/assets/..%2f..%2f..%2fetc/passwd', '/metrics']) {
      const answer = await app.stranger.send('GET', path);
      expect([path, String(answer.body)]).toEqual([path, expect.not.stringMatching(/AUTH_SECRET|root:|rejoin_http|"mappings"/)]);
      expect(answer.status).toBeLessThan(500);
    }
  });
});

describe('what cannot be read', () => {
  it('is refused with a named code, whatever the path, the method or the body', async () => {
    const bodies = ['{', '"text"', '\u0000', '{"a":"\\u0000"}', `"${'x'.repeat(300_000)}"`, `${'['.repeat(50_000)}${']'.repeat(50_000)}`];
    for (const path of [
      '/api/nowhere',
      '/api/people/%E0%A4%A',
      '/api/people/%00',
      '/api',
      '/api/',
      '/api/people/',
      '/api//people',
      '/API/people',
    ]) {
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        for (const body of method === 'GET' ? [undefined] : bodies) {
          const answer = await app.stranger.send(method, path, body);
          const asked = [method, path, body?.slice(0, 20)];
          expect([...asked, answer.status >= 400 && answer.status < 500]).toEqual([...asked, path !== '/API/people' || method !== 'GET']);
          if (answer.status >= 400) expect([...asked, ErrorBody.safeParse(answer.body).success]).toEqual([...asked, true]);
        }
      }
    }
  });

  it('is refused where a header lies about it', async () => {
    const headers: Record<string, string>[] = [
      { 'content-type': 'application/json; charset=utf-7' },
      { 'content-type': 'application/xml' },
      { 'content-encoding': 'br' },
    ];
    for (const header of headers) {
      const answer = await app.stranger.send('POST', '/api/people', '{"a":1}', header);
      expect([header, answer.status, answer.body]).toMatchObject([
        header,
        expect.any(Number),
        { code: expect.any(String), message: expect.any(String) },
      ]);
      expect(answer.status).toBeLessThan(500);
    }
  });
});

describe('metrics', () => {
  it('are told on their own port only, by route and without an id', async () => {
    const id = crypto.randomUUID();
    await app.stranger.send('GET', `/api/people/${id}`);
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(text).toContain('rejoin_http_request_seconds_count{method="GET",route="/api/people/:personId",status="401"}');
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain(id);
    expect((await fetch(`http://127.0.0.1:${metricsPort}/api/me`)).status).toBe(404);
  });
});

describe('logs', () => {
  it('carry no key of a link or of a media room', () => {
    for (const key of ['access_token', 'token', 'join_request', 'code']) {
      expect(redactUrl(`/rtc/v1?a=1&${key}=eyJhbGciOi&b=2`)).toBe(`/rtc/v1?a=1&${key}=…&b=2`);
      expect(redactUrl(`/api/auth/magic-link/verify?${key}=secret`)).not.toContain('secret');
    }
  });
});
