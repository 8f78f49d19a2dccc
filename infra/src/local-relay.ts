import { createHash } from 'node:crypto';

/** Never looked up: browsers reach the local relay by its address. */
const domain = 'relay.localhost';
const aYearFromNow = () => Math.floor(Date.now() / 1000) + 365 * 86_400;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Six bits for a letter, from the end; five where six would be one of the two values for which there is no letter. */
function base62(bytes: Buffer): string {
  let [rest, bits, text] = [BigInt(`0x${bytes.toString('hex')}`), bytes.length * 8, ''];
  while (bits > 0) {
    let [value, taken] = [Number(rest & 63n), 6];
    if ((value & 30) === 30) {
      if (bits > 6 || value > 31) taken = 5;
      value &= 31;
    }
    text += letters[value];
    rest >>= BigInt(taken);
    bits -= taken;
  }
  return text;
}

/** A name and a password that the relay of LiveKit takes: it checks that they were made with its own secret. */
function relayLogin(apiKey: string, apiSecret: string, until = aYearFromNow()): { username: string; credential: string } {
  const who = 'local';
  const password = createHash('sha256').update(`${apiSecret}|${who}|${until}`).digest();
  return { username: base62(Buffer.from(`${apiKey}|${who}|${until}`)), credential: base62(password) };
}

/** LiveKit's own relay on this machine, over TCP and without a certificate; told to browsers by address and port. */
export function localRelay(port: number, { apiKey, apiSecret }: { apiKey: string; apiSecret: string }): Record<string, string> {
  return {
    LIVEKIT_TURN: 'true',
    LIVEKIT_TURN_DOMAIN: domain,
    LIVEKIT_TURN_TLS_PORT: String(port),
    LIVEKIT_TURN_EXTERNAL_TLS: 'true',
    LIVEKIT_TURN_BIND_ADDRESSES: '["127.0.0.1"]',
    LIVEKIT_TURN_PEERS: '["127.0.0.1/32"]',
    LIVEKIT_TURN_CERT_FILE: '""',
    LIVEKIT_TURN_KEY_FILE: '""',
    LIVEKIT_TURN_SERVERS: JSON.stringify([{ host: '127.0.0.1', port, protocol: 'tcp', ...relayLogin(apiKey, apiSecret) }]),
  };
}
