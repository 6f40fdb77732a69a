/** The scheme and host that the built renderer is served on. */
export const appScheme = 'app';
export const appHost = 'tillside';

/** Where the renderer's pages come from. */
export interface PageAddress {
  /** The one page that the window shows. */
  readonly start: string;
  /** Whether an address is on our origin. */
  readonly owns: (url: string) => boolean;
  /** Whether an address is the page itself, so that going there is no more than a reload. */
  readonly isStart: (url: string) => boolean;
  /** Whether a page may load this: our origin, and whatever never leaves the process. */
  readonly mayLoad: (url: string) => boolean;
}

/**
 * The built renderer, or the dev server of electron-vite. A packaged app never knows a dev server.
 * @param devServerUrl the value of `ELECTRON_RENDERER_URL`
 */
export function pageAddress(devServerUrl: string | undefined, packaged: boolean): PageAddress {
  const devServer = packaged || devServerUrl === undefined ? undefined : URL.parse(devServerUrl);
  const start = devServer ?? new URL(`${appScheme}://${appHost}/index.html`);
  // The origin of a scheme that browsers do not know is the word "null": protocol and host must be compared.
  const isAt = (url: URL, protocols: readonly string[]): boolean =>
    protocols.includes(url.protocol) && url.host === start.host;
  const loadable = devServer ? [start.protocol, 'ws:'] : [start.protocol];
  const inProcess = packaged ? ['data:'] : ['data:', 'devtools:'];
  return {
    start: start.href,
    owns: (url) => {
      const parsed = URL.parse(url);
      return parsed !== null && isAt(parsed, [start.protocol]);
    },
    isStart: (url) => {
      const parsed = URL.parse(url);
      if (!parsed) return false;
      parsed.hash = '';
      return parsed.href === start.href;
    },
    mayLoad: (url) => {
      const parsed = URL.parse(url);
      return parsed !== null && (isAt(parsed, loadable) || inProcess.includes(parsed.protocol));
    },
  };
}
