import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findCaddy } from './caddy.ts';
import { findChromium } from './chromium.ts';
import { compile } from './compile.ts';
import { findLivekit } from './livekit-binary.ts';
import { inRoot } from './paths.ts';
import { launch } from './processes.ts';
import { explain, Explained, say } from './progress.ts';
import { jestResult, judge, playwrightResult, type Result, sum } from './results.ts';

type Suite = { name: 'unit' | 'e2e'; run(work: string, options: SuiteOptions): Promise<Result> };
type SuiteOptions = { patterns: string[]; isSoak: boolean; mayBeEmpty: boolean };

const suites: Suite[] = [
  { name: 'unit', run: runJest },
  { name: 'e2e', run: runPlaywright },
];

/** Runs the tests that the arguments ask for and returns the exit code; the last line says how many passed and failed. */
export async function runSuites(args: string[], isSoak: boolean): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: { only: { type: 'string' } }, allowPositionals: true });
  const chosen = suites.filter(({ name }) => !values.only || values.only === name);
  if (chosen.length === 0) throw new Explained('--only takes unit or e2e.');
  const work = mkdtempSync(path.join(tmpdir(), 'rejoin-run-'));
  const mayBeEmpty = isSoak || positionals.length > 0;
  const results: Result[] = [];
  try {
    // Before any test: a test that had to build it first would run out of time.
    await findLivekit(path.join(work, 'livekit'));
    await compile(chosen.some(({ name }) => name === 'e2e') ? {} : { only: ['shared', 'server'] });
    for (const suite of chosen) results.push(await attempt(suite, work, { patterns: positionals, isSoak, mayBeEmpty }));
  } catch (error) {
    say(explain(error));
    results.push({ passed: 0, failed: 1 });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  const { passed, failed } = judge(sum(results), results.some((result) => result.failed > 0) ? 1 : 0, false);
  say(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

/** A suite that cannot even begin is one failure, and the next one still runs. */
async function attempt(suite: Suite, work: string, options: SuiteOptions): Promise<Result> {
  try {
    const result = await suite.run(work, options);
    say(`\n${suite.name}: ${result.passed} passed, ${result.failed} failed`);
    return result;
  } catch (error) {
    say(`${suite.name}: ${explain(error)}`);
    return { passed: 0, failed: 1 };
  }
}

async function runJest(work: string, { patterns, isSoak, mayBeEmpty }: SuiteOptions): Promise<Result> {
  say('\nTests of rules, routes and rows (Jest)');
  const file = path.join(work, 'jest.json');
  const args = [inRoot('node_modules/jest/bin/jest.js'), '--json', `--outputFile=${file}`, '--passWithNoTests', ...patterns];
  const nodeOptions = [process.env['NODE_OPTIONS'], '--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const env = {
    ...process.env,
    NODE_OPTIONS: nodeOptions.filter(Boolean).join(' '),
    TZ: 'America/New_York',
    ...(isSoak && { REJOIN_SOAK: '1' }),
  };
  const { code } = await launch('Jest', process.execPath, args, { cwd: inRoot(), env }).exited;
  return judge(jestResult(file), code, mayBeEmpty);
}

async function runPlaywright(work: string, { patterns, isSoak, mayBeEmpty }: SuiteOptions): Promise<Result> {
  say('\nTests of the whole in browsers (Playwright)');
  const chromium = await findChromium();
  await findCaddy();
  const file = path.join(work, 'playwright.json');
  const selection = isSoak ? ['--grep', '@soak'] : ['--grep-invert', '@soak'];
  const args = [
    inRoot('node_modules/@playwright/test/cli.js'),
    'test',
    '--reporter=list,json',
    '--pass-with-no-tests',
    ...selection,
    ...patterns,
  ];
  const env = { ...process.env, CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: file, TZ: 'America/New_York' };
  const { code } = await launch('Playwright', process.execPath, args, { cwd: inRoot('e2e'), env }).exited;
  return judge(playwrightResult(file), code, mayBeEmpty);
}
