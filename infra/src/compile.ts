import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from './paths.ts';
import { type LaunchOptions, run } from './processes.ts';
import { Explained, say, step } from './progress.ts';
import { digest, isFresh, remember } from './sources.ts';
import { patientLimit, patientWay } from './weight.ts';

type Part = { name: string; sources: string[]; output: string; make(options: LaunchOptions): Promise<void> };

const shared = ['shared/src/**/*', 'package-lock.json', 'infra/swcrc.json'];
const swcFlags = ['--strip-leading-paths', '--copy-files', '--config-file', inRoot('infra', 'swcrc.json')];
const swcArgs = (target: string) => [
  'src',
  '-d',
  target,
  ...swcFlags,
  '--ignore',
  '**/*.spec.ts,**/*.soak.ts,**/*.testing.ts,**/testing/**,**/__snapshots__/**',
];

const parts: Part[] = [
  { name: 'shared', sources: shared, output: 'shared/dist/index.js', make: (options) => swc('shared', options) },
  {
    name: 'server',
    sources: [...shared, 'server/src/**/*'],
    output: 'server/dist/main.js',
    make: (options) => swc('server', options),
  },
  {
    name: 'web',
    sources: [...shared, 'web/*.*', 'web/src/**/*', 'web/public/**/*'],
    output: 'web/dist/index.html',
    make: (options) => vite(options),
  },
];

export type CompileOptions = { only?: string[]; output?: LaunchOptions['output'] };

/** Builds the parts whose sources changed since they were last built. */
export async function compile({ only, output = 'inherit' }: CompileOptions = {}): Promise<void> {
  for (const part of parts.filter(({ name }) => !only || only.includes(name))) {
    const wanted = digest(part.sources);
    if (existsSync(inRoot(part.output)) && isFresh(part.name, wanted)) continue;
    await step(`Building ${part.name}`, () => part.make({ output }));
    remember(part.name, wanted);
  }
}

async function swc(workspace: string, options: LaunchOptions): Promise<void> {
  await replaced(workspace, async (target) => {
    const args = [...swcArgs(target), '--quiet'];
    await run(`Building ${workspace}`, inRoot('node_modules', '.bin', 'swc'), args, {
      ...options,
      cwd: inRoot(workspace),
    });
  });
}

async function vite(options: LaunchOptions): Promise<void> {
  await replaced('web', async (target) => {
    const args = ['build', '--logLevel', 'error', '--outDir', target, '--emptyOutDir'];
    await run('Building web', inRoot('node_modules', '.bin', 'vite'), args, { ...options, cwd: inRoot('web') });
  });
}

/** Builds beside `dist` and swaps it in when complete, so that a running server and a failed build keep the old one. */
async function replaced(workspace: string, make: (target: string) => Promise<void>): Promise<void> {
  const target = `.build-${process.pid}`;
  const [fresh, dist, old] = [inRoot(workspace, target), inRoot(workspace, 'dist'), inRoot(workspace, `${target}-old`)];
  try {
    await make(target);
    if (existsSync(dist)) renameSync(dist, old);
    renameSync(fresh, dist);
  } finally {
    for (const dir of [fresh, old]) rmSync(dir, { recursive: true, force: true });
  }
}

const sum = (sizes: Iterable<number>) => [...sizes].reduce((all, size) => all + size, 0);

/** What a browser downloads: the compressed size of every script of the web, and what of it a patient needs to come into the room. */
export function reportSize(): void {
  const assets = inRoot('web', 'dist');
  const scripts = readdirSync(assets, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const sizes = scripts.map((file) => ({ file, size: gzipSync(readFileSync(path.join(assets, file))).length }));
  const way = patientWay();
  for (const { file, size } of sizes.sort((a, b) => b.size - a.size)) {
    say(`  ${kilobytes(size)}  ${file}${way.has(path.basename(file)) ? '  (way to the room)' : ''}`);
  }
  say(`  ${kilobytes(sum(sizes.map(({ size }) => size)))}  all scripts of the web, gzipped`);
  say(`  ${kilobytes(sum(way.values()))}  of them on a patient's way to the room, at most ${kilobytes(patientLimit).trim()}`);
}

/** Refuses a build that makes the way to the room heavier than it may be. */
export function requireLightWay(): void {
  const weight = sum(patientWay().values());
  if (weight <= patientLimit) return;
  throw new Explained(
    `A patient's way to the room is ${kilobytes(weight).trim()} of JavaScript; it may be ${kilobytes(patientLimit).trim()}.\n` +
      'Load what is needed later with import(), or find what came in with the last change: npm run build lists every script.',
  );
}

function kilobytes(size: number): string {
  return `${(size / 1000).toFixed(1).padStart(8)} kB`;
}
