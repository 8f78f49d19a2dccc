import { ErrorBody, permissions, routes, type Route } from '@rejoin/shared';
import { z } from 'zod';

type Json = Record<string, unknown>;
const AnObject = z.record(z.string(), z.unknown());

/** Schemas as OpenAPI has them: what a schema defines for itself moves to the components of the document. */
class Schemas {
  readonly components: Json = {};

  of(name: string, schema: z.ZodType, io: 'input' | 'output'): Json {
    const { $schema: _, $defs, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' });
    for (const [key, part] of Object.entries($defs ?? {})) this.components[`${name}.${key}`] = this.moved(name, part);
    return this.moved(name, rest);
  }

  private moved(name: string, schema: object): Json {
    const moved: unknown = JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', `"#/components/schemas/${name}.`));
    return AnObject.parse(moved);
  }
}

function parameters(name: string, route: Route, schemas: Schemas): Json[] {
  return (['params', 'query'] as const).flatMap((part) => {
    const schema = route[part];
    if (!schema) return [];
    const parts: Record<string, z.ZodType> = schema.shape;
    return Object.entries(parts).map(([key, value]) => ({
      name: key,
      in: part === 'params' ? 'path' : 'query',
      required: part === 'params' || !z.safeParse(value, undefined).success,
      schema: schemas.of(`${name}.${key}`, value, 'input'),
    }));
  });
}

const Document = z.object({ contentMediaType: z.string() });
const Documents = z.object({ anyOf: z.array(Document) });

/** JSON, unless the schema is of a document, which says its own type or types. */
function content(schema: Json): Json {
  const { data: one } = Document.safeParse(schema);
  const { data: several } = Documents.safeParse(schema);
  const types = one ? [one] : (several?.anyOf ?? [{ contentMediaType: 'application/json' }]);
  return Object.fromEntries(types.map(({ contentMediaType }) => [contentMediaType, { schema }]));
}

function operation(name: string, route: Route, schemas: Schemas): Json {
  const open = permissions[route.permission].grants.some((grant) => grant.relation === 'anyone');
  return {
    operationId: name,
    summary: route.summary,
    'x-permission': route.permission,
    parameters: parameters(name, route, schemas),
    ...(route.body && { requestBody: { required: true, content: content(schemas.of(`${name}.body`, route.body, 'input')) } }),
    responses: {
      200: { description: 'Done', content: content(schemas.of(`${name}.reply`, route.reply, 'output')) },
      default: { description: 'Refused', content: content({ $ref: '#/components/schemas/Error' }) },
    },
    security: open ? [] : [{ session: [] }],
  };
}

/** The contract as OpenAPI 3.1, from the same values that the server enforces. */
export function openApiDocument(publicUrl: string): Json {
  const schemas = new Schemas();
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries(routes)) {
    const path = `/api${route.path}`.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(name, route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Rejoin', version: '0.1.0', license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' } },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { ...schemas.components, Error: schemas.of('Error', ErrorBody, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'session', description: 'Set by signing in' } },
    },
  };
}
