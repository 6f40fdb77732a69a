/**
 * The module that stands where an app imports `electron`. Like the real one it is made once for a process, when it is
 * first imported.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Electron from 'electron';
import { findChromium } from '../programs.ts';
import { Addresses } from './addresses.ts';
import { StandInApp } from './app.ts';
import { Browser, type WindowSize } from './browser.ts';
import { StandInIpcMain } from './ipc.ts';
import { absent, closed } from './lacking.ts';
import { openLauncherLine } from './launcher-line.ts';
import { StandInNativeTheme, StandInPowerMonitor, createMenus, dialog, shell } from './modules.ts';
import { Schemes } from './protocol.ts';
import { StandInSession } from './session.ts';
import { OpenWindows, StandInWindow, type WindowWorld } from './window.ts';

const addresses = new Addresses();
const schemes = new Schemes(addresses);
const windows = new OpenWindows();
let browser: Promise<Browser> | undefined;

const defaultSession = new StandInSession(schemes);

export const ipcMain = new StandInIpcMain();
export const powerMonitor = new StandInPowerMonitor();
export const protocol = schemes.protocol;
export const session = closed('session', { defaultSession });
export const Menu = createMenus();
export { dialog, shell };

export const app = new StandInApp(
  {
    main: process.argv[1] ?? process.cwd(),
    windows,
    tidyUp: async () => await (await browser)?.close(),
  },
  () => schemes.openUp(),
);

export const nativeTheme = new StandInNativeTheme((source) => {
  const colorScheme = source === 'system' ? null : source;
  void browser?.then(({ context }) =>
    Promise.all(context.pages().map((page) => page.emulateMedia({ colorScheme }))),
  );
});

const tellLauncher = openLauncherLine((order) => {
  switch (order.kind) {
    case 'quit':
      app.quit();
      return;
    case 'power':
      powerMonitor.emit(order.event, {});
      return;
  }
});

for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
// Electron runs until it is told to stop, with or without a window.
setInterval(() => undefined, 2 ** 30);

const openBrowser = (size: WindowSize): Promise<Browser> => {
  browser ??= startBrowser(size);
  return browser;
};

async function startBrowser(size: WindowSize): Promise<Browser> {
  const { env } = process;
  const started = await Browser.start(
    {
      executable: env['TILLSIDE_STAND_IN_BROWSER'] ?? findChromium(),
      folder: env['TILLSIDE_STAND_IN_FOLDER'] ?? mkdtempSync(join(tmpdir(), 'tillside-')),
      headless: env['TILLSIDE_STAND_IN_HEADLESS'] !== 'false',
      switches: app.switches,
      environment: env,
    },
    size,
  );
  tellLauncher({ kind: 'browser', endpoint: started.endpoint, pid: started.pid });
  return started;
}

const world: WindowWorld = {
  addresses,
  schemes,
  session: defaultSession,
  ipcMain,
  browser: openBrowser,
  onCreated: (window) => {
    app.emit('web-contents-created', {}, window.webContents);
    app.emit('browser-window-created', {}, window);
  },
  onAllClosed: () => app.allWindowsClosed(),
};

export class BrowserWindow extends StandInWindow {
  constructor(options?: Electron.BrowserWindowConstructorOptions) {
    super(world, windows, options);
  }

  static getAllWindows(): readonly StandInWindow[] {
    return windows.all();
  }
}

export const BaseWindow = absent('BaseWindow');
export const Notification = absent('Notification');
export const Tray = absent('Tray');
export const autoUpdater = absent('autoUpdater');
export const clipboard = absent('clipboard');
export const crashReporter = absent('crashReporter');
export const desktopCapturer = absent('desktopCapturer');
export const globalShortcut = absent('globalShortcut');
export const nativeImage = absent('nativeImage');
export const net = absent('net');
export const powerSaveBlocker = absent('powerSaveBlocker');
export const safeStorage = absent('safeStorage');
export const screen = absent('screen');
export const systemPreferences = absent('systemPreferences');
export const utilityProcess = absent('utilityProcess');
export const webContents = absent('webContents');

/** Some packages import the module as a whole. */
const everything = closed('module', {
  BaseWindow,
  BrowserWindow,
  Menu,
  Notification,
  Tray,
  app,
  autoUpdater,
  clipboard,
  crashReporter,
  desktopCapturer,
  dialog,
  globalShortcut,
  ipcMain,
  nativeImage,
  nativeTheme,
  net,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  utilityProcess,
  webContents,
} satisfies Partial<Record<keyof typeof Electron, unknown>>);

export { everything as default };
