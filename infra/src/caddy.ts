import { installPackage } from './debian.ts';
import { onPath } from './livekit-binary.ts';
import { Explained } from './progress.ts';

/** The TLS proxy of an installation, for the test that runs one: the one on the PATH, or Debian's, installed now. */
export async function findCaddy(): Promise<string> {
  const found = onPath('caddy');
  if (found) return found;
  await installPackage('caddy', 'The smoke test needs Caddy: install it (Debian: "sudo apt-get install caddy").');
  const installed = onPath('caddy');
  if (installed) return installed;
  throw new Explained('Caddy was installed but is not on the PATH.');
}
