import type { NestExpressApplication } from '@nestjs/platform-express';
import { createServer as createTcpServer } from 'node:net';
import { DataSource } from 'typeorm';
import { AUTH, type Auth } from '../access/auth.js';
import type { Config } from '../config.js';
import { createServer } from '../server.js';
import { Agent } from './agent.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { clinicalWordsIn } from './mail-words.js';
import { openMailbox, type Mailbox } from './mailbox.js';

/** The whole server on a database of its own, listening, with a mail server that keeps what it is given. */
export interface TestApp {
  nest: NestExpressApplication;
  config: Config;
  url: string;
  urls: TestDatabase;
  /** The server's own connection: role rejoin_app. */
  database: DataSource;
  auth: Auth;
  mailbox: Mailbox;
  /** Someone who is not signed in. */
  stranger: Agent;
  /** Throws where any mail that was sent says a clinical word. */
  close(): Promise<void>;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createTcpServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Boots the server. `overrides` changes settings, such as `{ DEMO: true }` or a real `LIVEKIT_URL`. */
export async function startApp(overrides: Partial<Config> = {}): Promise<TestApp> {
  const [urls, mailbox, port] = await Promise.all([createTestDatabase(), openMailbox(), freePort()]);
  const url = `http://localhost:${port}`;
  const config: Config = {
    NODE_ENV: 'test',
    PORT: port,
    PUBLIC_URL: url,
    DATABASE_URL: urls.appUrl,
    AUTH_SECRET: 'a secret for tests that is long enough',
    LIVEKIT_URL: 'ws://127.0.0.1:9',
    LIVEKIT_API_KEY: 'test-key',
    LIVEKIT_API_SECRET: 'a media secret for tests, long enough',
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'Rejoin <no-reply@localhost>',
    TRUST_PROXY: 0,
    LOG_LEVEL: 'silent',
    DEMO: false,
    ACCEPT_NEWER_SCHEMA: false,
    ...overrides,
  };
  const nest = await createServer(config);
  await nest.listen(port);
  const auth = nest.get<Auth>(AUTH);
  const close = async (): Promise<void> => {
    await nest.close();
    await mailbox.close();
    await urls.drop();
    const words = mailbox.mails.flatMap((mail) => clinicalWordsIn(mail));
    if (words.length > 0) throw new Error(`A mail of these tests says what kind of place writes: ${words.join(', ')}`);
  };
  return { nest, config, url, urls, database: nest.get(DataSource), auth, mailbox, stranger: new Agent(url), close };
}
