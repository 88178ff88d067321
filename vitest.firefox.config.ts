import { defineConfig } from 'vitest/config';

/** End-to-end tests in Firefox, of the built extension (`npm run build:e2e` first; `npm test` does it). */
export default defineConfig({
  test: {
    include: ['tests/e2e/firefox/**/*.test.ts'],
    environment: 'node',
    // one browser at a time: it is heavy, and each file has its own
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
