/** The server's clock minus ours lies in between, in milliseconds. */
export interface OffsetRange {
  least: number;
  most: number;
}

export interface ClockSample {
  sentAt: number;
  receivedAt: number;
  /** The server's time cut to whole seconds, as the `Date` header has it. */
  serverSecond: number;
}

/** Each answer narrows the range; one that contradicts it says that a clock was set, and starts anew. */
export function narrow(range: OffsetRange | null, { sentAt, receivedAt, serverSecond }: ClockSample): OffsetRange {
  const fresh = { least: serverSecond - receivedAt, most: serverSecond + 1000 - sentAt };
  if (!range) return fresh;
  const both = { least: Math.max(range.least, fresh.least), most: Math.min(range.most, fresh.most) };
  return both.least > both.most ? fresh : both;
}

export function middle(range: OffsetRange | null): number {
  return range ? (range.least + range.most) / 2 : 0;
}

let range: OffsetRange | null = null;

async function sample(): Promise<void> {
  const sentAt = Date.now();
  const response = await fetch('/api/health/live', { cache: 'no-store' });
  const receivedAt = Date.now();
  const serverSecond = Date.parse(response.headers.get('date') ?? '');
  if (Number.isFinite(serverSecond)) range = narrow(range, { sentAt, receivedAt, serverSecond });
}

/** Asks the server for its time, a few times at odd distances: whole seconds then give a fraction of one. */
export async function askServerTime(): Promise<void> {
  for (const wait of [0, 370, 730]) {
    await new Promise((resolve) => setTimeout(resolve, wait));
    await sample().catch(() => undefined);
  }
}

export function serverNow(): number {
  return Date.now() + middle(range);
}
