import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';

type Any = fc.Arbitrary<unknown>;
export const Json = z.record(z.string(), z.unknown());
export type Json = z.infer<typeof Json>;

/** Ids of rows that exist, by the name of the parameter that takes them. */
export type KnownIds = Readonly<Record<string, readonly string[]>>;

/** What fits no field, or only looks as if it did. */
const strange: Any = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, '', 'x', -1, 0.5, 2 ** 53, 1e308, true, [], {}, [null], 'a\u0000b', '\ud800', 'x'.repeat(20_000)),
  fc.constantFrom('2026-02-30', '9999-12-31T23:59:59.999Z', '-271821-04-20T00:00:00Z', '2026-11-01T01:30', 'America/Nowhere'),
  fc.constantFrom("'; DROP TABLE person; --", '%00', '../../me', '__proto__', '00000000-0000-0000-0000-000000000000'),
);

const instants = fc
  .date({ min: new Date('2026-11-01'), max: new Date('2027-02-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const isList = Array.isArray as (value: unknown) => value is unknown[];
const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

/** Makes values as the schemas of the document ask for them. */
export class Values {
  constructor(
    private readonly components: Json,
    private readonly ids: KnownIds,
  ) {}

  /** `name` is the key under which the value stands. */
  of(schema: unknown, name = '', depth = 0): Any {
    const parsed = Json.safeParse(schema);
    if (!parsed.success) return fc.jsonValue();
    const at = parsed.data;
    if (typeof at['$ref'] === 'string') return this.of(this.components[at['$ref'].split('/').at(-1) ?? ''], name, depth + 1);
    if ('const' in at) return fc.constant(at['const']);
    if (isList(at['enum'])) return fc.constantFrom(...at['enum']);
    const choice = at['anyOf'] ?? at['oneOf'];
    if (isList(choice)) return fc.oneof({ maxDepth: 4 }, ...choice.map((each) => this.of(each, name, depth + 1)));
    if (isList(at['allOf'])) return fc.tuple(...at['allOf'].map((each) => this.of(each, name, depth + 1))).map(merged);
    return this.byType(at, name, depth);
  }

  private byType(at: Json, name: string, depth: number): Any {
    switch (at['type']) {
      case 'string':
        return this.text(at, name);
      case 'integer':
        return fc.integer({ min: numberOr(at['minimum'], -5), max: Math.max(numberOr(at['maximum'], 500), numberOr(at['minimum'], -5)) });
      case 'number':
        return fc.double({ min: numberOr(at['minimum'], -5), max: numberOr(at['maximum'], 500), noNaN: true });
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'array': {
        const maxLength = Math.min(numberOr(at['maxItems'], 3), depth > 5 ? 0 : 3);
        return fc.array(this.of(at['items'], name, depth + 1), { minLength: Math.min(numberOr(at['minItems'], 0), maxLength), maxLength });
      }
      case 'object':
        return this.record(at, depth);
      default:
        return fc.jsonValue({ maxDepth: 2 });
    }
  }

  private record(at: Json, depth: number): Any {
    const properties = Json.safeParse(at['properties']).data ?? {};
    const required = isList(at['required']) ? at['required'] : [];
    const fields = Object.entries(properties).map(([key, schema]) => {
      const value = this.of(schema, key, depth + 1);
      return fc.tuple(fc.constant(key), required.includes(key) ? value : fc.option(value, { nil: undefined }));
    });
    return fc.tuple(...fields).map((pairs) => Object.fromEntries(pairs.filter(([, value]) => value !== undefined)));
  }

  private text(at: Json, name: string): Any {
    switch (at['format']) {
      case 'uuid':
        return this.id(name);
      case 'date-time':
        return instants;
      case 'date':
        return instants.map((instant) => instant.slice(0, 10));
      case 'email':
        return fc.nat().map((n) => `somebody-${n}@example.org`);
    }
    const limits = { minLength: numberOr(at['minLength'], 0), maxLength: Math.min(numberOr(at['maxLength'], 40), 40) };
    const plain = /zone/i.test(name)
      ? fc.constantFrom('America/New_York', 'America/Denver', 'Europe/Zurich')
      : fc.string({ ...limits, unit: 'grapheme' });
    return typeof at['pattern'] === 'string' ? matching(at['pattern'], plain) : plain;
  }

  private id(name: string): Any {
    const own = this.ids[name];
    const all = Object.values(this.ids).flat();
    const fresh = fc.uuid({ version: 4 });
    return own
      ? fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...own) }, fc.constantFrom(...all), fresh)
      : fc.oneof(fc.constantFrom(...all), fresh);
  }
}

function matching(pattern: string, otherwise: fc.Arbitrary<string>): fc.Arbitrary<string> {
  try {
    return fc.stringMatching(new RegExp(pattern));
  } catch {
    return otherwise;
  }
}

const merged = (parts: unknown[]): unknown => Object.assign({}, ...parts.map((part) => Json.safeParse(part).data));

/** The value with one place of it replaced, left out or added to. */
export function broken(value: unknown): Any {
  const record = isList(value) ? undefined : Json.safeParse(value).data;
  if (!record || Object.keys(record).length === 0) return strange;
  const inside = fc.constantFrom(...Object.keys(record)).chain((key) =>
    fc.oneof(
      broken(record[key]).map((part) => ({ ...record, [key]: part })),
      fc.constant(Object.fromEntries(Object.entries(record).filter(([other]) => other !== key))),
    ),
  );
  return fc.oneof({ weight: 6, arbitrary: inside }, strange, fc.constant({ ...record, [randomUUID()]: 1 }));
}

/** As it may stand in an address. */
export const strangePart = fc.oneof(
  fc.constantFrom('x', '%00', '%E0%A4%A', '..%2F..%2Fme', "'%20OR%201=1--", 'null', '__proto__', 'a'.repeat(4_000), '%F0%9F%98%80'),
  fc.uuid(),
);
