import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Six digits are few: what slows a thief of the table down is the cost of each guess. */
const cost = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

function derive(pin: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64')}:${(await derive(pin, salt)).toString('base64')}`;
}

export async function isPin(pin: string, hash: string): Promise<boolean> {
  const [salt = '', key = ''] = hash.split(':');
  const kept = Buffer.from(key, 'base64');
  const given = await derive(pin, Buffer.from(salt, 'base64'));
  return kept.length === given.length && timingSafeEqual(kept, given);
}
