import type { BrowserWindow, IpcMain, WebContents } from 'electron';
import { channels } from '../../shared/wire.ts';
import type { Log } from '../support/log.ts';
import type { PageAddress } from './page-address.ts';
import { isTrustedSender } from './trusted-sender.ts';

export interface IpcChannelOptions {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly address: PageAddress;
  /** Answers one call. Refusals are values; what it throws reaches the page as a bare error. */
  readonly dispatch: (name: string, argument: unknown) => Promise<unknown>;
  /** The window that pushes go to, once there is one. */
  readonly window: () => PushTarget | undefined;
  readonly log: Log;
}

type PushTarget = Pick<BrowserWindow, 'isDestroyed'> & {
  readonly webContents: Pick<WebContents, 'isDestroyed' | 'send'>;
};

/** The one way in and the one way out between main and its page. */
export interface IpcChannel {
  /** Sends plain JSON to the page. Without a window it goes nowhere: a page begins with a snapshot. */
  readonly push: (payload: unknown) => void;
}

/** Opens the channel. To be called before the window loads its page. */
export function openIpcChannel({ ipcMain, address, dispatch, window, log }: IpcChannelOptions): IpcChannel {
  ipcMain.handle(channels.call, async (event, name: unknown, argument: unknown) => {
    if (!isTrustedSender(event, address)) {
      log.error('ipc.untrusted-sender');
      throw new Error('Refused');
    }
    if (typeof name !== 'string') {
      log.error('ipc.no-name');
      throw new Error('Refused');
    }
    return await dispatch(name, argument);
  });
  return {
    push: (payload) => {
      const target = window();
      if (!target || target.isDestroyed() || target.webContents.isDestroyed()) return;
      target.webContents.send(channels.push, payload);
    },
  };
}
