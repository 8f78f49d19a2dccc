import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../common/clock.js';
import { CONFIG, type Config } from '../config.js';
import { Decided } from './decided.js';
import { anchorOf, chainStart, sealed, sealedText, sealForm, sealKey, type Link } from './seal.js';

const everyMs = 1_000;
const rowsAtOnce = 5_000;
const lookAgainMs = 20;
const looks = 10;
const anchorEveryMs = 3_600_000;
const lateAfterMs = 60_000;
/** One instance seals at a time. */
const oneAtATime = 1_764_000_016;

/** Puts each row of the audit log into the hash chain, in the order of ids, about a second after it was written. */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(AuditSealer.name);
  private readonly key: Buffer;
  private readonly decided: Decided;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private isEnding = false;
  private last: Link | undefined;
  private anchoredAt = 0;
  private warnedAt = 0;

  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
  ) {
    this.key = sealKey(config);
    this.decided = new Decided(database, () => this.clock.now().getTime());
  }

  onApplicationBootstrap(): void {
    this.timer = setTimeout(() => void this.next(), everyMs).unref();
  }

  /** What was recorded until now is sealed before the end, if the database is there. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isEnding = true;
    clearTimeout(this.timer);
    await this.running;
    await this.attempt();
    if (this.last) this.logger.log(`The audit log is sealed up to ${anchorOf(this.last)}`);
  }

  /** Seals what is decided; true where nothing that was there is left. */
  async seal(): Promise<boolean> {
    if (!(await this.hasUnsealed())) return true;
    for (let look = 1; ; look++) {
      const upTo = await this.decided.upTo();
      // What was decided may have been waiting since before the newest rows came.
      if (upTo !== undefined) return (await this.sealUpTo(upTo)) && !(await this.hasUnsealed());
      if (look === looks) break;
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    }
    this.warnOfDelay();
    return false;
  }

  private async next(): Promise<void> {
    this.running = this.attempt();
    await this.running;
    if (!this.isEnding) this.timer = setTimeout(() => void this.next(), everyMs).unref();
  }

  private async attempt(): Promise<void> {
    try {
      await this.seal();
    } catch (error) {
      this.logger.warn(`The audit log could not be sealed: ${error instanceof Error ? error.message : ''}`);
    }
  }

  private async hasUnsealed(): Promise<boolean> {
    const rows: { open: boolean }[] = await this.database.query(
      `SELECT (SELECT max(id) FROM audit_event) > COALESCE((SELECT max(id) FROM audit_seal), 0) AS open`,
    );
    return rows[0]?.open ?? false;
  }

  private async sealUpTo(upTo: string): Promise<boolean> {
    for (;;) {
      const links = await this.database.transaction((tx) => this.sealSome(tx, upTo));
      if (!links) return false;
      this.keep(links.at(-1));
      if (links.length < rowsAtOnce) return true;
    }
  }

  /** The new links; undefined where another instance is at it. */
  private async sealSome(tx: EntityManager, upTo: string): Promise<Link[] | undefined> {
    const locks: { mine: boolean }[] = await tx.query('SELECT pg_try_advisory_xact_lock($1) AS mine', [oneAtATime]);
    if (!locks[0]?.mine) return undefined;
    await this.compareWithLast(tx);
    const before = await lastLink(tx);
    const rows: { id: string; text: string }[] = await tx.query(
      `SELECT e.id, ${sealedText} AS text FROM audit_event e WHERE e.id > $1 AND e.id <= $2 ORDER BY e.id LIMIT ${rowsAtOnce}`,
      [before.id, upTo],
    );
    const links: Link[] = [];
    for (const row of rows) links.push(sealed(this.key, links.at(-1) ?? before, row));
    await tx.query(
      `INSERT INTO audit_seal (id, position, form, hash)
       SELECT id, position, ${sealForm}, hash FROM unnest($1::bigint[], $2::bigint[], $3::bytea[]) AS s (id, position, hash)`,
      [links.map(({ id }) => id), links.map(({ position }) => position), links.map(({ hash }) => hash)],
    );
    return links;
  }

  /** A tail that is cut off leaves a chain that is whole: only who remembers a later seal can tell. */
  private async compareWithLast(tx: EntityManager): Promise<void> {
    if (!this.last) return;
    const rows: unknown[] = await tx.query('SELECT 1 FROM audit_seal WHERE id = $1 AND hash = $2', [this.last.id, this.last.hash]);
    if (rows.length > 0) return;
    this.logger.error(`The audit log was cut or changed: the seal ${anchorOf(this.last)} is not in it any more`);
    this.last = undefined;
  }

  /** The log of the server is kept elsewhere than the database: what it says of the chain cannot be changed there. */
  private keep(link: Link | undefined): void {
    if (!link) return;
    this.last = link;
    const now = this.clock.now().getTime();
    if (now - this.anchoredAt < anchorEveryMs) return;
    this.anchoredAt = now;
    this.logger.log(`The audit log is sealed up to ${anchorOf(link)}`);
  }

  private warnOfDelay(): void {
    const now = this.clock.now().getTime();
    if (this.decided.waitingMs < lateAfterMs || now - this.warnedAt < lateAfterMs) return;
    this.warnedAt = now;
    this.logger.warn('The audit log is not sealed for a minute: a transaction that writes to it does not end');
  }
}

async function lastLink(tx: EntityManager): Promise<Link> {
  const rows: { id: string; position: string; hash: Buffer }[] = await tx.query(
    'SELECT id, position, hash FROM audit_seal ORDER BY id DESC LIMIT 1',
  );
  const last = rows[0];
  return last ? { ...last, position: Number(last.position) } : chainStart;
}
