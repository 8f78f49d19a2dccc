import { accessSync, chmodSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { platform } from 'node:os';
import path from 'node:path';
import { downloadRelease } from './livekit-download.ts';
import { userCache } from './paths.ts';
import { run } from './processes.ts';
import { Explained, explain, say, step } from './progress.ts';

const livekitVersion = '1.13.5';

/** The media server's program: installed, kept from before, downloaded or built, whichever works first. */
export async function findLivekit(dataDir: string): Promise<string> {
  const fileName = `livekit-server-${livekitVersion}`;
  const kept = [path.join(dataDir, '.cache', fileName), userCache(fileName)];
  const found = onPath('livekit-server') ?? kept.find(isProgram);
  if (found) return found;
  const target = userCache(fileName);
  mkdirSync(path.dirname(target), { recursive: true });
  const work = mkdtempSync(`${target}-`);
  try {
    const program = (await downloaded(work)) ?? (await built(work));
    chmodSync(program, 0o755);
    renameSync(program, target);
    return target;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function downloaded(work: string): Promise<string | undefined> {
  try {
    return await step(`Downloading the media server (LiveKit ${livekitVersion})`, () => downloadRelease(livekitVersion, work));
  } catch (error) {
    say(`The release of LiveKit could not be downloaded: ${error instanceof Error ? error.message : explain(error)}`);
    return undefined;
  }
}

async function built(work: string): Promise<string> {
  const go = onPath('go') ?? ['/usr/local/go/bin/go', '/usr/lib/go/bin/go'].find(isProgram);
  if (!go) throw new Explained(howToInstall());
  const source = `github.com/livekit/livekit-server/cmd/server@v${livekitVersion}`;
  await step(`Building the media server (LiveKit ${livekitVersion}) with Go, about two minutes, only this once`, () =>
    run('Building LiveKit with Go', go, ['install', source], {
      cwd: work,
      env: { ...process.env, GOBIN: work },
      output: { file: path.join(work, 'build.log') },
    }),
  );
  return path.join(work, 'server');
}

function howToInstall(): string {
  const direct =
    platform() === 'darwin'
      ? 'Install it with "brew install livekit"'
      : `Install LiveKit ${livekitVersion} from https://github.com/livekit/livekit/releases so that "livekit-server" is on the PATH`;
  return `The media server LiveKit is missing. ${direct}, or install Go 1.24 or newer (https://go.dev/dl) and start again, or set LIVEKIT_URL, LIVEKIT_API_KEY and LIVEKIT_API_SECRET to a server of your own.`;
}

export function onPath(program: string): string | undefined {
  const dirs = (process.env['PATH'] ?? '').split(path.delimiter);
  return dirs.map((dir) => path.join(dir || '.', program)).find(isProgram);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return existsSync(file) && statSync(file).isFile();
  } catch {
    return false;
  }
}
