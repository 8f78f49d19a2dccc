interface Database {
  query<Rows>(text: string, values?: unknown[]): Promise<Rows>;
}

/** Whoever adds rows holds this lock from before the first id is handed out until the end of the transaction. */
const writersSql = `
  SELECT DISTINCT virtualtransaction AS id FROM pg_locks
  WHERE locktype = 'relation' AND mode = 'RowExclusiveLock' AND relation = 'audit_event'::regclass
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

/**
 * Up to which id the log is decided. Ids are handed out before the commit: while a row is there, one with a smaller id may still
 * come, or never. It is certain once every transaction that was writing when the row was first seen has ended.
 */
export class Decided {
  private waiting: { upTo: string; writers: ReadonlySet<string>; since: number } | undefined;

  constructor(
    private readonly database: Database,
    private readonly now: () => number,
  ) {}

  /** The id, or undefined while somebody is still writing: ask again later. */
  async upTo(): Promise<string | undefined> {
    this.waiting ??= await this.look();
    if (!this.waiting) return undefined;
    const writing = await this.writers();
    if ([...this.waiting.writers].some((writer) => writing.has(writer))) return undefined;
    const { upTo } = this.waiting;
    this.waiting = undefined;
    return upTo;
  }

  /** How long it has been waiting for the same writers. */
  get waitingMs(): number {
    return this.waiting ? this.now() - this.waiting.since : 0;
  }

  /** The rows first and the writers after them, or a writer in between would be missed. */
  private async look() {
    const rows = await this.database.query<{ id: string | null }[]>('SELECT max(id) AS id FROM audit_event');
    const upTo = rows[0]?.id;
    return upTo ? { upTo, writers: await this.writers(), since: this.now() } : undefined;
  }

  private async writers(): Promise<Set<string>> {
    const rows = await this.database.query<{ id: string }[]>(writersSql);
    return new Set(rows.map(({ id }) => id));
  }
}
