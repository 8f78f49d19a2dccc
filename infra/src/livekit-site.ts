import path from 'node:path';
import { Explained } from './progress.ts';

/** The values of infra/livekit.yaml for an installation that others reach, from its settings. */
export function siteValues(env: NodeJS.ProcessEnv): Record<string, string> {
  const of = (name: string): string => {
    const value = env[name];
    if (!value) throw new Explained(`${name} is not set: LiveKit needs it.`);
    return value;
  };
  const nodeIp = of('LIVEKIT_NODE_IP');
  const udpPort = of('LIVEKIT_UDP_PORT');
  return {
    LIVEKIT_PORT: new URL(of('LIVEKIT_URL')).port,
    LIVEKIT_BIND_ADDRESSES: '["127.0.0.1"]',
    LIVEKIT_NODE_IP: nodeIp,
    LIVEKIT_TCP_PORT: of('LIVEKIT_TCP_PORT'),
    LIVEKIT_UDP_PORT: udpPort,
    LIVEKIT_LOOPBACK: String(nodeIp.startsWith('127.')),
    LIVEKIT_INTERFACES: '[]',
    LIVEKIT_IPS: '[]',
    // The media port answers STUN itself: no other company is asked where a browser is.
    LIVEKIT_STUN_SERVERS: JSON.stringify([`${nodeIp}:${udpPort}`]),
    LIVEKIT_API_KEY: of('LIVEKIT_API_KEY'),
    LIVEKIT_API_SECRET: of('LIVEKIT_API_SECRET'),
    LIVEKIT_WEBHOOK_URLS: JSON.stringify([of('LIVEKIT_WEBHOOK_URL')]),
    ...relayValues(env, nodeIp),
  };
}

/** Media over TLS on port 443 of an address of its own: LiveKit tells browsers that port, whatever it listens on. */
function relayValues(env: NodeJS.ProcessEnv, nodeIp: string): Record<string, string> {
  const { TURN_DOMAIN: domain, TURN_IP: ip, CERTIFICATES: certificates, TLS: issuer } = env;
  if (!domain || !ip) return noRelay;
  if (!certificates || !issuer) throw new Explained('TURN_DOMAIN is set: CERTIFICATES and TLS say where its certificate comes from.');
  const folder = path.join(certificates, issuer === 'internal' ? 'local' : 'acme-v02.api.letsencrypt.org-directory', domain);
  return {
    LIVEKIT_TURN: 'true',
    LIVEKIT_TURN_DOMAIN: domain,
    LIVEKIT_TURN_TLS_PORT: env['TURN_TLS_PORT'] ?? '443',
    LIVEKIT_TURN_EXTERNAL_TLS: 'false',
    LIVEKIT_TURN_SERVERS: '[]',
    LIVEKIT_TURN_BIND_ADDRESSES: JSON.stringify([ip]),
    // A relay reaches nothing of the closed network but the media server.
    LIVEKIT_TURN_PEERS: JSON.stringify([`${nodeIp}/32`]),
    LIVEKIT_TURN_CERT_FILE: path.join(folder, `${domain}.crt`),
    LIVEKIT_TURN_KEY_FILE: path.join(folder, `${domain}.key`),
  };
}

export const noRelay: Record<string, string> = {
  LIVEKIT_TURN: 'false',
  LIVEKIT_TURN_DOMAIN: '""',
  LIVEKIT_TURN_TLS_PORT: '0',
  LIVEKIT_TURN_EXTERNAL_TLS: 'false',
  LIVEKIT_TURN_SERVERS: '[]',
  LIVEKIT_TURN_BIND_ADDRESSES: '[]',
  LIVEKIT_TURN_PEERS: '[]',
  LIVEKIT_TURN_CERT_FILE: '""',
  LIVEKIT_TURN_KEY_FILE: '""',
};
