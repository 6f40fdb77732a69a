import type { RenderProcessGoneDetails, WebContents } from 'electron';
import type { Clock } from '../support/clock.ts';
import type { Log } from '../support/log.ts';

/** A page that is lost twice within this time is not loaded a second time, in ms. */
const loopMs = 60_000;

/** What this module needs of a page. */
export interface RecoverablePage extends Pick<WebContents, 'isDestroyed' | 'reload'> {
  readonly on: (
    event: 'render-process-gone',
    listener: (event: unknown, details: Pick<RenderProcessGoneDetails, 'exitCode' | 'reason'>) => void,
  ) => unknown;
}

export interface RecoveryOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** The page died again right after it was loaded anew: nothing is left to try. */
  readonly onLost: () => void;
}

/** Loads a page again when its process has died. Main owns the truth, so nothing is lost with it. */
export function recoverPage(page: RecoverablePage, { clock, log, onLost }: RecoveryOptions): void {
  let lastLoss: number | undefined;
  page.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || page.isDestroyed()) return;
    const now = clock.now();
    const looping = lastLoss !== undefined && now - lastLoss < loopMs;
    lastLoss = now;
    log.error('shell.page-gone', { reason, exitCode, looping });
    if (looping) {
      onLost();
    } else {
      page.reload();
    }
  });
}
