import { existsSync, readFileSync } from 'node:fs';

export type Result = { passed: number; failed: number };

const nothing: Result = { passed: 0, failed: 0 };

/** Reads what Jest counted; a test file that could not even be loaded is one failure. */
export function jestResult(file: string): Result {
  const report = readJson(file);
  return {
    passed: numberIn(report, 'numPassedTests'),
    failed: numberIn(report, 'numFailedTests') + numberIn(report, 'numRuntimeErrorTestSuites'),
  };
}

/** Reads what Playwright counted; an error outside of any test is one failure each. */
export function playwrightResult(file: string): Result {
  const report = readJson(file);
  const stats = valueIn(report, 'stats');
  const errors = valueIn(report, 'errors');
  return {
    passed: numberIn(stats, 'expected') + numberIn(stats, 'flaky'),
    failed: numberIn(stats, 'unexpected') + (Array.isArray(errors) ? errors.length : 0),
  };
}

/** A runner that crashed, or found nothing to run where it had to, has failed once, whatever it wrote. */
export function judge(counted: Result, exitCode: number | null, mayBeEmpty = false): Result {
  const ranNothing = counted.passed + counted.failed === 0 && !mayBeEmpty;
  const brokeOff = exitCode !== 0 && counted.failed === 0;
  return ranNothing || brokeOff ? { ...counted, failed: counted.failed + 1 } : counted;
}

export function sum(results: Result[]): Result {
  return results.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), nothing);
}

function readJson(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function valueIn(object: unknown, key: string): unknown {
  if (typeof object !== 'object' || object === null) return undefined;
  return new Map(Object.entries(object)).get(key);
}

function numberIn(object: unknown, key: string): number {
  const value = valueIn(object, key);
  return typeof value === 'number' ? value : 0;
}
