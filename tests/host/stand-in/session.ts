import type { Session } from 'electron';
import { closeClass, closed, lacking } from './lacking.ts';
import { StandInEmitter } from './emitter.ts';
import type { Schemes } from './protocol.ts';
import { proxyFor } from './system-proxy.ts';
import type { StandInWebContents } from './web-contents.ts';

/** Electron's word for a permission, and Chromium's for what it covers. */
const permissions: Readonly<Record<string, readonly string[]>> = {
  geolocation: ['geolocation'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  notifications: ['notifications'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
};

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0];

/** A request that a page is about to make. */
export interface PageRequest {
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
}
type BeforeRequest = (
  request: PageRequest & { readonly id: number; readonly timestamp: number },
  answer: (verdict: { readonly cancel?: boolean; readonly redirectURL?: string }) => void,
) => void;

/** What the app sees as the default session. Its handlers decide for real. */
export class StandInSession
  extends StandInEmitter
  implements
    Pick<
      Session,
      | 'resolveProxy'
      | 'setDevicePermissionHandler'
      | 'setPermissionCheckHandler'
      | 'setPermissionRequestHandler'
    >
{
  readonly protocol: Schemes['protocol'];
  #onPermission: RequestHandler = null;
  #onCheck: CheckHandler = null;
  #onBeforeRequest: BeforeRequest | null = null;
  #requests = 0;

  constructor(schemes: Schemes) {
    super('session', ['will-download']);
    this.protocol = schemes.protocol;
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#onPermission = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#onCheck = handler;
  }

  /** Chromium offers no device to a page that is driven, whatever the handler says. */
  setDevicePermissionHandler(): void {}

  resolveProxy(url: string): Promise<string> {
    return Promise.resolve(proxyFor(url, process.env));
  }

  readonly webRequest = closed('webRequest', {
    onBeforeRequest: (...parts: readonly unknown[]) => {
      const [listener, ...more] = parts;
      if (more.length > 0) throw lacking('webRequest.onBeforeRequest with a filter');
      if (listener !== null && !isBeforeRequest(listener)) throw new TypeError('A listener is a function');
      this.#onBeforeRequest = listener;
    },
  });

  /** Whether the app cancels a request. */
  async cancels(request: PageRequest): Promise<boolean> {
    const listener = this.#onBeforeRequest;
    if (!listener) return false;
    this.#requests += 1;
    const { promise, resolve, reject } = Promise.withResolvers<boolean>();
    listener({ ...request, id: this.#requests, timestamp: Date.now() }, ({ cancel, redirectURL }) => {
      if (redirectURL !== undefined) reject(lacking('redirect by webRequest'));
      else resolve(cancel === true);
    });
    return await promise;
  }

  /**
   * What the app lets pages do, in Chromium's words. It is asked once for each page and permission, ahead of need;
   * Electron asks when a page does. Without a handler everything is allowed, as in Electron.
   */
  async allowedTo(contents: StandInWebContents, url: string): Promise<readonly string[]> {
    const origin = new URL(url).origin;
    const details = { isMainFrame: true, requestingUrl: url };
    const verdicts = await Promise.all(
      Object.entries(permissions).map(async ([permission, names]) => {
        const onCheck = this.#onCheck;
        if (onCheck && Reflect.apply(onCheck, undefined, [contents, permission, origin, details]) !== true)
          return [];
        const onPermission = this.#onPermission;
        if (!onPermission) return names;
        const granted = await new Promise<boolean>((answer) => {
          Reflect.apply(onPermission, undefined, [contents, permission, answer, details]);
        });
        return granted ? names : [];
      }),
    );
    return verdicts.flat();
  }

  /** Chromium has refused a download, which the app must have wanted: the stand-in keeps no files. */
  refuseDownload(contents: StandInWebContents): void {
    const item = closed('DownloadItem', {});
    if (!this.emitPreventable('will-download', {}, item, contents)) {
      process.stderr.write('[stand-in] a download was refused that the app did not prevent\n');
    }
  }
}

const isBeforeRequest = (value: unknown): value is BeforeRequest => typeof value === 'function';

closeClass('session', StandInSession);
