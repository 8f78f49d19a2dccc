import { Injectable, Logger, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { permissions, type Route } from '@rejoin/shared';
import { AuditService } from '../audit/audit.service.js';
import { AppError } from '../common/app-error.js';
import { rowIdOf, type Actor, type AppRequest } from '../common/request.js';
import { ROUTE } from '../common/route.decorator.js';
import { AccessService } from './access.service.js';
import { ActorService } from './actor.service.js';

/** Every request passes here. A handler without a declared route is refused. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly logger = new Logger(AccessGuard.name);

  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorService,
    private readonly access: AccessService,
    private readonly audit: AuditService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const route = this.reflector.get<Route | undefined>(ROUTE, context.getHandler());
    if (!route) {
      this.logger.error(`${context.getClass().name}.${context.getHandler().name} declares no route`);
      throw new AppError('access.refused');
    }
    const request = context.switchToHttp().getRequest<AppRequest>();
    if (permissions[route.permission].grants.every((grant) => grant.relation === 'anyone')) return true;
    const rowId = rowIdOf(route, request);
    const { actor, row } = await this.actors.asking(request.headers, { kind: permissions[route.permission].row, rowId });
    request.actor = actor;
    try {
      await this.access.require(actor, route.permission, rowId, row);
    } catch (error) {
      if (error instanceof AppError && error.code !== 'auth.locked' && actor) await this.recordRefusal(actor, route, rowId, error);
      throw error;
    }
    return true;
  }

  private async recordRefusal(actor: Actor, route: Route, rowId: string | undefined, error: AppError): Promise<void> {
    await this.audit.record({
      actorId: actor.personId,
      action: route.permission,
      outcome: 'refused',
      rowKind: permissions[route.permission].row,
      rowId,
      details: { code: error.code },
    });
  }
}
