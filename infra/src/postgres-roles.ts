import pg from 'pg';

export type Passwords = { admin: string; owner: string; app: string };

/** Makes what every installation needs besides the tables; does nothing where it exists. `adminUrl` names database rejoin. */
export async function prepareDatabase(adminUrl: string, passwords: Passwords): Promise<void> {
  const server = new URL(adminUrl);
  server.pathname = '/postgres';
  await withClient(server.href, async (client) => {
    await ensureRole(client, 'rejoin_owner', passwords.owner);
    await ensureRole(client, 'rejoin_app', passwords.app);
    const { rowCount } = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'rejoin'`);
    if (!rowCount) await client.query('CREATE DATABASE rejoin OWNER rejoin_owner');
  });
  await withClient(adminUrl, (client) => client.query(contents));
}

const contents = `
  CREATE EXTENSION IF NOT EXISTS btree_gist;
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE EXTENSION IF NOT EXISTS citext;
  CREATE EXTENSION IF NOT EXISTS pgcrypto;
  CREATE SCHEMA IF NOT EXISTS auth AUTHORIZATION rejoin_owner;
  REVOKE ALL ON SCHEMA public FROM PUBLIC;
  GRANT USAGE ON SCHEMA public TO rejoin_app;
`;

async function ensureRole(client: pg.Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = rowCount ? 'ALTER' : 'CREATE';
  await client.query(`${verb} ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
