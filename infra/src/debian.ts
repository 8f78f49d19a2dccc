import { onPath } from './livekit-binary.ts';
import { run } from './processes.ts';
import { Explained, step } from './progress.ts';

/** Installs a package that only the tests need, where we may; says how to help where we may not. */
export async function installPackage(name: string, help: string): Promise<void> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !onPath('apt-get')) throw new Explained(help);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(`Installing ${name} (apt-get), a few minutes`, async () => {
    await run('apt-get update', 'apt-get', ['update', '-qq'], { env });
    await run(`apt-get install ${name}`, 'apt-get', ['install', '-y', '-qq', name], { env, output: 'ignore' });
  });
}
