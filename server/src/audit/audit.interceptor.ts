import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { permissions, type PermissionName, type Route } from '@rejoin/shared';
import { catchError, concatMap, from, type Observable, throwError } from 'rxjs';
import { AppError } from '../common/app-error.js';
import { rowIdOf, type AppRequest } from '../common/request.js';
import { ROUTE } from '../common/route.decorator.js';
import { AuditService } from './audit.service.js';
import { factsOf, patientsIn } from './subjects.js';

/** The room keeps its own log of commands; views of it are kept as attendance. Sign-ins, devices and emergency tries are recorded where they happen. */
const keptElsewhere: readonly PermissionName[] = [
  'system.read',
  'webhook.receive',
  'me.read',
  'me.active',
  'me.unlock',
  'me.devices',
  'device.open',
  'day.read',
  'room.view',
  'room.command',
  'emergency.open',
];

/** There what went well is kept elsewhere, but not what was refused. */
const refusalsOnly: readonly PermissionName[] = ['room.view', 'room.command', 'note.sign', 'note.takeOver'];

const isOneOf = (names: readonly PermissionName[], { permission }: Route): boolean => names.includes(permission);

/** A key that is refused is recorded whatever the reason: the gate, the doorman's log, another device. */
function isRefusal({ permission }: Route, { status }: AppError): boolean {
  return status === 403 || status === 404 || (permission === 'room.token' && status < 500);
}

/** Who saw or changed which row, and who was refused one: nothing is answered before it is recorded. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly audit: AuditService,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route || (isOneOf(keptElsewhere, route) && !isOneOf(refusalsOnly, route))) return next.handle();
    const request = context.switchToHttp().getRequest<AppRequest>();
    return next.handle().pipe(
      concatMap(async (reply: unknown) => {
        const patientIds = patientsIn(route.permission, reply, request.input?.body);
        if (!isOneOf(refusalsOnly, route)) await this.record(route, request, { outcome: 'done', patientIds });
        return reply;
      }),
      catchError((error: unknown) => from(this.refused(route, request, error)).pipe(concatMap(() => throwError(() => error)))),
    );
  }

  /** An id inside a request that is not the caller's to use is a refusal like one at the door. */
  private async refused(route: Route, request: AppRequest, error: unknown): Promise<void> {
    if (!(error instanceof AppError) || !isRefusal(route, error)) return;
    await this.record(route, request, { outcome: 'refused', code: error.code });
  }

  private async record(
    route: Route,
    request: AppRequest,
    seen: { outcome: 'done'; patientIds: string[] } | { outcome: 'refused'; code: string },
  ): Promise<void> {
    const { patientId, sessionId } = request.params;
    const named = typeof patientId === 'string' ? [patientId] : [];
    await this.audit.record({
      actorId: request.actor?.personId ?? null,
      action: route.permission,
      outcome: seen.outcome,
      rowKind: permissions[route.permission].row,
      rowId: rowIdOf(route, request),
      patientIds: seen.outcome === 'done' && seen.patientIds.length > 0 ? seen.patientIds : named,
      sessionId: typeof sessionId === 'string' ? sessionId : null,
      details: {
        method: route.method,
        path: route.path,
        ...factsOf(route.permission, request.input?.body),
        ...(seen.outcome === 'refused' && { code: seen.code }),
      },
    });
  }
}
