import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jestResult, judge, playwrightResult, sum } from './results.ts';

const dir = mkdtempSync(path.join(tmpdir(), 'rejoin-results-'));
const file = path.join(dir, 'report.json');
const write = (report: unknown) => writeFileSync(file, JSON.stringify(report));

describe('counting tests', () => {
  afterEach(() => rmSync(file, { force: true }));
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  it('counts a Jest file that could not be loaded as one failure', () => {
    write({ numPassedTests: 7, numFailedTests: 1, numRuntimeErrorTestSuites: 2 });
    expect(jestResult(file)).toEqual({ passed: 7, failed: 3 });
  });

  it('counts errors outside of Playwright tests, such as a failed setup', () => {
    write({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 3 }, errors: [{ message: 'setup' }] });
    expect(playwrightResult(file)).toEqual({ passed: 5, failed: 2 });
  });

  it('calls a run without a report a failure', () => {
    expect(judge(jestResult(file), 1)).toEqual({ passed: 0, failed: 1 });
  });

  it('calls a run without tests a failure even if its runner is content', () => {
    write({ stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [] });
    expect(judge(playwrightResult(file), 0)).toEqual({ passed: 0, failed: 1 });
  });

  it('lets a narrowed run find nothing in one of its suites', () => {
    expect(judge({ passed: 0, failed: 0 }, 0, true)).toEqual({ passed: 0, failed: 0 });
  });

  it('calls a runner that broke off after passing tests a failure', () => {
    expect(judge({ passed: 5, failed: 0 }, 1)).toEqual({ passed: 5, failed: 1 });
  });

  it('does not count a failure twice', () => {
    expect(judge({ passed: 5, failed: 2 }, 1)).toEqual({ passed: 5, failed: 2 });
  });

  it('adds up all runners', () => {
    expect(
      sum([
        { passed: 5, failed: 2 },
        { passed: 1, failed: 0 },
      ]),
    ).toEqual({ passed: 6, failed: 2 });
  });
});
