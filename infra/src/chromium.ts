import { existsSync } from 'node:fs';
import { onPath } from './livekit-binary.ts';
import { run } from './processes.ts';
import { Explained, step } from './progress.ts';

/** The browser of the tests: the one given, the installed one, or Debian's, installed now. */
export async function findChromium(): Promise<string> {
  const given = process.env['CHROMIUM'];
  if (given && existsSync(given)) return given;
  return installed() ?? (await install());
}

function installed(): string | undefined {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']) {
    const found = onPath(name);
    if (found) return found;
  }
  return ['/usr/bin/chromium', '/snap/bin/chromium'].find((file) => existsSync(file));
}

async function install(): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !onPath('apt-get')) {
    throw new Explained(
      'The tests need the browser Chromium: install it (Debian: "sudo apt-get install chromium") or set CHROMIUM to its program.',
    );
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step('Installing Chromium (apt-get), a few minutes', async () => {
    await run('apt-get update', 'apt-get', ['update', '-qq'], { env });
    await run('apt-get install chromium', 'apt-get', ['install', '-y', '-qq', 'chromium'], { env, output: 'ignore' });
  });
  const found = installed();
  if (found) return found;
  throw new Explained('Chromium was installed but cannot be found. Set CHROMIUM to its program.');
}
