type Entry = { version?: string; optional?: boolean; os?: string[]; cpu?: string[]; optionalDependencies?: Record<string, string> };

export type Lock = { packages: Record<string, Entry> };

export function parseLock(text: string): Lock {
  const lock: unknown = JSON.parse(text);
  if (isLock(lock)) return lock;
  throw new Error('package-lock.json has no packages.');
}

/**
 * Packages for other platforms that the lock file should name and does not: npm leaves out what the registry at hand
 * does not carry, and `npm ci` then refuses the lock file everywhere. Each gets the exact version that its parent asks for.
 */
export function missingIn(packages: Lock['packages']): [place: string, entry: Entry][] {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.entries(optionalDependencies).flatMap(([name, version]): [string, Entry][] => {
      const isThere = `${parent}/node_modules/${name}` in packages || `node_modules/${name}` in packages;
      const platform = platformOf(name);
      return isThere || !platform ? [] : [[`node_modules/${name}`, { version, optional: true, ...platform }]];
    }),
  );
}

/** Addresses of registries: a lock file that names one installs from nowhere else. */
export function registriesIn(text: string): string[] {
  return [...new Set(text.match(/"resolved": "https?:\/\/[^/"]+/g) ?? [])];
}

function platformOf(name: string): { os: string[]; cpu: string[] } | undefined {
  const [, os, cpu] = /(android|darwin|freebsd|linux|openharmony|win32)-(arm64|arm|x64|ia32|ppc64|s390x|riscv64|loong64)/.exec(name) ?? [];
  return os && cpu ? { os: [os], cpu: [cpu] } : undefined;
}

function isLock(value: unknown): value is Lock {
  return typeof value === 'object' && value !== null && 'packages' in value && typeof value.packages === 'object';
}
