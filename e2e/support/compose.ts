import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { inRoot } from '../../infra/src/paths.ts';

const Service = z.looseObject({
  command: z.array(z.string()).optional(),
  /** What is empty is null in YAML. */
  environment: z
    .record(
      z.string(),
      z
        .string()
        .nullable()
        .transform((value) => value ?? ''),
    )
    .default({}),
});

const Compose = z.looseObject({ services: z.record(z.string(), Service) });

export interface Part {
  command: string[];
  env: Record<string, string>;
}

/** What docker-compose.yml would run, with its settings: for the parts of the smoke test, which has no containers. */
export function partsOf(settings: Readonly<Record<string, string>>): (name: string) => Part {
  const text = interpolate(readFileSync(inRoot('docker-compose.yml'), 'utf8'), settings);
  const { services } = Compose.parse(parse(text, { merge: true }));
  return (name) => {
    const service = services[name];
    if (!service?.command) throw new Error(`docker-compose.yml runs no ${name}.`);
    return { command: service.command, env: service.environment };
  };
}

/** `${NAME:?}`, `${NAME:-otherwise}` and `${NAME:+instead}`, as compose reads them. */
function interpolate(text: string, settings: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{(\w+)(?::([?+-])([^}]*))?\}/g, (_, name: string, sign: string | undefined, word: string) => {
    const value = settings[name] ?? '';
    if (sign === '?' && value === '') throw new Error(`docker-compose.yml asks for ${name}.`);
    if (sign === '+') return value === '' ? '' : word;
    return value === '' && sign === '-' ? word : value;
  });
}
