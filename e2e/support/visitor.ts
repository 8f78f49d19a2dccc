import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { Stack } from '../../infra/src/stack.ts';
import { watchMedia } from './media.ts';
import type { Somebody } from './seed.ts';

/** A person at a browser of their own. Everything the browser receives is kept, to be searched. */
export class Visitor {
  readonly received: string[] = [];
  readonly hosts = new Set<string>();
  readonly errors: string[] = [];

  private constructor(
    readonly stack: Stack,
    readonly context: BrowserContext,
    readonly page: Page,
  ) {}

  static async open(browser: Browser, stack: Stack, somebody?: Somebody, options: { phone?: boolean } = {}): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: stack.url,
      viewport: options.phone ? { width: 390, height: 844 } : { width: 1280, height: 800 },
      permissions: ['camera', 'microphone'],
      extraHTTPHeaders: {},
      locale: 'en-US',
      timezoneId: 'America/New_York',
    });
    await context.addInitScript(watchMedia);
    if (somebody) {
      await context.addCookies([{ ...somebody.cookie, url: stack.url, httpOnly: true, sameSite: 'Lax' }]);
    }
    const visitor = new Visitor(stack, context, await context.newPage());
    visitor.listen();
    return visitor;
  }

  private listen(): void {
    this.page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http')) this.hosts.add(url.host);
    });
    this.page.on('response', (response) => {
      response.text().then(
        (text) => this.received.push(text),
        () => undefined,
      );
    });
    this.page.on('websocket', (socket) => {
      this.hosts.add(new URL(socket.url()).host);
      socket.on('framereceived', ({ payload }) => this.received.push(payload.toString()));
    });
    this.page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  async goToRoom(sessionId: string): Promise<void> {
    await this.page.goto(`/sessions/${sessionId}/room`);
  }

  /** From the room's page to the waiting room, or for staff into the room. */
  async join(sessionId: string): Promise<void> {
    await this.goToRoom(sessionId);
    await this.page.getByRole('button', { name: 'Join', exact: true }).click();
  }

  async inRoom(): Promise<void> {
    await expect(this.page.getByRole('toolbar', { name: 'Controls' })).toBeVisible();
  }

  /** Nothing came from a host but ours, and no page failed. */
  expectOwnHostOnly(): void {
    expect([...this.hosts]).toEqual([new URL(this.stack.url).host]);
    expect(this.errors).toEqual([]);
  }

  /** Whether anything this browser received holds the text. */
  hasReceived(text: string): boolean {
    const wanted = text.toLowerCase();
    return this.received.some((body) => body.toLowerCase().includes(wanted));
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
