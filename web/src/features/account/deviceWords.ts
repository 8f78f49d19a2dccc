type Named = readonly (readonly [RegExp, string])[];

// The order matters: most browsers also claim to be Chrome or Safari.
const browsers: Named = [
  [/Edg\w*\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: Named = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'Chromebook'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
];

const named = (list: Named, agent: string) => list.find(([pattern]) => pattern.test(agent))?.[1];

export function isPhone(agent: string): boolean {
  return /iPhone|iPad|Android|Mobile/.test(agent);
}

/** A browser's own name as a person would say it: "Chrome on Windows". */
export function deviceWords(agent: string): string {
  const browser = named(browsers, agent);
  const system = named(systems, agent);
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? 'A device we do not know';
}
