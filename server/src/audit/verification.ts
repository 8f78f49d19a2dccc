import { anchorOf, chainStart, sealed, sealedText, sealForm, type Link } from './seal.js';

interface Database {
  query(text: string, values?: unknown[]): Promise<{ rows: never[] }>;
}

interface Row {
  id: string;
  at: string;
  action: string;
  text: string;
}

interface Seal {
  id: string;
  position: string;
  form: number;
  hash: Buffer;
}

/** The first row that is not as it was sealed. */
export interface Break {
  id: string;
  at: string | null;
  action: string | null;
  what: string;
}

export interface Verdict {
  checked: number;
  last: (Link & { at: string }) | undefined;
  broken: Break | undefined;
  /** Rows after the last sealed one. */
  unsealed: { count: number; since: string | null };
}

const rowsAtOnce = 5_000;

const rowsSql = `
  SELECT e.id, to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, e.action, ${sealedText} AS text
  FROM audit_event e WHERE e.id > $1 AND e.id <= $2 ORDER BY e.id LIMIT ${rowsAtOnce}`;
const sealsSql = 'SELECT id, position, form, hash FROM audit_seal WHERE id > $1 AND id <= $2 ORDER BY id';

/** Reads the whole chain in the order of ids, at one moment, and stops at the first row that does not hold. */
export async function verifyAudit(database: Database, key: Buffer, anchors: readonly string[] = []): Promise<Verdict> {
  await database.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
  try {
    return await new Chain(database, key, new Set(anchors)).verify();
  } finally {
    await database.query('ROLLBACK');
  }
}

class Chain {
  private previous: Link = chainStart;
  private at = '';

  constructor(
    private readonly database: Database,
    private readonly key: Buffer,
    private readonly anchors: Set<string>,
  ) {}

  async verify(): Promise<Verdict> {
    const end = await this.rows<{ id: string }>('SELECT COALESCE(max(id), 0) AS id FROM audit_seal', []);
    const broken = (await this.walk(end[0]?.id ?? '0')) ?? this.missingAnchor();
    return { checked: this.previous.position, last: this.found(), broken, unsealed: await this.unsealed() };
  }

  private found(): Verdict['last'] {
    return this.previous.position > 0 ? { ...this.previous, at: this.at } : undefined;
  }

  private async walk(end: string): Promise<Break | undefined> {
    for (let from = '0'; BigInt(from) < BigInt(end);) {
      const rows = await this.rows<Row>(rowsSql, [from, end]);
      const to = rows.length === rowsAtOnce ? (rows.at(-1)?.id ?? end) : end;
      const broken = this.compare(rows, await this.rows<Seal>(sealsSql, [from, to]));
      if (broken) return broken;
      from = to;
    }
    return undefined;
  }

  /** Both in the order of ids, of the same span. */
  private compare(rows: readonly Row[], seals: readonly Seal[]): Break | undefined {
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    const sealOf = new Map(seals.map((seal) => [seal.id, seal]));
    const unsealed = rows.find(({ id }) => !sealOf.has(id));
    for (const seal of seals) {
      if (unsealed && BigInt(unsealed.id) < BigInt(seal.id)) break;
      const what = this.follow(seal, rowOf.get(seal.id));
      if (what) return { id: seal.id, at: rowOf.get(seal.id)?.at ?? null, action: rowOf.get(seal.id)?.action ?? null, what };
    }
    return (
      unsealed && { ...unsealed, what: 'it has no seal although later rows have: it was put in afterwards, or its seal was taken away' }
    );
  }

  /** Takes the next seal into the chain, or says what is wrong. */
  private follow(seal: Seal, row: Row | undefined): string | undefined {
    if (!row) return 'the row was taken out; only its seal is left';
    if (seal.form !== sealForm) return `it was sealed by another version (form ${seal.form}): verify with that one or a newer`;
    const missing = Number(seal.position) - this.previous.position - 1;
    if (missing > 0)
      return `${missing === 1 ? 'a row' : `${missing} rows`} before it, after row ${this.previous.id}, taken out with the seal`;
    const link = sealed(this.key, this.previous, row);
    if (missing < 0 || !link.hash.equals(seal.hash)) {
      const key = this.previous.position === 0 ? '. If the whole log should be good, check AUDIT_KEY and AUTH_SECRET' : '';
      return `what it says, or its place, is not what was sealed${key}`;
    }
    this.previous = link;
    this.at = row.at;
    this.anchors.delete(anchorOf(link));
    return undefined;
  }

  private missingAnchor(): Break | undefined {
    const [anchor] = this.anchors;
    if (anchor === undefined) return undefined;
    const what = 'it was sealed once, as the anchor says, and is not in the log as it was: the end was cut off, or the chain was made anew';
    return { id: anchor.split(':')[0] ?? '', at: null, action: null, what };
  }

  private async unsealed(): Promise<Verdict['unsealed']> {
    const rows = await this.rows<{ count: string; since: string | null }>(
      `SELECT count(*) AS count, to_char(min(at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS since FROM audit_event
       WHERE id > (SELECT COALESCE(max(id), 0) FROM audit_seal)`,
      [],
    );
    return { count: Number(rows[0]?.count ?? 0), since: rows[0]?.since ?? null };
  }

  private async rows<T>(text: string, values: unknown[]): Promise<T[]> {
    const { rows } = await this.database.query(text, values);
    return rows;
  }
}
