import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Client } from 'pg';
import { Subject, type Observable } from 'rxjs';
import { CONFIG, type Config } from '../config.js';

const retryMs = 1_000;

/** What the database tells every instance: one listening connection per server process, which comes back by itself. */
@Injectable()
export class Notifications implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Notifications.name);
  private readonly channels = new Map<string, Subject<string>>();
  private readonly back = new Subject<void>();
  private client: Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** The connection was lost and is back: what was said in between was not heard, so look for yourself. */
  readonly reconnected$: Observable<void> = this.back.asObservable();

  /** The payloads of a channel, from now on. */
  on(channel: string): Observable<string> {
    const known = this.channels.get(channel);
    if (known) return known;
    const added = new Subject<string>();
    this.channels.set(channel, added);
    if (this.client) void this.listen(this.client, channel);
    return added;
  }

  async onModuleInit(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.retry);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new Client({ connectionString: this.config.DATABASE_URL, keepAlive: true });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => this.channels.get(channel)?.next(payload ?? ''));
    await client.connect();
    this.client = client;
    for (const channel of this.channels.keys()) await this.listen(client, channel);
  }

  /** One statement after the other; a lost connection listens again when it is back. */
  private listen(client: Client, channel: string): Promise<void> {
    this.turn = this.turn.then(async () => {
      await client.query(`LISTEN ${this.quoted(channel)}`).catch(() => undefined);
    });
    return this.turn;
  }

  private lost(client: Client): void {
    if (this.isClosed || this.client !== client) return;
    this.client = undefined;
    this.logger.warn('The listening connection to the database was lost');
    this.reconnectLater();
  }

  private reconnectLater(): void {
    this.retry = setTimeout(() => {
      this.connect().then(
        () => this.back.next(),
        () => !this.isClosed && this.reconnectLater(),
      );
    }, retryMs);
  }

  private quoted(channel: string): string {
    return `"${channel.replaceAll('"', '""')}"`;
  }
}
