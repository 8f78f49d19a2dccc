import { Controller, Inject, Res } from '@nestjs/common';
import { readLive, readOpenApi, readReady, type ReplyOf } from '@rejoin/shared';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { Route } from '../common/route.decorator.js';
import { CONFIG, type Config } from '../config.js';
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
    const [database, media] = await Promise.all([
      answers(this.database.query('SELECT 1')),
      answers(fetch(sfu, { signal: AbortSignal.timeout(2_000) })),
    ]);
    response.status(database && media ? 200 : 503);
    return { ok: database && media, database, media };
  }

  @Route(readOpenApi)
  openApi(): Record<string, unknown> {
    return this.document;
  }
}
