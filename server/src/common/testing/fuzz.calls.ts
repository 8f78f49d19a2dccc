import fc from 'fast-check';
import { z } from 'zod';
import { broken, Json, strangePart, Values, type KnownIds } from './fuzz.values.js';

const Content = z.record(z.string(), z.object({ schema: z.unknown() }));
const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean(), schema: z.unknown() })),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.object({ 200: z.object({ content: Content }) }),
});
type Operation = z.infer<typeof Operation>;

const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  components: z.object({ schemas: Json }),
});

export const who = ['signed out', 'patient', 'therapist', 'administrator'] as const;
export type Who = (typeof who)[number];

export interface Call {
  name: string;
  who: Who;
  method: string;
  /** With its query. */
  path: string;
  body: unknown;
}

interface Parts {
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  body: unknown;
}

/** A request that is known to be good. */
export type Example = (name: string) => { params?: object; query?: object; body?: unknown };

/** As it goes into an address: short enough to be read at all. */
const asText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 2_000);

/** The document, as calls of every operation and as what each may answer. */
export class Described {
  private readonly document: z.infer<typeof Document>;
  private readonly replies = new Map<string, { types: string[]; schema: z.ZodType | undefined }>();

  constructor(document: unknown) {
    this.document = Document.parse(document);
    for (const { operation } of this.operations()) this.replies.set(operation.operationId, this.replyOf(operation));
  }

  get names(): string[] {
    return [...this.replies.keys()];
  }

  /** What is wrong with a good answer, if anything. */
  misfit(name: string, type: string, body: unknown): string | undefined {
    const reply = this.replies.get(name);
    if (!reply?.types.some((each) => type.startsWith(each))) return `the type ${type} is not in the document`;
    const parsed = type.startsWith('application/json') ? reply.schema?.safeParse(body) : undefined;
    return parsed?.error ? `not as the document says: ${parsed.error.message.slice(0, 300)}` : undefined;
  }

  calls(ids: KnownIds, example: Example): fc.Arbitrary<Call> {
    const values = new Values(this.document.components.schemas, ids);
    const each = this.operations().map(({ path, method, operation }) =>
      fc
        .tuple(fc.constantFrom(...who), this.parts(operation, values, example), fc.boolean())
        .chain(([asked, parts, isBroken]) => (isBroken ? spoiled(parts) : fc.constant(parts)).map((sent) => ({ asked, sent })))
        .map(({ asked, sent }): Call => {
          const body = method === 'GET' || !operation.requestBody ? undefined : (sent.body ?? null);
          return { name: operation.operationId, who: asked, method, path: address(path, sent), body };
        }),
    );
    return fc.oneof(...each);
  }

  private parts(operation: Operation, values: Values, example: Example): fc.Arbitrary<Parts> {
    const of = (place: 'path' | 'query') =>
      fc
        .tuple(
          ...operation.parameters
            .filter((parameter) => parameter.in === place)
            .map(({ name, required, schema }) => {
              const value = values.of(schema, name);
              return fc.tuple(fc.constant(name), required ? value : fc.option(value, { nil: undefined }));
            }),
        )
        .map((pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== undefined)));
    const content = operation.requestBody?.content['application/json'];
    const made = fc.record({ params: of('path'), query: of('query'), body: content ? values.of(content.schema) : fc.constant(undefined) });
    const good = fc.constant(null).map((): Parts => {
      const { params, query, body } = example(operation.operationId);
      return { params: { ...params }, query: { ...query }, body };
    });
    return fc.oneof({ weight: 3, arbitrary: made }, { weight: 2, arbitrary: good });
  }

  private operations() {
    return Object.entries(this.document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
    );
  }

  private replyOf({ responses }: Operation) {
    const { content } = responses[200];
    const schema = content['application/json']?.schema;
    return { types: Object.keys(content), schema: schema === undefined ? undefined : this.validator(schema) };
  }

  private validator(schema: unknown): z.ZodType {
    const whole = { ...Json.parse(schema), $defs: this.document.components.schemas };
    const local: unknown = JSON.parse(JSON.stringify(whole).replaceAll('#/components/schemas/', '#/$defs/'));
    return z.fromJSONSchema(Json.parse(local));
  }
}

/** One part of the request does not fit. */
function spoiled(parts: Parts): fc.Arbitrary<Parts> {
  const keys = Object.keys(parts.params);
  const ways: fc.Arbitrary<Parts>[] = [
    broken(parts.query).map((query) => ({ ...parts, query: Json.safeParse(query).data ?? { unknown: query } })),
  ];
  if (parts.body !== undefined) ways.push(broken(parts.body).map((body) => ({ ...parts, body })));
  if (keys.length > 0) {
    const one = fc.tuple(fc.constantFrom(...keys), strangePart);
    ways.push(one.map(([key, part]) => ({ ...parts, params: { ...parts.params, [key]: { raw: part } } })));
  }
  return fc.oneof(...ways);
}

function address(path: string, { params, query }: Parts): string {
  const Raw = z.object({ raw: z.string() });
  const part = (value: unknown): string => Raw.safeParse(value).data?.raw ?? encodeURIComponent(asText(value));
  const filled = path.replace(/\{(\w+)\}/g, (_, key: string) => part(params[key] ?? ''));
  const search = new URLSearchParams(Object.entries(query).map(([key, value]): [string, string] => [key, asText(value)])).toString();
  return search ? `${filled}?${search}` : filled;
}
