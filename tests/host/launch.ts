/**
 * Starts the built till from a script: on Electron where its binary is there, else on a stand-in.
 *
 * The stand-in runs the built, unmodified main and preload: main in Node, with `electron` resolved to
 * `stand-in/electron.ts`; the renderer in the system's Chromium, driven by Playwright. Keychain, database, files, network
 * and signals are real. What it can't show:
 *
 * - the real sandbox and context isolation: the preload runs in a closure of the page's own world
 * - fuses, packaging, the packaged app, auto-update, crash reports, real `userData` defaults
 * - native menus, dialogs, notifications, tray, drag and drop; `show`, `hide`, `focus` and minimum sizes of a window
 * - a second window that a page opens: it is always refused
 * - the browser that `shell.openExternal` opens: the address is a line of the log, and nothing is opened
 * - permissions at the moment of their use: the handlers are asked once, when a page is loaded
 * - Electron's structured clone: IPC here carries plain JSON and refuses the rest
 * - `webRequest` for WebSockets, which are cut off by a dead proxy instead; devices, downloads and webviews, which are
 *   refused whatever the app says; `unresponsive` and the other events that Chromium does not report to its driver
 * - `app://` in the page's own eyes: there it is `https://tillside.app.invalid/`
 * - the browser's own storage over a restart: it is new each time
 *
 * An API that the stand-in lacks throws by name. `TILLSIDE_HOST=stand-in` tells main where it runs, so that it refuses
 * live accounts: anybody on the machine could attach to this Chromium.
 */
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'playwright';
import { startOnChromium } from './chromium-host.ts';
import { Company } from './company.ts';
import { startOnElectron } from './electron-host.ts';
import { findElectron } from './programs.ts';

export interface LaunchOptions {
  /** The profile: settings, journals, log, and the keyring. Made when it is not there. */
  readonly profileDir: string;
  /** Added to the process's own environment; `undefined` takes a variable out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** `true` unless a person is to see the window. */
  readonly headless?: boolean;
  /** Electron when its binary is there, unless this forces either. */
  readonly host?: 'electron' | 'chromium';
  /**
   * `private` is a keyring of this profile's own, unlocked; `locked` the same one, locked; `session` the one of the
   * surrounding desktop; `none` a session without one.
   */
  readonly keyring?: 'private' | 'locked' | 'session' | 'none';
  /** The built main to start, when it is not this project's. */
  readonly main?: string;
}

/** How a main process ended: one of the two is `null`. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Till {
  readonly page: Page;
  /** The main process. */
  readonly pid: number;
  readonly host: 'electron' | 'chromium';
  /** What main has printed, and `[renderer]` lines of the page's console. It grows. */
  readonly log: readonly string[];
  /** Resolves when the till has ended, whoever ended it, and nothing is left of it. */
  readonly ended: Promise<Ending>;
  /** Sends main a signal, SIGKILL unless said otherwise. Resolves with `ended`. */
  readonly kill: (signal?: NodeJS.Signals) => Promise<void>;
  /** Quits it the way a person does. Resolves with `ended`; at once when it has ended. */
  readonly close: () => Promise<void>;
  /** Tells main that the machine goes to sleep, or is awake again. */
  readonly power: (event: 'suspend' | 'resume') => Promise<void>;
  /** Locks the private keyring, until the next launch. */
  readonly lockKeyring: () => Promise<void>;
}

/** A till as one of the two hosts has started it. */
export interface Running {
  readonly page: Page;
  readonly pid: number;
  readonly ended: Promise<Ending>;
  readonly quit: () => Promise<void>;
  readonly kill: (signal: NodeJS.Signals) => void;
  readonly power: (event: 'suspend' | 'resume') => Promise<void>;
}

/** How long the first screen may take, and how long a till may take to quit, in ms. */
const readyMs = 30_000;
const quitMs = 10_000;

/** How much of the log a failed start shows. */
const lastLines = 40;

/**
 * Starts the till and resolves when its first screen is ready. Rejects when it does not come to that, with what main
 * printed last; nothing is left running then.
 */
export async function launchTill(options: LaunchOptions): Promise<Till> {
  const profileDir = resolve(options.profileDir);
  const host = options.host ?? (findElectron() === undefined ? 'chromium' : 'electron');
  const headless = options.headless ?? true;
  const log: string[] = [];
  mkdirSync(profileDir, { recursive: true, mode: 0o700 });
  const company = new Company(profileDir);
  try {
    // Electron has no headless mode of its own.
    await company.gather(
      { ...options, profileDir },
      host === 'electron' && headless && process.platform === 'linux',
    );
    const start = host === 'electron' ? startOnElectron : startOnChromium;
    const running = await start({ ...options, profileDir, headless }, company, log);
    await firstScreen(running);
    const ended = running.ended.then(async (ending) => {
      await company.disband();
      return ending;
    });
    return tillOf(host, running, ended, company, log);
  } catch (error) {
    company.killAll();
    await company.disband();
    const lines = [`The till did not come up: ${String(error)}`, ...log.slice(-lastLines)];
    throw new Error(lines.join('\n'), { cause: error });
  }
}

async function firstScreen({ page, ended }: Running): Promise<void> {
  await Promise.race([
    page.waitForFunction(() => document.documentElement.dataset['ready'] === 'true', undefined, {
      timeout: readyMs,
    }),
    ended.then(({ code, signal }) => {
      throw new Error(`Main ended before its first screen (${code ?? signal ?? 'unknown'})`);
    }),
  ]);
}

function tillOf(
  host: Till['host'],
  running: Running,
  ended: Promise<Ending>,
  company: Company,
  log: readonly string[],
): Till {
  let over = false;
  void ended.then(() => {
    over = true;
  });
  const within = async (task: () => void | Promise<void>): Promise<void> => {
    if (over) return;
    const timer = setTimeout(() => running.kill('SIGKILL'), quitMs);
    await task();
    await ended;
    clearTimeout(timer);
  };
  return {
    page: running.page,
    pid: running.pid,
    host,
    log,
    ended,
    kill: (signal = 'SIGKILL') => within(() => running.kill(signal)),
    close: () => within(() => running.quit()),
    power: (event) => running.power(event),
    lockKeyring: () => company.lockKeyring(),
  };
}
