import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { readConfig } from './config.js';
import { checkBeforeStart } from './database/startup-checks.js';
import { createServer } from './server.js';

async function start(): Promise<void> {
  const config = readConfig();
  const app = await createServer(config);
  await checkBeforeStart(app.get(DataSource), config.ACCEPT_NEWER_SCHEMA);
  await (config.BIND_ADDRESS ? app.listen(config.PORT, config.BIND_ADDRESS) : app.listen(config.PORT));
}

await start().catch((error: unknown) => {
  process.stderr.write(`Rejoin does not start. ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
