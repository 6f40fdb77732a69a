import type { Menu, MenuItemConstructorOptions } from 'electron';

/**
 * The native menu: editing and zoom, and on macOS what every app has there. Nothing in it reloads the page or closes the
 * window by a slip of the hand. Electron names the items of a role itself.
 */
export function menuFor(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const zoom: MenuItemConstructorOptions = {
    role: 'viewMenu',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      // The plus of most keyboards needs Shift; without it, it types the sign that stands on the same key.
      { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false, acceleratorWorksWhenHidden: true },
      { role: 'zoomOut' },
    ],
  };
  const editing: MenuItemConstructorOptions = { role: 'editMenu' };
  return platform === 'darwin'
    ? [{ role: 'appMenu' }, editing, zoom, { role: 'windowMenu' }]
    : [editing, zoom];
}

/** Puts the menu in place, once Electron is ready. */
export function setMenu(
  menu: Pick<typeof Menu, 'buildFromTemplate' | 'setApplicationMenu'>,
  platform: NodeJS.Platform,
): void {
  menu.setApplicationMenu(menu.buildFromTemplate(menuFor(platform)));
}
