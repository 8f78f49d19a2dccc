import { Injectable, StreamableFile, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@rejoin/shared';
import { concatMap, type Observable } from 'rxjs';
import { z } from 'zod';
import { fileIn } from './file-body.js';
import { parseInput } from './parse.js';
import type { AppRequest } from './request.js';
import { ROUTE } from './route.decorator.js';

/** Nothing in a file may run, load or be framed. The browser's own viewer of PDFs does not open in a sandbox. */
const fileRules = (type: string): string =>
  `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'${
    type === 'application/pdf' ? "; object-src 'self'" : '; sandbox'
  }`;

interface Answering {
  status(code: number): void;
  setHeader(name: string, value: string): void;
}

/** A document goes out as its bytes, under a name that tells nothing; everything else as JSON. */
async function toSend(reply: unknown, response: Answering): Promise<unknown> {
  if (!(reply instanceof File)) return reply;
  response.setHeader('content-security-policy', fileRules(reply.type));
  const bytes = new Uint8Array(await reply.arrayBuffer());
  return new StreamableFile(bytes, { type: reply.type, disposition: `inline; filename="${reply.name}"`, length: bytes.length });
}

/** Holds both ends of a request to its contract: what comes in is parsed, what goes out is stripped to its schema. */
@Injectable()
export class ContractInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) return next.handle();
    const request = context.switchToHttp().getRequest<AppRequest>();
    const response = context.switchToHttp().getResponse<Answering>();
    if (route.body instanceof z.ZodFile) request.body = await fileIn(request);
    request.input = parseInput(route, request);
    response.status(200);
    return next.handle().pipe(concatMap((reply) => toSend(route.reply.parse(reply), response)));
  }
}
