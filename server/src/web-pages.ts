import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.js';
import { offlinePage } from './offline-page.js';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The start of every page carries the help number: it is there before anything is asked, and when nothing can be asked. */
function withHelp(html: string, phone: string): string {
  return phone ? html.replace('</head>', `<meta name="help-phone" content="${escaped(phone)}" /></head>`) : html;
}

/** The built web application: its files, the one page that starts it, and the page for when there is no network. */
export function serveWeb(app: NestExpressApplication, folder: string, config: Pick<Config, 'HELP_PHONE'>): void {
  app.use(
    express.static(folder, {
      index: false,
      setHeaders: (response, path) => {
        const hashed = path.includes(`${join(folder, 'assets')}`);
        response.setHeader('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  const started = Date.now();
  const send = (response: Response, html: string, changed: number): void => {
    response.setHeader('cache-control', 'no-cache');
    response.setHeader('last-modified', new Date(changed).toUTCString());
    response.type('html').send(html);
  };
  const phone = config.HELP_PHONE ?? '';
  app.use('/offline', (_: Request, response: Response) => send(response, offlinePage(escaped(phone)), started));
  const index = join(folder, 'index.html');
  app.use((request: Request, response: Response, next: NextFunction) => {
    const page = (request.method === 'GET' || request.method === 'HEAD') && !/^\/(api|rtc|socket\.io)(\/|$)/.test(request.path);
    if (!page) return next();
    // A page of before the last start may carry another number.
    send(response, withHelp(readFileSync(index, 'utf8'), phone), Math.max(started, statSync(index).mtimeMs));
  });
}
