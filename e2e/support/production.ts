import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { findCaddy } from '../../infra/src/caddy.ts';
import { findLivekit } from '../../infra/src/livekit-binary.ts';
import { inRoot } from '../../infra/src/paths.ts';
import { freePort, freeUdpPort } from '../../infra/src/ports.ts';
import { startThrowawayPostgres } from '../../infra/src/postgres.ts';
import { lastLines, launch, run, type Child } from '../../infra/src/processes.ts';
import { untilAnswers } from '../../infra/src/wait.ts';
import { partsOf } from './compose.ts';

const secret = () => randomBytes(32).toString('hex');
const relay = { domain: 'turn.rejoin.test', ip: '127.0.0.2' };

/** Free ports and folders of this machine in place of those that only one installation can have. */
async function placesOf(dir: string, databasePort: number) {
  const [app, media, tcp, metrics, http, https, turn, smtp, inbox] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ];
  const udp = await freeUdpPort();
  const names: [from: RegExp, to: string][] = [
    [/127\.0\.0\.1:5432/g, `127.0.0.1:${databasePort}`],
    [/127\.0\.0\.1:3000/g, `127.0.0.1:${app}`],
    [/127\.0\.0\.1:7880/g, `127.0.0.1:${media}`],
    [/127\.0\.0\.1:1025/g, `127.0.0.1:${smtp}`],
    [/^1025$/, String(smtp)],
    [/^1080$/, String(inbox)],
    [/\/mails\b/g, path.join(dir, 'mails')],
    [/\/config\b/g, path.join(dir, 'config')],
    [/\/data\/caddy/g, path.join(dir, 'caddy')],
    [/\/app\b/g, inRoot()],
  ];
  const settings = {
    PORT: String(app),
    METRICS_PORT: String(metrics),
    LIVEKIT_TCP_PORT: String(tcp),
    LIVEKIT_UDP_PORT: String(udp),
    HTTP_PORT: String(http),
    HTTPS_PORT: String(https),
    TURN_TLS_PORT: String(turn),
    PUBLIC_URL: `https://localhost:${https}`,
  };
  const here = (value: string): string => names.reduce((text, [from, to]) => text.replace(from, to), value);
  return { settings, here, inboxUrl: `http://localhost:${inbox}` };
}

export type Production = Awaited<ReturnType<typeof startProduction>>;

/** An installation as docker-compose.yml makes it, on this machine: same commands, same settings, same Caddyfile, no containers. */
export async function startProduction() {
  const dir = mkdtempSync(path.join(tmpdir(), 'rejoin-production-'));
  for (const folder of ['config', 'caddy', 'logs', 'mails']) mkdirSync(path.join(dir, folder));
  const log = (name: string) => ({ file: path.join(dir, 'logs', `${name}.log`) });
  const postgres = await startThrowawayPostgres();
  const { settings, here, inboxUrl } = await placesOf(dir, postgres.port);
  const part = partsOf({
    SITE: 'localhost',
    TLS: 'internal',
    NODE_IP: '127.0.0.1',
    LISTEN_IP: '127.0.0.1',
    POSTGRES_PASSWORD: 'admin',
    DATABASE_OWNER_PASSWORD: secret(),
    DATABASE_APP_PASSWORD: secret(),
    AUTH_SECRET: secret(),
    LIVEKIT_API_KEY: 'rejoin',
    LIVEKIT_API_SECRET: secret(),
    SMTP_URL: 'smtp://127.0.0.1:1025',
    MAIL_FROM: 'Rejoin <no-reply@rejoin.test>',
    HELP_PHONE: '(555) 010-0199',
    TURN_DOMAIN: relay.domain,
    TURN_IP: relay.ip,
  });
  const programs: Record<string, string> = { node: process.execPath, caddy: await findCaddy() };
  const prepared = (name: string) => {
    const { command, env } = part(name);
    const known = Object.fromEntries(Object.entries(env).map(([key, value]) => [key, here(value)]));
    const own = Object.fromEntries(Object.entries(settings).filter(([key]) => key in env || key === 'TURN_TLS_PORT'));
    const [program = '', ...args] = command.map(here);
    const path = { PATH: process.env['PATH'] ?? '', HOME: dir };
    return { program: programs[program] ?? program, args, env: { ...path, ...known, ...own }, all: [program, ...args] };
  };
  const start = (name: string): Child => {
    const { program, args, env } = prepared(name);
    return launch(name, program, args, { cwd: inRoot(), env, output: log(name) });
  };

  const [caddy, mail] = [start('caddy'), start('mailbox')];
  const { program, args, env } = prepared('setup');
  await run('setup', program, args, { cwd: inRoot(), env, output: log('setup') });
  const certificates = path.join(dir, 'caddy', 'certificates', 'local', relay.domain, `${relay.domain}.key`);
  await expect.poll(() => existsSync(certificates), { message: lastLines(log('caddy').file, 20) }).toBe(true);
  const livekit = launch('livekit', await findLivekit(dir), prepared('livekit').all, { output: log('livekit') });
  const server = start('app');
  await untilAnswers({
    name: 'The server',
    url: `http://127.0.0.1:${settings.PORT}/api/health/ready`,
    child: server,
    logFile: log('app').file,
  });

  return {
    url: settings.PUBLIC_URL,
    port: Number(settings.HTTPS_PORT),
    httpPort: Number(settings.HTTP_PORT),
    appPort: Number(settings.PORT),
    mediaPort: Number(new URL(here('http://127.0.0.1:7880')).port),
    relay: { ...relay, port: Number(settings.TURN_TLS_PORT) },
    rootCertificate: readFileSync(path.join(dir, 'caddy', 'pki', 'authorities', 'local', 'root.crt'), 'utf8'),
    adminUrl: postgres.adminUrl,
    inboxUrl,
    log: (name: string) => readFileSync(log(name).file, 'utf8'),
    /** Runs a script of the server with the settings of the running one, and others in their place. */
    runBeside: (script: string, argv: string[], changes: Record<string, string> = {}, output = log('beside')) =>
      launch(script, process.execPath, [inRoot('server', 'dist', script), ...argv], {
        cwd: inRoot(),
        env: { ...prepared('app').env, ...changes },
        output,
      }).exited,
    stop: async () => {
      for (const child of [server, livekit, caddy, mail]) await child.stop();
      await postgres.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
