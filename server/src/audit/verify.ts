import { parseArgs } from 'node:util';
import { Client } from 'pg';
import { readVerifying } from '../config.js';
import { anchorOf, sealKey } from './seal.js';
import { verifyAudit, type Verdict } from './verification.js';

const usage = 'node server/dist/audit/verify.js [--anchor ID:HASH] …, an anchor as an earlier run or the log of the server says it';
const wordsOf = (count: number, one: string): string => `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;

function readAnchors(): string[] {
  const { values } = parseArgs({ options: { anchor: { type: 'string', multiple: true } } });
  const anchors = values.anchor ?? [];
  if (anchors.every((anchor) => /^\d+:[0-9a-f]{64}$/.test(anchor))) return anchors;
  throw new Error(`An anchor is a number, a colon and 64 letters and digits:\n${usage}`);
}

function report({ checked, last, broken, unsealed }: Verdict, seconds: number): string[] {
  const upTo = last ? `, the last one ${last.id} of ${last.at}` : '';
  const speed = `${Math.round(checked / Math.max(seconds, 0.001)).toLocaleString('en-US')} rows/s`;
  const open = `Not sealed yet: ${wordsOf(unsealed.count, 'row')}, the oldest of ${unsealed.since}.`;
  if (broken) {
    const which = [broken.at, broken.action].filter(Boolean).join(', ');
    return [
      `BROKEN at row ${broken.id}${which && ` (${which})`}: ${broken.what}.`,
      `Whole before it: ${wordsOf(checked, 'row')}${upTo}.`,
      'Keep a copy of the database as it is now, and compare this row with a backup.',
    ];
  }
  return [
    `The audit log is whole: ${wordsOf(checked, 'sealed row')}${upTo} (${speed}).`,
    ...(unsealed.count > 0
      ? [open, 'A running server seals within seconds: older rows mean that none was running, or that sealing has stopped.']
      : []),
    ...(last
      ? [`Anchor: ${anchorOf(last)}`, 'Keep the anchor elsewhere: a later run with --anchor also finds an end that was cut off.']
      : []),
  ];
}

async function main(): Promise<void> {
  const anchors = readAnchors();
  const settings = readVerifying();
  const connectionString = settings.DATABASE_OWNER_URL ?? settings.DATABASE_URL;
  if (!connectionString) throw new Error('Set DATABASE_URL, or DATABASE_OWNER_URL, to the database whose log is to be verified.');
  const client = new Client({ connectionString });
  await client.connect();
  try {
    const began = performance.now();
    const verdict = await verifyAudit(client, sealKey(settings), anchors);
    process.stdout.write(`${report(verdict, (performance.now() - began) / 1000).join('\n')}\n`);
    if (verdict.broken) process.exitCode = 1;
  } finally {
    await client.end();
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
});
