import { join } from 'node:path';
import {
  BrowserWindow,
  Menu,
  app as electron,
  dialog,
  ipcMain,
  nativeTheme,
  powerMonitor,
  protocol,
  session,
  shell,
} from 'electron';
import Store from 'electron-store';
import { fault } from '../shared/fault.ts';
import type { Locale } from '../shared/views/app.ts';
import { App } from './app.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { Mirror } from './ipc/mirror.ts';
import { createRouter } from './ipc/router.ts';
import { openKeychain } from './keychain/secret-store.ts';
import { Notices } from './notices.ts';
import { type Profile, openProfile } from './profile.ts';
import { Settings, fitsSettings } from './settings/settings.ts';
import { registerAppScheme, serveApp } from './shell/app-protocol.ts';
import { createPageOpener } from './shell/external-pages.ts';
import { openIpcChannel } from './shell/ipc-channel.ts';
import { setMenu } from './shell/menu.ts';
import { type PageAddress, pageAddress } from './shell/page-address.ts';
import { watchPower } from './shell/power.ts';
import { chooseProfile } from './shell/profile.ts';
import { createProxyLookup } from './shell/proxy.ts';
import { lockSession } from './shell/session-lock.ts';
import { createSaveDialog } from './shell/save-file.ts';
import { openSettingsFile } from './shell/settings-file.ts';
import { bringForward, claimSingleInstance } from './shell/single-instance.ts';
import { openWindow } from './shell/window.ts';
import { watchClockJumps } from './support/clock-jump.ts';
import { systemClock as clock } from './support/clock.ts';
import { type Log, openLog } from './support/log.ts';
import { Redactor } from './support/redact.ts';
import { Till, type TillOptions } from './till.ts';
import { openTraining } from './training/training.ts';

/**
 * Starting is a row of phases, each of which rests on the one before: the ground (one till per profile), the guards
 * (what a page may do), the app below the window, and the window with its channel. This is the only place where they
 * meet.
 */

/** What is fixed before Electron is ready. */
interface Ground {
  readonly root: string;
  readonly environment: Environment;
  readonly address: PageAddress;
}

/** Phase one: the profile and its lock. `undefined` when another till runs in this profile already. */
function prepareGround(): Ground | undefined {
  const root = chooseProfile(electron, process.env);
  if (!claimSingleInstance(electron, bringWindowForward)) return undefined;
  registerAppScheme(protocol);
  return {
    root,
    environment: readEnvironment(process.env, electron.isPackaged),
    address: pageAddress(process.env['ELECTRON_RENDERER_URL'], electron.isPackaged),
  };
}

function bringWindowForward(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window) bringForward(window);
}

/** Phase two: what pages may do, before there is one. */
function raiseGuards({ address }: Ground, log: Log): void {
  lockSession(session.defaultSession, address, log);
  serveApp(protocol, join(import.meta.dirname, '../renderer'));
  setMenu(Menu, process.platform);
}

interface OpenedApp {
  readonly app: App;
  readonly mirrorTo: (push: (payload: unknown) => void) => void;
}

/** Phase three: the app below the window. Every open attempt is followed before a window can show. */
async function openApp({ root, environment }: Ground, log: Log, redactor: Redactor): Promise<OpenedApp> {
  let mirror: Mirror | undefined;
  const onChange = (): void => mirror?.refresh();
  const notices = new Notices(onChange);

  const openSettings = (profile: Profile): Settings => {
    const { file, setAside } = openSettingsFile({
      open: (options) => new Store({ ...options, name: 'settings' }),
      folder: profile.folder,
      name: 'settings',
      fits: fitsSettings,
      now: clock.now(),
    });
    if (setAside !== undefined) {
      log.error('settings.set-aside', { file: setAside });
      notices.set(`settings-${profile.kind}`, fault('setup.settings-broken', { file: setAside }));
    }
    return new Settings(file, onChange);
  };

  const commonTo = (
    profile: Profile,
  ): Omit<TillOptions, 'settings' | 'addresses' | 'products' | 'systemLocale'> => ({
    folder: profile.folder,
    secrets: openKeychain(profile.keychainService, async () => (await import('keytar')).default, log),
    times: environment.times,
    // Built beside this file.
    journalWorker: new URL('./journal-worker.js', import.meta.url),
    liveAllowed: environment.host === 'electron',
    version: electron.getVersion(),
    proxyFor: createProxyLookup(session.defaultSession),
    openPage: createPageOpener(shell, log),
    chooseFile: createSaveDialog((options) => {
      const [window] = BrowserWindow.getAllWindows();
      return window ? dialog.showSaveDialog(window, options) : dialog.showSaveDialog(options);
    }),
    onSecret: (secret) => redactor.learn(secret),
    onNotice: (id, notice) => notices.set(`${id}-${profile.kind}`, notice),
    onChange,
    clock,
    log,
  });

  const liveProfile = openProfile(root, 'live');
  const liveSettings = openSettings(liveProfile);
  const live = new Till({
    ...commonTo(liveProfile),
    settings: liveSettings,
    addresses: environment.addresses,
    products: [],
    systemLocale: environment.locale ?? systemLocale(),
  });
  const app = new App({
    version: electron.getVersion(),
    host: environment.host,
    live,
    liveSettings,
    notices,
    openTraining: async (locale) => {
      const profile = openProfile(root, 'training');
      return await openTraining({
        profile,
        settings: openSettings(profile),
        till: { ...commonTo(profile), systemLocale: locale },
      });
    },
    onChange,
    log,
  });
  await app.open();
  return {
    app,
    mirrorTo: (push) => {
      mirror = new Mirror(
        () => app.snapshot(),
        push,
        (error) => log.error('mirror.bug', { error }),
      );
    },
  };
}

function systemLocale(): Locale {
  const norwegian = electron
    .getPreferredSystemLanguages()
    .some((language) => /^(nb|nn|no)\b/i.test(language));
  return norwegian ? 'nb' : 'en';
}

/** Phase four: the window, and the one channel between it and the app. */
function openPage({ address }: Ground, { app, mirrorTo }: OpenedApp, log: Log): void {
  const channel = openIpcChannel({
    ipcMain,
    address,
    dispatch: createRouter(() => app.handlers(), app.gate(), log),
    window: () => BrowserWindow.getAllWindows()[0],
    log,
  });
  mirrorTo(channel.push);
  openWindow({
    create: (options) => new BrowserWindow(options),
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    address,
    packaged: electron.isPackaged,
    dark: nativeTheme.shouldUseDarkColors,
    clock,
    log,
    onLost: () => electron.quit(),
  });
  watchPower(powerMonitor, {
    onSuspend: () => log.info('shell.suspend'),
    onResume: () => {
      log.info('shell.resume');
      app.lookAtAll();
    },
  });
  watchClockJumps({
    clock,
    onJump: (byMs) => {
      log.info('shell.clock-jump', { byMs });
      app.lookAtAll();
    },
  });
}

/** Closing waits for the journal to be closed, not for a payment to end: that is taken up at the next start. */
function closeWith({ app }: OpenedApp, log: Log): void {
  let closing = false;
  electron.on('window-all-closed', () => electron.quit());
  electron.on('before-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    void app
      .close()
      .catch((error: unknown) => log.error('app.close-failed', { error }))
      .finally(() => electron.quit());
  });
}

async function start(): Promise<void> {
  const ground = prepareGround();
  if (!ground) {
    electron.quit();
    return;
  }
  const redactor = new Redactor();
  const log = openLog(join(ground.root, 'logs'), clock, redactor);
  process.on('unhandledRejection', (error) => log.error('app.unhandled', { error }));
  await electron.whenReady();
  raiseGuards(ground, log);
  const opened = await openApp(ground, log, redactor);
  closeWith(opened, log);
  openPage(ground, opened, log);
  log.info('app.started', { version: electron.getVersion(), host: ground.environment.host });
}

start().catch((error: unknown) => {
  // Nothing is open yet that could show or log it better.
  dialog.showErrorBox('Tillside could not start', error instanceof Error ? error.message : String(error));
  electron.exit(1);
});
