import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareLivekit } from './livekit.ts';
import { stopEverything } from './processes.ts';

// A media server for tests of the server alone: says on one line where it is, and ends when its input ends.
const [apiKey = '', apiSecret = '', webhookUrl = ''] = process.argv.slice(2);
const dataDir = mkdtempSync(path.join(tmpdir(), 'rejoin-livekit-'));
const livekit = await prepareLivekit({ dataDir, logFile: path.join(dataDir, 'livekit.log'), apiKey, apiSecret, webhookUrl });
let child = await livekit.start();
process.stdout.write(`${JSON.stringify({ url: livekit.url })}\n`);

for await (const line of process.stdin) {
  const command = String(line).trim();
  if (command === 'stop') await child.stop();
  if (command === 'start') child = await livekit.start();
  process.stdout.write(`${command} done\n`);
}
await stopEverything();
rmSync(dataDir, { recursive: true, force: true });
