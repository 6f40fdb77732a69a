import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { build } from 'vite';
import { onTestFinished } from 'vitest';
import { type LaunchOptions, type Till, launchTill } from '../../host/launch.ts';
import { isRunning } from '../../host/processes.ts';
import { projectFolder } from '../../host/programs.ts';
import type {} from '../../../renderer/window.d.ts';

export const fixtureMain = join(import.meta.dirname, 'fixture', 'main.ts');

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tillside-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Builds the app's own preload into a folder, as electron-vite does. Gives the file. */
export async function buildPreload(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: projectFolder,
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: join(projectFolder, 'electron', 'preload.ts'),
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  });
  return join(folder, 'preload.cjs');
}

/** Starts the fixture app. Whoever starts it ends it. */
export const startFixture = (
  preload: string,
  options: Partial<LaunchOptions> & Pick<LaunchOptions, 'profileDir'>,
): Promise<Till> =>
  launchTill({
    host: 'chromium',
    main: fixtureMain,
    ...options,
    env: { FIXTURE_PRELOAD: preload, ...options.env },
  });

/** Starts the fixture app for one test, and ends it with that. */
export async function launchFixture(...parts: Parameters<typeof startFixture>): Promise<Till> {
  const till = await startFixture(...parts);
  onTestFinished(() => till.kill());
  return till;
}

/** Calls the fixture's main from its page. */
export const ask = (page: Page, name: string, argument?: unknown): Promise<unknown> =>
  page.evaluate(([called, value]) => window.tillside.call(called, value), [name, argument] as const);

/** Whatever runs on behalf of a profile: main, browser, bus, keyring and reaper carry its folder with them. */
export function processesOf(profileDir: string): readonly string[] {
  return readdirSync('/proc').flatMap((entry) => {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === process.pid || !isRunning(pid)) return [];
    try {
      const [environment = '', command = ''] = ['environ', 'cmdline'].map((file) =>
        readFileSync(`/proc/${pid}/${file}`, 'latin1'),
      );
      return environment.includes(profileDir) ? [`${pid} ${command.replaceAll('\0', ' ')}`] : [];
    } catch {
      return [];
    }
  });
}
