import { Injectable, StreamableFile, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Route } from '@rejoin/shared';
import { concatMap, type Observable } from 'rxjs';
import { parseInput } from './parse.js';
import type { AppRequest } from './request.js';
import { ROUTE } from './route.decorator.js';

/** A document goes out as its bytes, under a name that tells nothing; everything else as JSON. */
async function toSend(reply: unknown): Promise<unknown> {
  if (!(reply instanceof File)) return reply;
  const bytes = new Uint8Array(await reply.arrayBuffer());
  return new StreamableFile(bytes, { type: reply.type, disposition: `inline; filename="${reply.name}"`, length: bytes.length });
}

/** Holds both ends of a request to its contract: what comes in is parsed, what goes out is stripped to its schema. */
@Injectable()
export class ContractInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) return next.handle();
    const request = context.switchToHttp().getRequest<AppRequest>();
    request.input = parseInput(route, request);
    context.switchToHttp().getResponse<{ status(code: number): void }>().status(200);
    return next.handle().pipe(concatMap((reply) => toSend(route.reply.parse(reply))));
  }
}
