import { readFileSync } from 'node:fs';

// Times are wrong in one zone sooner than in UTC: tests run in one that has summer time.
process.env.TZ = 'America/New_York';

const swc = JSON.parse(readFileSync(new URL('infra/swcrc.json', import.meta.url), 'utf8'));
delete swc.$schema;
const parser = { ...swc.jsc.parser, tsx: true };
const tsx = { ...swc, jsc: { ...swc.jsc, parser, transform: { react: { runtime: 'automatic' } } } };
const kind = process.env.REJOIN_SOAK === '1' ? 'soak' : 'spec';

const project = (workspace) => ({
  displayName: workspace,
  rootDir: new URL(workspace, import.meta.url).pathname,
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/\\.build-'],
  testMatch: [`<rootDir>/src/**/*.${kind}.{ts,tsx}`],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '\\.ts$': ['@swc/jest', swc], '\\.tsx$': ['@swc/jest', tsx] },
  moduleNameMapper: {
    '^@rejoin/shared$': new URL('shared/src/index.ts', import.meta.url).pathname,
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
});

export default {
  projects: ['shared', 'server', 'web', 'infra'].map(project),
  globalSetup: './infra/jest/setup.mjs',
  globalTeardown: './infra/jest/teardown.mjs',
  maxWorkers: 2,
  testTimeout: kind === 'soak' ? 600_000 : 60_000,
};
