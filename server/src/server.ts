import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import helmet from 'helmet';
import { Logger } from 'nestjs-pino';
import { existsSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { AUTH, peerHeader, type Auth } from './access/auth.js';
import { authHandlers } from './access/auth.mount.js';
import { SignInWitness } from './access/sign-in-witness.service.js';
import { AppModule } from './app.module.js';
import { AppError } from './common/app-error.js';
import { toAppError } from './common/error.filter.js';
import type { Config } from './config.js';
import { Doorman } from './room/doorman.js';
import { Metrics } from './system/metrics.js';
import { serveWeb } from './web-pages.js';

const bodyLimit = '256kb';

/** The same for every answer: helmet is asked for them once. */
function securityHeaders(config: Config) {
  const origin = new URL(config.PUBLIC_URL);
  const socket = `${origin.protocol === 'https:' ? 'wss' : 'ws'}://${origin.host}`;
  const ask = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        // Nothing but our own files, and code compiled from them: the noise filter is WebAssembly.
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        'connect-src': ["'self'", socket],
        'img-src': ["'self'", 'data:', 'blob:'],
        'media-src': ["'self'", 'blob:'],
        'style-src': ["'self'", "'unsafe-inline'"],
        'worker-src': ["'self'", 'blob:'],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: origin.protocol === 'https:',
  });
  const headers: [string, string][] = [];
  const sample = new ServerResponse(new IncomingMessage(new Socket()));
  sample.setHeader = (name, value) => {
    headers.push([name, String(value)]);
    return sample;
  };
  ask(sample.req, sample, () => undefined);
  return (_request: Request, response: Response, next: NextFunction): void => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };
}

/** What a page may use of the device; and what the server says of people is kept nowhere. */
function ownPagesOnly(request: Request, response: Response, next: NextFunction): void {
  response.setHeader('permissions-policy', 'camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()');
  if (request.path.startsWith('/api/')) response.setHeader('cache-control', 'no-store');
  next();
}

/** A change may only be asked for by our own pages. Requests without an Origin are not from a browser's page. */
function ownOriginOnly(config: Config) {
  const own = new URL(config.PUBLIC_URL).origin;
  return (request: Request, response: Response, next: NextFunction): void => {
    const origin = request.headers.origin;
    const reading = request.method === 'GET' || request.method === 'HEAD';
    if (reading || !origin || origin === own) return next();
    const refusal = new AppError('auth.origin');
    response.status(refusal.status).json(refusal.body);
  };
}

/** Bodies that cannot be read fail before Nest sees them: they are answered like every other refusal. */
function unreadableBody(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) return next(error);
  const refusal = toAppError(error);
  response.status(refusal.status).json(refusal.body);
}

/** The address behind the rate limits: the socket's own, or the one our proxy saw. A client cannot choose it. */
function markPeer(request: Request, _response: Response, next: NextFunction): void {
  request.headers[peerHeader] = request.ip ?? '';
  next();
}

/** The application, ready to listen: used by the process and by the tests alike. */
export async function createServer(config: Config): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.with(config), { bodyParser: false, bufferLogs: true });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  app.set('trust proxy', config.TRUST_PROXY);
  app.disable('x-powered-by');
  // Answers of the API are stored nowhere, so there is nothing to compare them with; pages go by their last change.
  app.disable('etag');
  app.setGlobalPrefix('api');
  const metrics = app.get(Metrics);
  app.use(metrics.measure.bind(metrics), securityHeaders(config), ownPagesOnly, markPeer, ownOriginOnly(config));
  const doorman = app.get(Doorman);
  doorman.attach(app.getHttpServer());
  app.use(doorman.explain);
  app.use('/api/auth', ...authHandlers(app.get<Auth>(AUTH), app.get(SignInWitness)), unreadableBody);
  app.use(express.text({ type: 'application/webhook+json', limit: bodyLimit }));
  app.use(express.json({ limit: bodyLimit }), unreadableBody);
  if (config.WEB_DIST && existsSync(config.WEB_DIST)) serveWeb(app, config.WEB_DIST, config);
  return app;
}
