import { defineConfig, devices } from '@playwright/test';
import { launchOptions } from './scripts/browser.mjs';

const port = process.env.E2E_PORT ?? '41730';
const url = `http://localhost:${port}/`;

/** End-to-end tests, against the built site as a browser of today sees it. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // More would share two cores with the software GPU and time out rather than fail.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e-report.json' }]],
  use: { baseURL: url, trace: 'retain-on-failure' },
  projects: [
    {
      name: 'chromium',
      use: {
        ...devices['Desktop Chrome'],
        viewport: { width: 1280, height: 720 },
        launchOptions: launchOptions(),
      },
    },
  ],
  webServer: {
    command: `node node_modules/vite/bin/vite.js preview --port ${port} --strictPort`,
    url,
    // Another build's server would answer in this one's place.
    reuseExistingServer: false,
  },
});
