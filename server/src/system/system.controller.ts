import { Controller, Inject, Res } from '@nestjs/common';
import { readLive, readOpenApi, readReady, type ReplyOf } from '@rejoin/shared';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { Route } from '../common/route.decorator.js';
import { CONFIG, type Config } from '../config.js';
import { clockOffset, clockToleranceMs } from '../database/startup-checks.js';
import { openApiDocument } from './openapi.js';

const answers = (check: Promise<unknown>): Promise<boolean> =>
  check.then(
    () => true,
    () => false,
  );

@Controller()
export class SystemController {
  private readonly document: Record<string, unknown>;

  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.document = openApiDocument(config.PUBLIC_URL);
  }

  @Route(readLive)
  live(): ReplyOf<typeof readLive> {
    return { ok: true };
  }

  @Route(readReady)
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReplyOf<typeof readReady>> {
    const sfu = this.config.LIVEKIT_URL.replace(/^ws/, 'http');
    const [offset, media] = await Promise.all([
      clockOffset(this.database).catch(() => undefined),
      answers(fetch(sfu, { signal: AbortSignal.timeout(2_000) })),
    ]);
    const database = offset !== undefined;
    const clock = database && Math.abs(offset) <= clockToleranceMs;
    const ok = database && media && clock;
    response.status(ok ? 200 : 503);
    return { ok, database, media, clock };
  }

  @Route(readOpenApi)
  openApi(): Record<string, unknown> {
    return this.document;
  }
}
