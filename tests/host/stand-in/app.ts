import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { App } from 'electron';
import { z } from 'zod';
import { StandInEmitter } from './emitter.ts';
import { InstanceLock } from './instance-lock.ts';
import { closeClass, closed, lacking } from './lacking.ts';
import type { OpenWindows } from './window.ts';

const events = [
  'activate',
  'before-quit',
  'browser-window-created',
  'quit',
  'ready',
  'second-instance',
  'web-contents-created',
  'will-finish-launching',
  'will-quit',
  'window-all-closed',
  // Real ones that Chromium driven from outside never reports.
  'certificate-error',
  'child-process-gone',
  'login',
  'open-file',
  'open-url',
  'render-process-gone',
] as const;

const packageSchema = z.object({
  name: z.string(),
  productName: z.string().optional(),
  version: z.string(),
});

export interface StandInAppOptions {
  /** The file that was started. */
  readonly main: string;
  readonly windows: OpenWindows;
  /** Takes down what the stand-in has put up, before the process ends. */
  readonly tidyUp: () => Promise<void>;
}

/** What the app sees as `app`. */
export class StandInApp
  extends StandInEmitter
  implements
    Pick<
      App,
      | 'dock'
      | 'enableSandbox'
      | 'exit'
      | 'focus'
      | 'getAppPath'
      | 'getLocale'
      | 'getName'
      | 'getPath'
      | 'getPreferredSystemLanguages'
      | 'getSystemLocale'
      | 'getVersion'
      | 'hasSingleInstanceLock'
      | 'isPackaged'
      | 'isReady'
      | 'name'
      | 'quit'
      | 'releaseSingleInstanceLock'
      | 'requestSingleInstanceLock'
      | 'setAppUserModelId'
      | 'setPath'
      | 'whenReady'
    >
{
  readonly isPackaged = false;
  readonly dock = undefined;
  readonly name: string;
  /** Switches for Chromium, as its command line takes them. */
  readonly switches: string[] = [];
  readonly commandLine = closed('app.commandLine', {
    appendSwitch: (name: string, value?: string) => {
      this.switches.push(value === undefined ? `--${name}` : `--${name}=${value}`);
    },
    hasSwitch: (name: string) => this.switches.some((entry) => entry.split('=')[0] === `--${name}`),
  });
  readonly #options: StandInAppOptions;
  readonly #root: string;
  readonly #version: string;
  readonly #paths: Map<string, string>;
  readonly #lock = new InstanceLock();
  readonly #whenReady: Promise<void>;
  #ready = false;
  #quitting = false;
  #ending = false;

  constructor(options: StandInAppOptions, onReady: () => void) {
    super('app', events);
    const { root, name, version } = packageAbove(options.main);
    this.#options = options;
    this.#root = root;
    this.name = name;
    this.#version = version;
    this.#paths = usualPaths(name);
    this.#whenReady = new Promise((resolve) => {
      setImmediate(() => {
        this.#ready = true;
        onReady();
        this.emit('will-finish-launching', {});
        this.emit('ready', {}, {});
        resolve();
      });
    });
  }

  getAppPath(): string {
    return this.#root;
  }

  getName(): string {
    return this.name;
  }

  getVersion(): string {
    return this.#version;
  }

  getLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }

  getSystemLocale(): string {
    return this.getLocale();
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  getPath(name: string): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw lacking(`app.getPath('${name}')`);
    return path;
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
    if (name === 'userData') this.#paths.set('sessionData', path).set('logs', join(path, 'logs'));
  }

  isReady(): boolean {
    return this.#ready;
  }

  whenReady(): Promise<void> {
    return this.#whenReady;
  }

  requestSingleInstanceLock(additionalData: object = {}): boolean {
    const note = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    return this.#lock.claim(this.getPath('userData'), note, (second) =>
      this.emit('second-instance', {}, second.argv, second.workingDirectory, second.additionalData),
    );
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock.isHeld();
  }

  releaseSingleInstanceLock(): void {
    this.#lock.release();
  }

  focus(): void {}

  setAppUserModelId(): void {}

  /** Every window of the stand-in is as sandboxed as Chromium's is. */
  enableSandbox(): void {}

  quit(): void {
    if (this.#quitting || this.#ending) return;
    if (this.emitPreventable('before-quit')) return;
    this.#quitting = true;
    for (const window of this.#options.windows.all()) window.close();
    const stays = this.#options.windows.all().length > 0 || this.emitPreventable('will-quit');
    this.#quitting = false;
    if (!stays) this.exit(0);
  }

  exit(code = 0): void {
    if (this.#ending) return;
    this.#ending = true;
    for (const window of this.#options.windows.all()) window.destroy();
    this.emit('quit', {}, code);
    void this.#end(code);
  }

  /** The last window is closed. Without a listener that is the end, as in Electron. */
  allWindowsClosed(): void {
    if (this.#quitting || this.#ending) return;
    if (!this.emit('window-all-closed')) this.quit();
  }

  async #end(code: number): Promise<void> {
    await this.#lock.delivered();
    await this.#options.tidyUp().catch(() => undefined);
    process.exit(code);
  }
}

function packageAbove(file: string): {
  readonly root: string;
  readonly name: string;
  readonly version: string;
} {
  let folder = dirname(file);
  for (;;) {
    try {
      const parsed = packageSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
      return { root: folder, name: parsed.productName ?? parsed.name, version: parsed.version };
    } catch (error) {
      const parent = dirname(folder);
      if (parent === folder) throw new Error(`No package.json above ${basename(file)}`, { cause: error });
      folder = parent;
    }
  }
}

function usualPaths(name: string): Map<string, string> {
  const home = homedir();
  const appData = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
  const userData = join(appData, name);
  return new Map([
    ['home', home],
    ['appData', appData],
    ['userData', userData],
    ['sessionData', userData],
    ['logs', join(userData, 'logs')],
    ['temp', tmpdir()],
    ['exe', process.execPath],
    ['desktop', join(home, 'Desktop')],
    ['documents', join(home, 'Documents')],
    ['downloads', join(home, 'Downloads')],
  ]);
}

closeClass('app', StandInApp);
