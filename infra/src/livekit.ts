import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import path from 'node:path';
import { findLivekit } from './livekit-binary.ts';
import { noRelay } from './livekit-site.ts';
import { localRelay } from './local-relay.ts';
import { inRoot } from './paths.ts';
import { freePort, freeUdpPort } from './ports.ts';
import { type Child, launch } from './processes.ts';
import { Explained } from './progress.ts';
import { untilAnswers } from './wait.ts';

export type Livekit = { url: string; apiKey: string; apiSecret: string };

export type LocalLivekit = Livekit & {
  port: number;
  tcpPort: number;
  udpPort: number;
  /** starts it again on the same ports with the same keys */
  start: () => Promise<Child>;
};

export type LivekitOptions = {
  dataDir: string;
  logFile: string;
  apiKey: string;
  apiSecret: string;
  webhookUrl: string;
  /** also relays media over TCP, as strict networks need it */
  relays?: boolean;
};

/** Writes the configuration of a media server whose media stay on this machine. */
export async function prepareLivekit(options: LivekitOptions): Promise<LocalLivekit> {
  const { apiKey, apiSecret, logFile } = options;
  const program = await findLivekit(options.dataDir);
  const [port, tcpPort, udpPort] = [await freePort(), await freePort(), await freeUdpPort()];
  const config = path.join(options.dataDir, 'livekit.yaml');
  mkdirSync(options.dataDir, { recursive: true });
  const relay = options.relays ? localRelay(await freePort(), options) : noRelay;
  writeFileSync(config, render({ ...localValues(udpPort), ...relay, ...valuesOf({ ...options, port, tcpPort, udpPort }) }), {
    mode: 0o600,
  });
  const url = `http://127.0.0.1:${port}`;
  const start = async () => {
    const child = launch('LiveKit', program, ['--config', config], { output: { file: logFile } });
    await untilAnswers({ name: 'LiveKit', url, child, logFile });
    return child;
  };
  return { url, apiKey, apiSecret, port, tcpPort, udpPort, start };
}

/** A server given from outside by LIVEKIT_URL, or nothing. */
export function givenLivekit(env: NodeJS.ProcessEnv): Livekit | undefined {
  const { LIVEKIT_URL: url, LIVEKIT_API_KEY: apiKey, LIVEKIT_API_SECRET: apiSecret } = env;
  if (!url) return undefined;
  if (apiKey && apiSecret) return { url, apiKey, apiSecret };
  throw new Explained('LIVEKIT_URL is set: set LIVEKIT_API_KEY and LIVEKIT_API_SECRET too.');
}

type Ports = { port: number; tcpPort: number; udpPort: number };

function valuesOf(options: LivekitOptions & Ports): Record<string, string> {
  return {
    LIVEKIT_PORT: String(options.port),
    LIVEKIT_TCP_PORT: String(options.tcpPort),
    LIVEKIT_UDP_PORT: String(options.udpPort),
    LIVEKIT_API_KEY: options.apiKey,
    LIVEKIT_API_SECRET: options.apiSecret,
    LIVEKIT_WEBHOOK_URLS: JSON.stringify([options.webhookUrl]),
  };
}

function localValues(udpPort: number): Record<string, string> {
  return {
    LIVEKIT_BIND_ADDRESSES: '["127.0.0.1"]',
    LIVEKIT_NODE_IP: '127.0.0.1',
    LIVEKIT_LOOPBACK: 'true',
    LIVEKIT_INTERFACES: JSON.stringify([platform() === 'darwin' ? 'lo0' : 'lo']),
    LIVEKIT_IPS: '["127.0.0.1/32"]',
    LIVEKIT_STUN_SERVERS: JSON.stringify([`127.0.0.1:${udpPort}`]),
  };
}

/** Fills in the template; a name without a value is an error, not an empty setting. */
export function render(values: Record<string, string>): string {
  const template = readFileSync(inRoot('infra', 'livekit.yaml'), 'utf8');
  return template.replaceAll(/\$\{([A-Z_]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`infra/livekit.yaml asks for ${name}, which has no value.`);
    return value;
  });
}
