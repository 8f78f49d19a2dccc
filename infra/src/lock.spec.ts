import { describe, expect, it } from '@jest/globals';
import { missingIn, registriesIn } from './lock.ts';

describe('the lock file', () => {
  it('is told which packages of other platforms it lacks, in the version their parent asks for', () => {
    const packages = {
      'node_modules/tool': { version: '2.0.0', optionalDependencies: { 'tool-linux-x64': '2.0.0', '@tool/darwin-arm64': '2.0.0' } },
      'node_modules/tool-linux-x64': { version: '2.0.0' },
    };
    expect(missingIn(packages)).toEqual([
      ['node_modules/@tool/darwin-arm64', { version: '2.0.0', optional: true, os: ['darwin'], cpu: ['arm64'] }],
    ]);
  });

  it('is not asked for optional packages that belong to no platform', () => {
    expect(missingIn({ 'node_modules/pg': { optionalDependencies: { 'pg-cloudflare': '1.0.0' } } })).toEqual([]);
  });

  it('may not name a registry', () => {
    expect(registriesIn('"resolved": "https://registry.example/a/-/a.tgz", "resolved": "shared"')).toEqual([
      '"resolved": "https://registry.example',
    ]);
  });
});
