import type { WebContents } from 'electron';
import type { Log } from '../support/log.ts';
import type { PageAddress } from './page-address.ts';

/**
 * Keeps a window on its one page: a page may load itself again and go nowhere else, and opens no other window.
 * Refusals are logged without the address's query, which may hold anything.
 */
export function lockNavigation(
  contents: Pick<WebContents, 'on' | 'setWindowOpenHandler'>,
  address: PageAddress,
  log: Log,
): void {
  contents.on('will-navigate', (event) => {
    if (address.isStart(event.url)) return;
    event.preventDefault();
    log.warn('shell.navigation-refused', { to: withoutQuery(event.url) });
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
    log.warn('shell.redirect-refused', { to: withoutQuery(event.url) });
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    log.warn('shell.webview-refused');
  });
  contents.setWindowOpenHandler(({ url }) => {
    log.warn('shell.window-refused', { to: withoutQuery(url) });
    return { action: 'deny' };
  });
}

function withoutQuery(url: string): string {
  const parsed = URL.parse(url);
  return parsed ? `${parsed.protocol}//${parsed.host}` : 'an address that is none';
}
