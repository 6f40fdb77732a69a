import type { App, BrowserWindow } from 'electron';

/**
 * Makes sure that one profile has one till. Gives `false` when another one runs already: that one comes forward, and
 * this one must quit without touching a file. To be called after the profile is chosen.
 */
export function claimSingleInstance(
  app: Pick<App, 'on' | 'requestSingleInstanceLock'>,
  onSecond: () => void,
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', onSecond);
  return true;
}

/** Brings a window in front of the person, wherever it was. */
export function bringForward(
  window: Pick<BrowserWindow, 'focus' | 'isMinimized' | 'restore' | 'show'>,
): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
