import { defineConfig } from '@playwright/test';
import { quietCamera } from './support/quiet-camera.ts';

/** Real browsers with fake cameras; one at a time, since three video encoders fill two cores. */
export default defineConfig({
  testDir: './specs',
  testMatch: '**/*.e2e.ts',
  outputDir: './test-results',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  use: {
    actionTimeout: 15_000,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream=fps=10',
        `--use-file-for-fake-video-capture=${quietCamera()}`,
        '--autoplay-policy=no-user-gesture-required',
      ],
    },
  },
});
