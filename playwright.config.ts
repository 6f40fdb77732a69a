import { defineConfig } from 'playwright/test';

/** The renderer alone against a fake main, and the whole built app against the sandbox. */
export default defineConfig({
  projects: [
    { name: 'renderer', testDir: 'tests/renderer' },
    { name: 'e2e', testDir: 'tests/e2e' },
  ],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: 'out/test/playwright',
});
