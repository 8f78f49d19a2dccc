import { randomUUID } from 'node:crypto';

const nested = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => ({ a: inner }), 1);

/** What a field may be given that it was not made for. */
const wrongValues: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  2 ** 31,
  2 ** 53 - 1,
  '',
  'x',
  'a\u0000b',
  '\ud800',
  'x'.repeat(30_000),
  '2026-13-45',
  '9999-12-31T23:59:59.999Z',
  '-271821-04-20T00:00:00Z',
  '2026-02-30T25:61',
  `'; DROP TABLE person; --`,
  randomUUID(),
  '00000000-0000-0000-0000-000000000000',
  [],
  [null],
  {},
  { toString: 'x', constructor: { prototype: { admin: true } } },
  JSON.parse('{"__proto__":{"admin":true}}'),
  nested(500),
];

/** Already as they stand in an address. */
export const wrongParts: readonly string[] = [
  'x',
  '%00',
  '%E0%A4%A',
  '..%2F..%2Fme',
  randomUUID(),
  'a'.repeat(5_000),
  '%F0%9F%98%80',
  "'%20OR%201=1--",
  'null',
  '[object%20Object]',
  '__proto__',
];

export const wrongBodies: readonly string[] = [
  '',
  'null',
  '[]',
  '"text"',
  '42',
  '{',
  '\u0000',
  '{"id":',
  '{"__proto__":{"isAdmin":true},"constructor":1}',
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  JSON.stringify({ body: 'x'.repeat(400_000) }),
];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The value with one of its parts replaced, for every part and every wrong value; and with each part left out. */
export function* spoiled(value: unknown): Generator<unknown> {
  if (!isRecord(value)) {
    yield* wrongValues;
    return;
  }
  for (const key of Object.keys(value)) {
    for (const wrong of spoiled(value[key])) yield replaced(value, key, wrong);
    if (isRecord(value[key])) for (const wrong of wrongValues) yield replaced(value, key, wrong);
    if (!Array.isArray(value)) yield Object.fromEntries(Object.entries(value).filter(([other]) => other !== key));
  }
  if (!Array.isArray(value)) yield { ...value, unknown: 1, id2: randomUUID() };
}

function replaced(value: Record<string, unknown>, key: string, wrong: unknown): unknown {
  if (Array.isArray(value)) return value.map((each: unknown, at) => (String(at) === key ? wrong : each));
  return { ...value, [key]: wrong };
}
