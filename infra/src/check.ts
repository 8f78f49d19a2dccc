import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { command } from './command.ts';
import { compile } from './compile.ts';
import { missingIn, parseLock, registriesIn } from './lock.ts';
import { inRoot } from './paths.ts';
import { startThrowawayPostgres } from './postgres.ts';
import { run } from './processes.ts';
import { explain, Explained, say, secondsSince } from './progress.ts';
import { runServerScript } from './server.ts';

type Question = { name: string; ask(logFile: string): Promise<void> };

const tool = (name: string, program: string, ...args: string[]): Question => ({
  name,
  // Through our own Node: the machine's may be too old for the tool.
  ask: (file) => run(name, process.execPath, [inRoot('node_modules', program), ...args], { cwd: inRoot(), output: { file } }),
});

const types = (workspace: string) => tool(`types of ${workspace}`, 'typescript/bin/tsc', '--noEmit', '-p', workspace);

const questions: Question[] = [
  tool('lint and import boundaries', 'eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  { name: 'database drift', ask: askDrift },
  ...['shared', 'server', 'web', 'infra', 'e2e'].map(types),
  tool('format', 'prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn'),
  tool('dead code', 'knip/bin/knip.js', '--no-progress'),
  { name: 'lock file installs anywhere', ask: () => Promise.resolve(askLockFile()) },
];

await command(async (stop) => {
  const work = mkdtempSync(path.join(tmpdir(), 'rejoin-check-'));
  const failed: string[] = [];
  const waiting = questions.map((question, index) => ({ question, file: path.join(work, `${index}.log`) }));
  const worker = async () => {
    for (let next = waiting.shift(); next && !stop.aborted; next = waiting.shift()) {
      if (!(await isFine(next.question, next.file))) failed.push(next.question.name);
    }
  };
  await Promise.all([worker(), worker()]);
  rmSync(work, { recursive: true, force: true });
  say(failed.length === 0 ? '\nEverything is fine.' : `\nNot fine: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
});

/** A question that fails does not keep the others from being asked. */
async function isFine(question: Question, file: string): Promise<boolean> {
  const began = Date.now();
  try {
    await question.ask(file);
    say(`✓ ${question.name} (${secondsSince(began)})`);
    return true;
  } catch (error) {
    say(`✗ ${question.name} (${secondsSince(began)})\n${error instanceof Explained ? error.message : explain(error)}\n`);
    return false;
  }
}

/** Whether the migrations, run on an empty database, give the schema that was committed. */
async function askDrift(file: string): Promise<void> {
  await compile({ only: ['shared', 'server'], output: { file } });
  const postgres = await startThrowawayPostgres();
  try {
    const env = { ...process.env, DATABASE_OWNER_URL: postgres.ownerUrl, DATABASE_URL: postgres.appUrl };
    for (const script of ['migrate', 'drift']) {
      await runServerScript(script, `server/dist/database/${script}.js`, { env, output: { file } });
    }
  } finally {
    await postgres.stop();
  }
}

function askLockFile(): void {
  const text = readFileSync(inRoot('package-lock.json'), 'utf8');
  const hosts = registriesIn(text);
  if (hosts.length > 0) throw new Explained(`package-lock.json names ${hosts.join(', ')}: npm would ask only there.`);
  const missing = missingIn(parseLock(text).packages).map(([place]) => place);
  if (missing.length > 0) {
    throw new Explained(`package-lock.json lacks ${missing.join(', ')}: run node infra/src/complete-lock.ts`);
  }
}
