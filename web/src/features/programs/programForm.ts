import type { FormErrors } from '@mantine/form';
import type { Program } from '@rejoin/shared';
import type { z } from 'zod';
import { checked } from '../../lib/form';

export interface ProgramValues {
  name: string;
  zone: string;
  settings: { chatKeptDays: number | ''; phone: string; onCallHours: string };
}

export function programValuesOf({ name, zone, settings }: Pick<Program, 'name' | 'zone' | 'settings'>): ProgramValues {
  return { name, zone, settings: { ...settings } };
}

export function programErrors(schema: z.ZodType, values: ProgramValues, more: Record<string, unknown> = {}): FormErrors {
  return checked(schema, { ...values, ...more });
}
