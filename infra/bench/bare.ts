import { randomUUID } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import pg from 'pg';

// What the token route is compared with: reads one sign-in, commits one row, mints a key, and nothing else.
interface Sdk {
  AccessToken: new (key: string, secret: string, options: { identity: string; ttl: number }) => Key;
}
interface Key {
  addGrant(grant: object): void;
  toJwt(): Promise<string>;
}

const name: string = 'livekit-server-sdk';
const { AccessToken } = (await import(name)) as Sdk;
const [databaseUrl = ''] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: databaseUrl, max: 20 });

async function answer(token: string, response: ServerResponse): Promise<void> {
  const { rows } = await pool.query<{ userId: string }>(`SELECT "userId" FROM auth.session WHERE token = $1 AND "expiresAt" > now()`, [
    token,
  ]);
  await pool.query(`INSERT INTO audit_event (action, outcome, details) VALUES ('bench', 'done', '{}')`);
  const key = new AccessToken('key', 'a secret for measuring that is long enough', { identity: randomUUID(), ttl: 60 });
  key.addGrant({ roomJoin: true, room: 'bench', canPublish: true, canSubscribe: true });
  response.writeHead(rows.length === 1 ? 200 : 401, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ token: await key.toJwt() }));
}

const server = createServer((request, response) => {
  request.resume();
  request.on('end', () => {
    answer(String(request.headers['x-token']), response).catch(() => response.writeHead(500).end());
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : 0}\n`);
});
process.stdin.resume().on('end', () => process.exit(0));
