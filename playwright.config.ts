import { defineConfig, devices } from '@playwright/test';
import { availableParallelism } from 'node:os';
import { launchOptions } from './scripts/browser.mjs';

const port = process.env.E2E_PORT ?? '41730';
const url = `http://localhost:${port}/`;

/** End-to-end tests, against the built site as a browser of today sees it. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // Each with a browser of its own, which takes more than one core; by itself Playwright leaves half of them idle.
  workers: Math.min(4, availableParallelism()),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e-report.json' }]],
  // A trace takes every test a sixth longer; `--trace retain-on-failure` records one.
  use: { baseURL: url, screenshot: 'only-on-failure' },
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
