import { ErrorBody, permissions, routes, type Route } from '@rejoin/shared';
import { z } from 'zod';

type Json = Record<string, unknown>;

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
  return rest;
}

function parameters(route: Route): Json[] {
  return (['params', 'query'] as const).flatMap((part) => {
    const schema = route[part];
    if (!schema) return [];
    return Object.entries(schema.shape).map(([name, value]) => ({
      name,
      in: part === 'params' ? 'path' : 'query',
      required: part === 'params' || !z.safeParse(value, undefined).success,
      schema: jsonSchema(value, 'input'),
    }));
  });
}

const content = (schema: Json): Json => ({ 'application/json': { schema } });

function operation(name: string, route: Route): Json {
  const open = permissions[route.permission].grants.some((grant) => grant.relation === 'anyone');
  return {
    operationId: name,
    summary: route.summary,
    'x-permission': route.permission,
    parameters: parameters(route),
    ...(route.body && { requestBody: { required: true, content: content(jsonSchema(route.body, 'input')) } }),
    responses: {
      200: { description: 'Done', content: content(jsonSchema(route.reply, 'output')) },
      default: { description: 'Refused', content: content({ $ref: '#/components/schemas/Error' }) },
    },
    security: open ? [] : [{ session: [] }],
  };
}

/** The contract as OpenAPI 3.1, from the same values that the server enforces. */
export function openApiDocument(publicUrl: string): Json {
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries(routes)) {
    const path = `/api${route.path}`.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Rejoin', version: '0.1.0', license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' } },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { Error: jsonSchema(ErrorBody, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session', description: 'Set by signing in' } },
    },
  };
}
