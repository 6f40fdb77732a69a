import { basename, join } from 'node:path';
import type {
  Dialog,
  Menu as ElectronMenu,
  MenuItemConstructorOptions,
  NativeTheme,
  SaveDialogOptions,
  SaveDialogReturnValue,
  Shell,
} from 'electron';
import { StandInEmitter } from './emitter.ts';
import { closeClass, closed } from './lacking.ts';

/** What the app sees as `powerMonitor`; the launcher says when the machine sleeps. */
export class StandInPowerMonitor extends StandInEmitter {
  constructor() {
    super('powerMonitor', ['suspend', 'resume', 'shutdown', 'lock-screen', 'unlock-screen']);
  }
}

/** What the app sees as `nativeTheme`. The system of a stand-in is a light one. */
export class StandInNativeTheme
  extends StandInEmitter
  implements Pick<NativeTheme, 'shouldUseDarkColors' | 'themeSource'>
{
  readonly #onChange: (source: NativeTheme['themeSource']) => void;
  #source: NativeTheme['themeSource'] = 'system';

  constructor(onChange: (source: NativeTheme['themeSource']) => void) {
    super('nativeTheme', ['updated']);
    this.#onChange = onChange;
  }

  get themeSource(): NativeTheme['themeSource'] {
    return this.#source;
  }

  set themeSource(source: NativeTheme['themeSource']) {
    if (source === this.#source) return;
    this.#source = source;
    this.#onChange(source);
    this.emit('updated', {});
  }

  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
}

/** A menu that nobody sees. */
class StandInMenu {
  readonly template: readonly MenuItemConstructorOptions[];

  constructor(template: readonly MenuItemConstructorOptions[]) {
    this.template = template;
  }
}

/** What the app sees as `Menu`. There is no native menu to show it in. */
export function createMenus() {
  let current: StandInMenu | null = null;
  return closed('Menu', {
    buildFromTemplate: (template: readonly MenuItemConstructorOptions[]) => new StandInMenu(template),
    setApplicationMenu: (menu: StandInMenu | null) => {
      current = menu;
    },
    getApplicationMenu: () => current,
  } satisfies Partial<Record<keyof typeof ElectronMenu, unknown>>);
}

type SaveDialog = (
  ...asked: [...window: unknown[], options: SaveDialogOptions]
) => Promise<SaveDialogReturnValue>;

/**
 * Whoever started the stand-in says in `TILLSIDE_STAND_IN_SAVES` in which folder a person saves what they are asked to,
 * under the name that it is offered with; without one they press Cancel.
 */
const showSaveDialog: SaveDialog = (...asked) => {
  const folder = process.env['TILLSIDE_STAND_IN_SAVES'];
  const name = (asked.at(-1) as SaveDialogOptions).defaultPath;
  return Promise.resolve(
    folder === undefined || name === undefined
      ? { canceled: true, filePath: '' }
      : { canceled: false, filePath: join(folder, basename(name)) },
  );
};

/** What the app sees as `dialog`: an error is printed, for there is nobody to press a button. */
export const dialog = closed('dialog', {
  showErrorBox: (title: string, content: string) =>
    void process.stderr.write(`[dialog] ${title}: ${content}\n`),
  showSaveDialog,
} satisfies Pick<Dialog, 'showErrorBox' | 'showSaveDialog'>);

/** What the app sees as `shell`: a page is named, and opened by nobody. */
export const shell = closed('shell', {
  openExternal: (url) => {
    process.stderr.write(`[shell] opened ${url}\n`);
    return Promise.resolve();
  },
} satisfies Pick<Shell, 'openExternal'>);

closeClass('powerMonitor', StandInPowerMonitor);
closeClass('nativeTheme', StandInNativeTheme);
