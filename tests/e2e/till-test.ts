import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base } from 'playwright/test';
import { type AccountKind, type Sandbox, startSandbox } from '../../electron/sandbox/sandbox.ts';
import { addressesOf, entries } from '../host/counter.ts';
import { type LaunchOptions, type Till, launchTill } from '../host/launch.ts';
import { pairTill } from '../host/pairing-walk.ts';
import { Screens } from '../host/screens.ts';

export { expect } from 'playwright/test';
export { entries } from '../host/counter.ts';

/** A till in its window, and the terminal that it is paired with. */
export interface OpenTill extends Till {
  readonly screens: Screens;
  readonly profileDir: string;
}

interface TestFixtures {
  /** Whether the page must keep its policy and have no errors: always, unless a test attacks it. */
  readonly checksLog: boolean;
  /** What the Dintero of the test begins with. */
  readonly account: AccountKind;
  /** A Dintero of this test's own. */
  readonly sandbox: Sandbox;
  /** A new folder for a profile, gone after the test. */
  readonly newProfile: () => string;
  /** Opens a till against the sandbox; on a paired profile, unless a folder is given. Closed after the test. */
  readonly open: (options?: Partial<LaunchOptions>) => Promise<OpenTill>;
}

interface WorkerFixtures {
  /** A profile in which a till was paired once, by hand. */
  readonly pairedProfile: string;
}

/** Rejects when the page broke the policy that its window is under, or had an error of its own. */
function checkLog({ log }: Till): void {
  const broken = log.filter((line) => /Content Security Policy|\[renderer\] (error|uncaught)/i.test(line));
  expect(broken, 'the page keeps its policy and has no errors').toEqual([]);
}

/** A test on the built app in a real window, with a real keyring and database, over HTTP to a sandbox. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  pairedProfile: [
    // Playwright reads the fixtures that this one needs from the braces: none.
    async ({}, use) => {
      const profileDir = mkdtempSync(join(tmpdir(), 'tillside-paired-'));
      const sandbox = await startSandbox();
      const till = await launchTill({ profileDir, env: addressesOf(sandbox.url) });
      const screens = new Screens(till.page);
      await screens.button('Connect to Dintero').click();
      await pairTill(screens, entries);
      await till.close();
      await sandbox.close();
      await use(profileDir);
      rmSync(profileDir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],

  checksLog: [true, { option: true }],

  account: ['training', { option: true }],

  sandbox: async ({ account }, use) => {
    const sandbox = await startSandbox({ account, options: { captureDelayMs: 100, refundDelayMs: 100 } });
    await use(sandbox);
    await sandbox.close();
  },

  newProfile: async ({}, use) => {
    const folders: string[] = [];
    await use(() => {
      const folder = mkdtempSync(join(tmpdir(), 'tillside-e2e-'));
      folders.push(folder);
      return folder;
    });
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  },

  open: async ({ sandbox, newProfile, pairedProfile, checksLog }, use) => {
    const opened: Till[] = [];
    await use(async (options = {}) => {
      const profileDir = options.profileDir ?? newProfile();
      if (options.profileDir === undefined) cpSync(pairedProfile, profileDir, { recursive: true });
      const till = await launchTill({
        ...options,
        profileDir,
        env: { ...addressesOf(sandbox.url), ...options.env },
      });
      opened.push(till);
      return { ...till, screens: new Screens(till.page), profileDir };
    });
    for (const till of opened) {
      await till.close();
      if (checksLog) checkLog(till);
    }
  },
});

/** Expects that axe finds nothing serious on the screen as it is. */
export async function expectAccessible({ page }: Pick<Till, 'page'>): Promise<void> {
  // Its other mode opens a second page, which the app refuses.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}

/** How often the terminals asked for a card in all. */
export const promptsOf = (sandbox: Sandbox): number =>
  sandbox.ledger().filter(({ what }) => what === 'prompt').length;

/** How often money was taken. */
export const capturesOf = (sandbox: Sandbox): number =>
  sandbox.ledger().filter(({ what }) => what === 'captured').length;
