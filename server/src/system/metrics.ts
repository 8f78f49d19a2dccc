import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { CONFIG, type Config } from '../config.js';

function routeOf(request: Request): string {
  const route: unknown = request.route;
  const path: unknown = route !== null && typeof route === 'object' ? Reflect.get(route, 'path') : undefined;
  return typeof path === 'string' ? path : 'other';
}

/** Counts without names or ids, at `/metrics` on a port of their own that is never published. */
@Injectable()
export class Metrics implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(Metrics.name);
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'rejoin_http_request_seconds',
    help: 'Time to answer a request, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  private server?: Server;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Middleware that measures every request. */
  measure(request: Request, response: Response, next: NextFunction): void {
    const stop = this.requests.startTimer();
    response.once('finish', () => stop({ method: request.method, route: routeOf(request), status: response.statusCode }));
    next();
  }

  async onApplicationBootstrap(): Promise<void> {
    const port = this.config.METRICS_PORT;
    if (port === undefined) return;
    collectDefaultMetrics({ register: this.registry });
    this.server = createServer((request, response) => {
      if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
      this.registry.metrics().then(
        (text) => response.writeHead(200, { 'content-type': this.registry.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    });
    await this.listen(this.server, port);
  }

  onApplicationShutdown(): void {
    this.server?.close();
    this.server?.closeAllConnections();
  }

  private listen(server: Server, port: number): Promise<void> {
    const host = this.config.NODE_ENV === 'production' ? undefined : '127.0.0.1';
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, host, () => {
        this.logger.log(`Metrics at port ${port}`);
        resolve();
      });
    });
  }
}
