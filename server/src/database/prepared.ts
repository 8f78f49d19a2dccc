import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { CONFIG, type Config } from '../config.js';

/** The statements that every request runs: parsed and planned once for each connection. Nothing of their answers is kept. */
@Injectable()
export class Prepared implements OnApplicationShutdown {
  private readonly pool: Pool;
  private readonly names = new Map<string, string>();

  constructor(@Inject(CONFIG) config: Config) {
    // All of these look rows up by their keys: to plan them anew for each value would find the same plan again.
    const options = '-c plan_cache_mode=force_generic_plan';
    this.pool = new Pool({ connectionString: config.DATABASE_URL, options, max: 10, statement_timeout: 15_000 });
    // A lost idle connection is replaced by the next query.
    this.pool.on('error', () => undefined);
  }

  /** The rows of a SELECT or INSERT, as EntityManager gives them. `text` has to be one of a few constants. */
  async query<Rows>(text: string, values: unknown[] = []): Promise<Rows> {
    const name = this.names.get(text) ?? `s${this.names.size}`;
    this.names.set(text, name);
    return (await this.pool.query<never>({ name, text, values })).rows as Rows;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
