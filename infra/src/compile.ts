import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { inRoot } from './paths.ts';
import { type LaunchOptions, run } from './processes.ts';
import { say, step } from './progress.ts';
import { digest, isFresh, remember } from './sources.ts';

type Part = { name: string; sources: string[]; output: string; make(options: LaunchOptions): Promise<void> };

const shared = ['shared/src/**/*', 'package-lock.json', 'infra/swcrc.json'];
const swcArgs = ['src', '-d', 'dist', '--strip-leading-paths', '--copy-files', '--config-file', inRoot('infra', 'swcrc.json')];
const untested = ['--ignore', '**/*.spec.ts,**/*.soak.ts'];

const parts: Part[] = [
  { name: 'shared', sources: shared, output: 'shared/dist/index.js', make: (options) => swc('shared', options) },
  { name: 'server', sources: [...shared, 'server/src/**/*'], output: 'server/dist/main.js', make: (options) => swc('server', options) },
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
  rmSync(inRoot(workspace, 'dist'), { recursive: true, force: true });
  const args = [...swcArgs, ...untested, '--quiet'];
  await run(`Building ${workspace}`, inRoot('node_modules', '.bin', 'swc'), args, { ...options, cwd: inRoot(workspace) });
}

/** Recompiles a workspace whenever one of its files changes; runs until it is stopped. */
export async function watchSources(workspace: string): Promise<void> {
  const args = [...swcArgs, ...untested, '--watch', '--quiet', '--log-watch-compilation', 'false'];
  await run(`Watching ${workspace}`, inRoot('node_modules', '.bin', 'swc'), args, { cwd: inRoot(workspace) });
}

async function vite(options: LaunchOptions): Promise<void> {
  const args = ['build', '--logLevel', 'warn'];
  await run('Building web', inRoot('node_modules', '.bin', 'vite'), args, { ...options, cwd: inRoot('web') });
}

/** What a browser downloads: the compressed size of every script of the web. */
export function reportSize(): void {
  const assets = inRoot('web', 'dist');
  const scripts = readdirSync(assets, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
  const sizes = scripts.map((file) => ({ file, size: gzipSync(readFileSync(path.join(assets, file))).length }));
  for (const { file, size } of sizes.sort((a, b) => b.size - a.size)) say(`  ${kilobytes(size)}  ${file}`);
  say(`  ${kilobytes(sizes.reduce((sum, { size }) => sum + size, 0))}  all scripts of the web, gzipped`);
}

function kilobytes(size: number): string {
  return `${(size / 1000).toFixed(1).padStart(8)} kB`;
}

