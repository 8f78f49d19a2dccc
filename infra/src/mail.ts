import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.ts';
import { freePort } from './ports.ts';
import { type Child, launch } from './processes.ts';
import { untilAnswers } from './wait.ts';

export type Mail = { smtpUrl: string; inboxUrl: string; child: Child; restart: () => Promise<Child> };

/** A mail server that delivers nothing: every mail stays in its own inbox. */
export async function startMail(dataDir: string, logFile: string): Promise<Mail> {
  const [smtp, web] = [await freePort(), await freePort()];
  const restart = () => launchMail({ smtp, web, dataDir, logFile });
  return { smtpUrl: `smtp://127.0.0.1:${smtp}`, inboxUrl: `http://localhost:${web}`, child: await restart(), restart };
}

type MailOptions = { smtp: number; web: number; dataDir: string; logFile: string };

async function launchMail({ smtp, web, dataDir, logFile }: MailOptions): Promise<Child> {
  const inbox = path.join(dataDir, 'mail');
  mkdirSync(inbox, { recursive: true, mode: 0o700 });
  const address = ['--ip', '127.0.0.1', '--web-ip', '127.0.0.1', '--smtp', String(smtp), '--web', String(web)];
  const args = [inRoot('node_modules', '.bin', 'maildev'), ...address, '--mail-directory', inbox, '--max-emails', '500', '--silent'];
  const child = launch('Mail', process.execPath, args, { cwd: inbox, output: { file: logFile } });
  await untilAnswers({ name: 'The local mail server', url: `http://127.0.0.1:${web}/api/healthz`, child, logFile });
  return child;
}
