import type { Shell } from 'electron';
import { fault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { Log } from '../support/log.ts';

/** Opens a page outside of this app. */
export type OpenPage = (url: URL) => Promise<Result<null>>;

/**
 * The one way out of the window: a page in the browser of this computer. Whoever asks has judged the host; that it is
 * https is seen to here again, for other schemes start programs. The log names the host alone: the rest of such an address
 * may open somebody's case.
 */
export const createPageOpener =
  (shell: Pick<Shell, 'openExternal'>, log: Log): OpenPage =>
  async (url) => {
    if (url.protocol !== 'https:') {
      log.warn('shell.page-refused', { scheme: url.protocol });
      return err(fault('setup.link-unsafe'));
    }
    try {
      await shell.openExternal(url.href);
      log.info('shell.page-opened', { host: url.host });
      return ok(null);
    } catch (error) {
      log.warn('shell.page-not-opened', { host: url.host, error });
      return err(fault('setup.browser'));
    }
  };
