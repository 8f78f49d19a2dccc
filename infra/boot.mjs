// Runs on any Node from 20 on: installs what is missing, then hands over to the pinned Node of this project.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const stamp = path.join(root, 'node_modules', '.rejoin-installed');
const pinnedNode = path.join(root, 'node_modules', '.bin', 'node');
const commands = ['start', 'dev', 'test', 'check', 'build', 'soak', 'bench', 'pictures', 'backup', 'restore', 'verify-audit'];
const [command = '', ...args] = process.argv.slice(2);

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) fail(`Rejoin needs Node 20 or newer to begin; this is Node ${process.versions.node}. See https://nodejs.org.`);
if (!commands.includes(command)) fail(`Unknown command "${command}". There are: ${commands.join(', ')}.`);

const stopSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
let running;
let isStopping = false;
for (const signal of stopSignals) process.on(signal, () => stop(signal));
stopWithParent();

await install();
const script = path.join(root, 'infra', 'src', `${command}.ts`);
const end = await run(pinnedNode, [script, ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, REJOIN_BOOT: '1' },
});
process.exit(exitCode(end));

/** Installs when packages are missing or the lock file changed since the last time. */
async function install() {
  const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(pinnedNode) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (existsSync(pinnedNode) && matchesInstalled(lock)) return writeFileSync(stamp, wanted);
  const began = Date.now();
  process.stdout.write('Installing packages (npm ci), about a minute the first time …\n');
  const heartbeat = setInterval(() => process.stdout.write(`  still installing, ${seconds(began)} so far\n`), 15_000);
  const end = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: pathWithoutProject() },
    shell: process.platform === 'win32',
  });
  clearInterval(heartbeat);
  if (isStopping) process.exit(exitCode(end));
  if (end.code !== 0)
    fail('Packages could not be installed; npm says why above. Check the network or the registry and try again.', exitCode(end));
  writeFileSync(stamp, wanted);
  process.stdout.write(`  packages installed in ${seconds(began)}\n`);
}

/** Whether npm's own record of what it installed says the same as the lock file. */
function matchesInstalled(lock) {
  const record = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const needed = Object.entries(JSON.parse(lock).packages).filter(([place]) => place.includes('node_modules/'));
  return needed.every(([place, { version, optional }]) => (optional && !installed[place]) || installed[place]?.version === version);
}

function run(file, argv, options) {
  return new Promise((resolve) => {
    running = spawn(file, argv, options);
    running.on('error', (error) => fail(`Cannot run ${file}: ${error.message}`));
    running.on('exit', (code, signal) => resolve({ code, signal }));
  });
}

/** npm puts node_modules/.bin first, but `npm ci` deletes that folder while it runs. */
function pathWithoutProject() {
  const entries = (process.env.PATH ?? '').split(path.delimiter);
  return entries.filter((entry) => !entry.includes(`node_modules${path.sep}.bin`)).join(path.delimiter);
}

/** An npm that was killed outright can pass on no signal: its child notices by itself. */
function stopWithParent() {
  if (!process.env.npm_lifecycle_event) return;
  const began = ancestry();
  setInterval(() => ancestry() !== began && stop('SIGTERM'), 1000).unref();
}

/** Who started us; where npm put a shell in between, who started that too. */
function ancestry() {
  const parent = process.ppid;
  try {
    const isShell = readFileSync(`/proc/${parent}/cmdline`, 'utf8').includes('\0-c\0');
    const grandparent = readFileSync(`/proc/${parent}/stat`, 'utf8').split(') ')[1].split(' ')[1];
    return isShell ? `${parent} ${grandparent}` : `${parent}`;
  } catch {
    return `${parent}`;
  }
}

function stop(signal) {
  isStopping = true;
  running?.kill(signal);
}

function exitCode({ code, signal }) {
  if (code !== null) return code;
  return signal === 'SIGINT' ? 130 : 143;
}

function seconds(began) {
  return `${((Date.now() - began) / 1000).toFixed(0)} s`;
}

function fail(message, code = 1) {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}
