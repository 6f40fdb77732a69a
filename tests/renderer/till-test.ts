import { type Locator, type Page } from 'playwright';
import { expect, test as base } from 'playwright/test';
import { type FakeWire } from './fake-wire.ts';
import { sceneNamed } from './gallery.ts';
import { type Scene } from './scenes/scene.ts';
import {
  type Look,
  type OpenScene,
  type Stage,
  launchBrowser,
  openScene,
  openStage,
} from './window-stage.ts';

/** The look of a test that is about something else. */
export const usualLook: Look = { width: 1440, height: 900, theme: 'light', locale: 'en' };

interface TestFixtures {
  /** Opens the renderer on a scene, by its name or made for the occasion. Closed after the test. */
  readonly open: (scene: string | Scene) => Promise<OpenScene>;
}

interface WorkerFixtures {
  /** The window of this worker. */
  readonly stage: Stage;
}

/** A test on the built renderer, with main played by a fake wire. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  stage: [
    // Playwright reads the fixtures that this one needs from the braces: none.
    async ({}, use) => {
      const browser = await launchBrowser();
      await use(await openStage(browser));
      await browser.close();
    },
    { scope: 'worker' },
  ],
  open: async ({ stage }, use) => {
    const opened: OpenScene[] = [];
    await use(async (scene) => {
      const found = typeof scene === 'string' ? sceneNamed(scene) : scene;
      const one = await openScene(stage, found, usualLook);
      opened.push(one);
      return one;
    });
    for (const one of opened) await one.close();
  },
});

export { expect } from 'playwright/test';

/** Waits until the renderer has made a call, and gives back the arguments of all calls of that name. */
export async function argumentsOf(wire: FakeWire, name: string): Promise<readonly unknown[]> {
  await expect.poll(() => wire.callsOf(name).length, { message: `${name} is called` }).toBeGreaterThan(0);
  return wire.callsOf(name).map((call) => call.argument);
}

/** A button by its whole name, or by a pattern. */
export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });

/** A text field by its whole name. */
export const textbox = (page: Page, name: string): Locator =>
  page.getByRole('textbox', { name, exact: true });
