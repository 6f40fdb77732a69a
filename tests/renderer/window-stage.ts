import { readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { type Browser, type BrowserContext, type ConsoleMessage, type Page, chromium } from 'playwright';
import { contentSecurityPolicy } from '../../electron/shell/app-protocol.ts';
import { type Snapshot } from '../../shared/contract.ts';
import { fault } from '../../shared/fault.ts';
import { type Locale, type Theme } from '../../shared/views/app.ts';
import { findChromium } from '../host/programs.ts';
import { FakeWire } from './fake-wire.ts';
import { type Scene } from './scenes/scene.ts';
import { now } from './samples/basket-samples.ts';

const origin = 'https://tillside.invalid';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
};

/** How a window looks: its size in CSS pixels at 100 %, its zoom in percent, its theme and its language. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly zoom?: 100 | 200;
  readonly theme: Exclude<Theme, 'system'>;
  readonly locale: Locale;
}

/** A window with a scene in it. */
export interface OpenScene {
  readonly page: Page;
  readonly wire: FakeWire;
  /** What the window complained of: policy violations, errors, warnings. */
  readonly complaints: readonly string[];
  /** The same scene in another look. */
  readonly turnTo: (look: Look) => Promise<void>;
  readonly close: () => Promise<void>;
}

const builtRenderer = (): string =>
  process.env['TILLSIDE_RENDERER'] ?? resolve(import.meta.dirname, '../../out/renderer');

/** The system's Chromium, as the stand-in uses it. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });

/** One window in which a worker opens its scenes, one after the other: a window of its own for each would take longer. */
export interface Stage {
  readonly page: Page;
  /** Puts the wire of the scene that is about to be opened on the window. */
  readonly play: (wire: FakeWire) => void;
}

/** A window without any network, in which the built renderer is served under the real policy. */
export async function openStage(browser: Browser): Promise<Stage> {
  const context = await browser.newContext({ timezoneId: 'Europe/Oslo', reducedMotion: 'reduce' });
  await serve(context);
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  let played: FakeWire | undefined;
  await connect(page, () => played);
  return {
    page,
    play: (wire) => {
      played = wire;
    },
  };
}

/** Opens the built renderer on a scene. */
export async function openScene({ page, play }: Stage, scene: Scene, look: Look): Promise<OpenScene> {
  const complaints: string[] = [];
  const onConsole = (message: ConsoleMessage): void => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  };
  const onError = (error: Error): void => void complaints.push(error.message);
  page.on('console', onConsole);
  page.on('pageerror', onError);
  const settingsIn = ({ theme, locale }: Look): Snapshot['settings'] => ({
    ...scene.snapshot.settings,
    theme,
    locale,
  });
  const wire = new FakeWire({ ...scene.snapshot, settings: settingsIn(look) }, scene.answers);
  if (scene.broken === true) wire.answer('app.snapshot', { fault: fault('setup.bug') });
  await page.mouse.move(0, 0);
  await page.setViewportSize(viewportOf(look));
  play(wire);
  await page.goto(`${origin}/index.html`);
  const stop = wire.subscribe((push) => {
    void page.evaluate((detail) => {
      window.dispatchEvent(new CustomEvent('till-push', { detail }));
    }, push);
  });
  if (scene.broken !== true) await page.locator('html[data-ready="true"]').waitFor();
  await scene.prepare?.(page, wire);
  await page.evaluate(() => document.fonts.ready);
  const turnTo = async (next: Look): Promise<void> => {
    await page.setViewportSize(viewportOf(next));
    wire.push('settings', settingsIn(next));
    await page.locator(`html[data-theme="${next.theme}"]:lang(${next.locale})`).waitFor();
  };
  const close = async (): Promise<void> => {
    stop();
    page.off('console', onConsole);
    page.off('pageerror', onError);
    await page.goto('about:blank');
  };
  return { page, wire, complaints, turnTo, close };
}

/** Zoom makes each CSS pixel larger, so that fewer of them fit. */
const viewportOf = ({ width, height, zoom = 100 }: Look): { width: number; height: number } => ({
  width: Math.round((width * 100) / zoom),
  height: Math.round((height * 100) / zoom),
});

async function serve(context: BrowserContext): Promise<void> {
  const folder = builtRenderer();
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== origin) return route.abort();
    const body = await readFile(join(folder, url.pathname)).catch(() => undefined);
    if (!body) return route.fulfill({ status: 404 });
    return route.fulfill({
      body,
      contentType: contentTypes[extname(url.pathname)] ?? 'application/octet-stream',
      headers: { 'content-security-policy': contentSecurityPolicy },
    });
  });
}

/** Puts the wire on the window, as the preload does. */
async function connect(page: Page, played: () => FakeWire | undefined): Promise<void> {
  await page.exposeFunction('callTill', (name: string, argument: unknown) => played()?.call(name, argument));
  await page.addInitScript(() => {
    const call: unknown = Reflect.get(window, 'callTill');
    const subscribe = (listener: (push: unknown) => void): (() => void) => {
      const onPush = (event: Event): void => {
        if (event instanceof CustomEvent) listener(event.detail);
      };
      window.addEventListener('till-push', onPush);
      return () => window.removeEventListener('till-push', onPush);
    };
    Object.assign(window, { tillside: { call, subscribe } });
  });
}
