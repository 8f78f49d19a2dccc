import pg from 'pg';

export type Passwords = { admin: string; owner: string; app: string };

/** Makes what every installation needs besides the tables; does nothing where it exists. `adminUrl` names database rejoin. */
export async function prepareDatabase(adminUrl: string, passwords: Passwords): Promise<void> {
  await ensureRoles(adminUrl, passwords);
  await withClient(serverOf(adminUrl), async (client) => {
    const { rowCount } = await client.query(`SELECT 1 FROM pg_database WHERE datname = 'rejoin'`);
    if (!rowCount) await client.query('CREATE DATABASE rejoin OWNER rejoin_owner');
  });
  await withClient(adminUrl, (client) => client.query(contents));
}

/** The role that migrates and the one that runs, with these passwords. */
export async function ensureRoles(adminUrl: string, passwords: Pick<Passwords, 'owner' | 'app'>): Promise<void> {
  await withClient(serverOf(adminUrl), async (client) => {
    await ensureRole(client, 'rejoin_owner', passwords.owner);
    await ensureRole(client, 'rejoin_app', passwords.app);
  });
}

/** The same server without its database, which may not exist yet. */
export function serverOf(url: string): string {
  const server = new URL(url);
  server.pathname = '/postgres';
  return server.href;
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
