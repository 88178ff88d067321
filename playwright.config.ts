import { defineConfig } from '@playwright/test';

/** End-to-end tests in Chromium, of the built extension (`npm run build:e2e` first; `npm test` does it). */
export default defineConfig({
  testDir: 'tests/e2e/chromium',
  outputDir: 'test-results/chromium',
  fullyParallel: true,
  // every worker is a browser of its own; where nobody waits for the answer, one with both cores is the steadier measure
  workers: process.env.CI ? 1 : 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list']],
});
