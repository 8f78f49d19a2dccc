import { applyDecorators, createParamDecorator, RequestMapping, RequestMethod, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Route as RouteValue } from '@rejoin/shared';
import type { AppRequest } from './request.js';

export const ROUTE = 'rejoin:route';

const methods = {
  GET: RequestMethod.GET,
  POST: RequestMethod.POST,
  PUT: RequestMethod.PUT,
  PATCH: RequestMethod.PATCH,
} as const;

/** Mounts a route of the contract on a handler: path, permission, validation in and out. */
export function Route(route: RouteValue): MethodDecorator {
  return applyDecorators(SetMetadata(ROUTE, route), RequestMapping({ path: route.path, method: methods[route.method] }));
}

const request = (context: ExecutionContext): AppRequest => context.switchToHttp().getRequest<AppRequest>();

/** The parsed `{params, query, body}` of the route: type it with `InputOf<typeof route>`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => request(context).input);

/** Who asks. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext) => request(context).actor);
