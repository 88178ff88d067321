import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: { '#imports': fileURLToPath(new URL('./tests/support/fake-imports.ts', import.meta.url)) },
  },
  test: {
    include: ['tests/{unit,sites,storage,repo}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 20_000,
  },
});
