import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright';

export interface BrowserOptions {
  /** The program. */
  readonly executable: string;
  /** A folder of its own, that nobody else uses. */
  readonly folder: string;
  readonly headless: boolean;
  /** Switches for Chromium that the app asked for. */
  readonly switches: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** In pixels. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** Nothing listens there: whatever gets past every other fence ends here, WebSockets included. */
const deadProxy = 'http://127.0.0.1:1';

/** The system's Chromium, as long as it shows this app. */
export class Browser {
  readonly context: BrowserContext;
  /** The address that another process can attach to. */
  readonly endpoint: string;
  readonly pid: number;
  readonly #firstPage: Page | undefined;
  #pages = 0;

  private constructor(context: BrowserContext, endpoint: string, pid: number) {
    this.context = context;
    this.endpoint = endpoint;
    this.pid = pid;
    this.#firstPage = context.pages()[0];
  }

  /** Starts Chromium with an empty window. It ends with this process, however that ends. */
  static async start(options: BrowserOptions, size: WindowSize): Promise<Browser> {
    const { chromium } = await import('playwright');
    const { executable, folder, headless, switches, environment } = options;
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: executable,
      headless,
      viewport: null,
      acceptDownloads: false,
      colorScheme: null,
      chromiumSandbox: process.getuid?.() !== 0,
      // The app decides what a signal means.
      handleSIGHUP: false,
      handleSIGINT: false,
      handleSIGTERM: false,
      ignoreDefaultArgs: headless ? [] : ['--enable-automation'],
      env: { ...environment, DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
      args: [
        '--remote-debugging-port=0',
        '--app=data:text/html,',
        `--window-size=${size.width},${size.height}`,
        '--disable-gpu',
        '--test-type',
        `--proxy-server=${deadProxy}`,
        '--proxy-bypass-list=<-loopback>',
        '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
        ...switches,
      ],
    });
    // A page that is not a window of ours – one that a link has opened – gets nothing.
    await context.route('**/*', (route) => route.abort('blockedbyclient'));
    const [port = '', path = ''] = readFileSync(join(folder, 'DevToolsActivePort'), 'utf8').split('\n');
    return new Browser(context, `ws://127.0.0.1:${port}${path}`, await pidOf(context));
  }

  /** A page for a window: the one that Chromium began with, then new ones. */
  async openPage(): Promise<Page> {
    this.#pages += 1;
    const first = this.#pages === 1 ? this.#firstPage : undefined;
    return first ?? (await this.context.newPage());
  }

  /** Resolves when Chromium has gone. */
  async close(): Promise<void> {
    await this.context.close();
  }
}

async function pidOf(context: BrowserContext): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  const main = processInfo.find(({ type }) => type === 'browser');
  if (!main) throw new Error('Chromium does not tell its process id');
  return main.id;
}
