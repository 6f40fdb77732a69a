import { defineConfig } from 'playwright/test';

/** The built renderer alone against a fake main, and the whole built app against the sandbox. */
export default defineConfig({
  projects: [
    // A run empties its folder: what one project leaves of a failure must outlast the other.
    { name: 'renderer', testDir: 'tests/renderer', outputDir: 'out/test/playwright/renderer' },
    { name: 'e2e', testDir: 'tests/e2e', outputDir: 'out/test/playwright/e2e' },
  ],
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
});
