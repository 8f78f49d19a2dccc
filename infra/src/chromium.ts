import { existsSync } from 'node:fs';
import { installPackage } from './debian.ts';
import { onPath } from './livekit-binary.ts';
import { Explained } from './progress.ts';

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
  await installPackage(
    'chromium',
    'The tests need the browser Chromium: install it (Debian: "sudo apt-get install chromium") or set CHROMIUM to its program.',
  );
  const found = installed();
  if (found) return found;
  throw new Explained('Chromium was installed but cannot be found. Set CHROMIUM to its program.');
}
