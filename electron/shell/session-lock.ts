import type { Session } from 'electron';
import type { Log } from '../support/log.ts';
import type { PageAddress } from './page-address.ts';

/**
 * Takes from the pages of a session whatever they do not need: permissions, devices, downloads, and every request that
 * is not for a file of ours. To be called before the first window opens.
 */
export function lockSession(
  session: Pick<
    Session,
    | 'on'
    | 'setDevicePermissionHandler'
    | 'setPermissionCheckHandler'
    | 'setPermissionRequestHandler'
    | 'webRequest'
  >,
  address: PageAddress,
  log: Log,
): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn('shell.permission-refused', { permission });
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => {
    event.preventDefault();
    log.warn('shell.download-refused');
  });
  session.webRequest.onBeforeRequest((request, answer) => {
    const cancel = !address.mayLoad(request.url);
    if (cancel) log.warn('shell.request-refused', { kind: request.resourceType });
    answer({ cancel });
  });
}
