import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron';
import type { Log } from '../support/log.ts';
import { lockNavigation } from './navigation-lock.ts';
import type { PageAddress } from './page-address.ts';
import { type RecoveryOptions, recoverPage } from './recovery.ts';

/** The ground colour of the two themes, so that no other colour flashes before the first paint. */
const ground = { light: '#f3f4f2', dark: '#101311' } as const;

/** What this module needs of a window. */
export type ShellWindow = Pick<
  BrowserWindow,
  'isDestroyed' | 'loadURL' | 'on' | 'once' | 'setMenuBarVisibility' | 'show'
> & { readonly webContents: Pick<WebContents, 'isDestroyed' | 'on' | 'reload' | 'setWindowOpenHandler'> };

export interface WindowOptions<Window extends ShellWindow> extends RecoveryOptions {
  /** `(options) => new BrowserWindow(options)` */
  readonly create: (options: BrowserWindowConstructorOptions) => Window;
  /** The built preload, an absolute path. */
  readonly preload: string;
  readonly address: PageAddress;
  readonly packaged: boolean;
  readonly dark: boolean;
  readonly log: Log;
}

/**
 * Opens the till's one window: sandboxed, locked to its page, and shown once there is something to see. The page loads
 * on its own; one that can't be loaded is logged, and the window is shown all the same.
 */
export function openWindow<Window extends ShellWindow>(options: WindowOptions<Window>): Window {
  const { create, address, log } = options;
  const window = create(appearance(options));
  // Alt alone must not open a menu: some scanners type with it.
  window.setMenuBarVisibility(false);
  lockNavigation(window.webContents, address, log);
  recoverPage(window.webContents, options);
  window.on('unresponsive', () => log.warn('shell.page-unresponsive'));
  window.on('responsive', () => log.info('shell.page-responsive'));
  window.once('ready-to-show', () => window.show());
  window.loadURL(address.start).catch((error: unknown) => {
    log.error('shell.page-not-loaded', { error });
    if (!window.isDestroyed()) window.show();
  });
  return window;
}

function appearance({
  preload,
  packaged,
  dark,
}: Pick<WindowOptions<ShellWindow>, 'preload' | 'packaged' | 'dark'>): BrowserWindowConstructorOptions {
  return {
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: 'Tillside',
    backgroundColor: dark ? ground.dark : ground.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !packaged,
    },
  };
}
