import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import type { Browser, WindowSize } from './browser.ts';
import { StandInEmitter } from './emitter.ts';
import { closeClass } from './lacking.ts';
import { PageLink, type PageLinkOptions } from './page-link.ts';
import { StandInWebContents } from './web-contents.ts';

/** What the windows of an app have in common. */
export interface WindowWorld extends Pick<PageLinkOptions, 'addresses' | 'schemes' | 'session' | 'ipcMain'> {
  readonly browser: (size: WindowSize) => Promise<Browser>;
  readonly onCreated: (window: StandInWindow) => void;
  readonly onAllClosed: () => void;
}

/** The windows that are open, in the order of their opening. */
export class OpenWindows {
  readonly #open = new Set<StandInWindow>();
  #opened = 0;

  nextId(): number {
    this.#opened += 1;
    return this.#opened;
  }

  add(window: StandInWindow): void {
    this.#open.add(window);
  }

  /** Gives whether that was the last one. */
  remove(window: StandInWindow): boolean {
    return this.#open.delete(window) && this.#open.size === 0;
  }

  all(): readonly StandInWindow[] {
    return [...this.#open];
  }
}

const events = [
  'blur',
  'close',
  'closed',
  'focus',
  'hide',
  'ready-to-show',
  'show',
  // Real ones that Chromium driven from outside never reports.
  'maximize',
  'minimize',
  'move',
  'resize',
  'responsive',
  'restore',
  'unmaximize',
  'unresponsive',
] as const;

/** What the app sees as a window. It is on the screen as soon as Chromium is, whatever `show` says. */
export class StandInWindow
  extends StandInEmitter
  implements
    Pick<
      BrowserWindow,
      | 'close'
      | 'destroy'
      | 'focus'
      | 'getTitle'
      | 'hide'
      | 'id'
      | 'isDestroyed'
      | 'isFocused'
      | 'isMinimized'
      | 'isVisible'
      | 'loadURL'
      | 'restore'
      | 'setBackgroundColor'
      | 'setMenuBarVisibility'
      | 'setTitle'
      | 'show'
    >
{
  readonly id: number;
  readonly webContents: StandInWebContents;
  readonly #world: WindowWorld;
  readonly #windows: OpenWindows;
  readonly #link: PageLink;
  #visible: boolean;
  #title: string;
  #destroyed = false;

  constructor(world: WindowWorld, windows: OpenWindows, options: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', events);
    const { width = 800, height = 600, show = true, title = '', webPreferences = {} } = options;
    const { contextIsolation, nodeIntegration, sandbox, webSecurity } = webPreferences;
    if (
      contextIsolation === false ||
      nodeIntegration === true ||
      sandbox === false ||
      webSecurity === false
    ) {
      throw new Error('The stand-in shows sandboxed windows only');
    }
    this.id = windows.nextId();
    this.#world = world;
    this.#windows = windows;
    this.#visible = show;
    this.#title = title;
    this.#link = new PageLink({
      ...world,
      browser: () => world.browser({ width, height }),
      preload: webPreferences.preload,
      onClosed: () => this.#gone(),
    });
    this.webContents = new StandInWebContents(this.id, world.session, this.#link);
    windows.add(this);
    world.onCreated(this);
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url);
    this.emit('ready-to-show', {});
  }

  /** Closes it unless the app prevents that. */
  close(): void {
    if (!this.#destroyed && !this.emitPreventable('close')) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    void this.#link.close();
    this.#gone();
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  show(): void {
    this.#visible = true;
    this.emit('show', {});
  }

  hide(): void {
    this.#visible = false;
    this.emit('hide', {});
  }

  isVisible(): boolean {
    return this.#visible;
  }

  focus(): void {
    this.emit('focus', {});
  }

  isFocused(): boolean {
    return this.#visible;
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {}

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  setBackgroundColor(): void {}

  setMenuBarVisibility(): void {}

  #gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.webContents.destroy();
    const last = this.#windows.remove(this);
    this.emit('closed', {});
    if (last) this.#world.onAllClosed();
  }
}

closeClass('BrowserWindow', StandInWindow);
