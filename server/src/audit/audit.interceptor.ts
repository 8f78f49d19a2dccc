import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { permissions, type PermissionName, type Route } from '@rejoin/shared';
import { concatMap, type Observable } from 'rxjs';
import type { AppRequest } from '../common/request.js';
import { ROUTE } from '../common/route.decorator.js';
import { AuditService } from './audit.service.js';

/** The room keeps its own log of commands; views of it are kept as attendance. */
const keptElsewhere: readonly PermissionName[] = ['system.read', 'webhook.receive', 'me.read', 'day.read', 'room.view', 'room.command'];

/** Who saw or changed which row: nothing is answered before it is recorded. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: AuditService,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route || keptElsewhere.includes(route.permission)) return next.handle();
    const request = context.switchToHttp().getRequest<AppRequest>();
    return next.handle().pipe(
      concatMap(async (reply: unknown) => {
        await this.record(route, request);
        return reply;
      }),
    );
  }

  private async record(route: Route, request: AppRequest): Promise<void> {
    const kind = permissions[route.permission].row;
    const rowId = this.rowId(route, request);
    await this.audit.record({
      actorId: request.actor?.personId ?? null,
      action: route.permission,
      outcome: 'done',
      rowKind: kind,
      rowId,
      patientId: kind === 'patient' ? rowId : this.param(request, 'patientId'),
      sessionId: kind === 'session' ? rowId : this.param(request, 'sessionId'),
      details: { method: route.method, path: route.path },
    });
  }

  private rowId(route: Route, request: AppRequest): string | null {
    const holder: unknown = route.row?.in === 'body' ? request.body : request.params;
    return route.row && holder && typeof holder === 'object' ? this.text(Reflect.get(holder, route.row.key)) : null;
  }

  private param(request: AppRequest, key: string): string | null {
    return this.text(request.params[key]);
  }

  private text(value: unknown): string | null {
    return typeof value === 'string' ? value : null;
  }
}
