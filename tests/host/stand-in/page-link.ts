import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page, Request as PageRequest, Route } from 'playwright';
import type { Addresses } from './addresses.ts';
import type { Browser } from './browser.ts';
import { type InPageNames, inPage } from './in-page.ts';
import type { SenderEvent, StandInIpcMain } from './ipc.ts';
import { packMessage, unpackMessage } from './plain-json.ts';
import type { Schemes } from './protocol.ts';
import type { StandInSession } from './session.ts';
import type { StandInWebContents } from './web-contents.ts';

export interface PageLinkOptions {
  readonly browser: () => Promise<Browser>;
  readonly addresses: Addresses;
  readonly schemes: Schemes;
  readonly session: StandInSession;
  readonly ipcMain: StandInIpcMain;
  /** The built preload; read anew for each page. */
  readonly preload: string | undefined;
  readonly onClosed: () => void;
}

/** Ties one window of the app to one page of Chromium's. */
export class PageLink {
  readonly #options: PageLinkOptions;
  #page: Page | undefined;
  #names: InPageNames | undefined;
  #start = 'about:blank';

  constructor(options: PageLinkOptions) {
    this.#options = options;
  }

  /** As main knows it: on the app's own scheme. */
  url(): string {
    return this.#options.addresses.inward(this.#page?.url() ?? 'about:blank');
  }

  /** Loads an address, on a new page when there is none. */
  async load(contents: StandInWebContents, url: string): Promise<Page> {
    this.#start = url;
    const page = this.#page ?? (await this.#open(contents));
    const target = this.#options.addresses.outward(url);
    const allowed = await this.#options.session.allowedTo(contents, target);
    if (URL.canParse(target)) {
      await page.context().grantPermissions([...allowed], { origin: new URL(target).origin });
    }
    await page.goto(target);
    contents.emit('dom-ready', {});
    contents.emit('did-finish-load', {});
    return page;
  }

  /** Loads the same address again; after a crash on a page of its own, for Chromium keeps a crashed one crashed. */
  async reload(contents: StandInWebContents): Promise<void> {
    if (this.#page) await this.#page.reload();
    else await this.load(contents, this.#start);
  }

  /** Hands a message to the preload. While a page loads there is nobody to hear it, as in Electron. */
  send(channel: string, parts: readonly unknown[]): void {
    const names = this.#names;
    if (!names) return;
    const message = packMessage(parts);
    void this.#page
      ?.evaluate(
        ([receiver, secret, ...rest]) => {
          const receive: unknown = Reflect.get(globalThis, receiver);
          if (typeof receive === 'function') Reflect.apply(receive, undefined, [secret, ...rest]);
        },
        [names.receiver, names.secret, channel, message] as const,
      )
      .catch(() => undefined);
  }

  /** Closes the page at the app's own wish: `onClosed` is not called. */
  async close(): Promise<void> {
    const page = this.#page;
    this.#page = undefined;
    await page?.close();
  }

  async #open(contents: StandInWebContents): Promise<Page> {
    const browser = await this.#options.browser();
    const page = await browser.openPage();
    const word = (): string => randomBytes(12).toString('hex');
    const names = { binding: `_${word()}`, receiver: `_${word()}`, secret: word() };
    this.#page = page;
    this.#names = names;
    page.on('close', () => {
      if (this.#page === page) this.#options.onClosed();
    });
    page.on('crash', () => {
      this.#page = undefined;
      void page.close();
      contents.lost({ reason: 'crashed', exitCode: 5 });
    });
    page.on('download', () => this.#options.session.refuseDownload(contents));
    page.on('console', (message) => tell(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => tell(`uncaught: ${error.message}`));
    await page.route('**/*', (route) => this.#answer(route, contents));
    await page.exposeBinding(names.binding, async ({ frame }, secret: string, kind: string, ...parts) => {
      if (secret !== names.secret) throw new Error('Refused');
      const isMain = frame === page.mainFrame();
      return await this.#hear(contents, isMain, kind, parts.map(String));
    });
    await page.addInitScript({ content: this.#initScript(names) });
    await this.#refusePopups(page, contents);
    return page;
  }

  #initScript(names: InPageNames): string {
    const { preload } = this.#options;
    const source = preload === undefined ? '' : readFileSync(preload, 'utf8');
    const wrapped = `function (exports, require, module, process) {\n${source}\n}`;
    return `(${inPage.toString()})(${JSON.stringify(names)}, ${wrapped}, ${packMessage.toString()}, ${unpackMessage.toString()})`;
  }

  async #hear(
    contents: StandInWebContents,
    isMain: boolean,
    kind: string,
    parts: readonly string[],
  ): Promise<string> {
    const [first = '', second = '', third = ''] = parts;
    const { ipcMain, addresses } = this.#options;
    const event: SenderEvent = {
      sender: contents,
      senderFrame: isMain ? contents.mainFrame : null,
      frameId: 1,
      processId: 1,
    };
    switch (kind) {
      case 'invoke':
        return await ipcMain.answer(first, event, second);
      case 'send':
        ipcMain.emit(first, event, ...unpackMessage(second));
        return '';
      case 'navigate':
        await this.#navigate(contents, addresses.inward(first));
        return '';
      case 'open':
        contents.refuseWindow(addresses.inward(first), second, third);
        return '';
      default:
        throw new Error(`The page said ${kind}`);
    }
  }

  async #navigate(contents: StandInWebContents, url: string): Promise<void> {
    if (!contents.mayNavigate(url)) return;
    // The page is torn down under its own question: nobody waits for the answer.
    await this.load(contents, url).catch((error: unknown) => tell(`navigation failed: ${String(error)}`));
  }

  async #answer(route: Route, contents: StandInWebContents): Promise<void> {
    const { addresses, schemes, session } = this.#options;
    const asked = route.request();
    const url = addresses.inward(asked.url());
    const request = { url, method: asked.method(), resourceType: resourceType(asked) };
    if (await session.cancels(request)) {
      await route.abort('blockedbyclient');
      return;
    }
    const response = await schemes.answer(
      new Request(url, { method: request.method, headers: asked.headers() }),
    );
    if (!response) {
      await route.abort('internetdisconnected');
      return;
    }
    const location = response.headers.get('location');
    if (location !== null && asked.isNavigationRequest() && !contents.mayRedirect(location)) {
      await route.abort('aborted');
      return;
    }
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  /** A link can still open a page beside ours, other than `window.open`: the app is asked, and the page goes. */
  async #refusePopups(page: Page, contents: StandInWebContents): Promise<void> {
    const { addresses } = this.#options;
    page.on('popup', (popup) => void popup.close());
    const session = await page.context().newCDPSession(page);
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) =>
      contents.refuseWindow(addresses.inward(url), windowName, windowFeatures.join(',')),
    );
    await session.send('Page.enable');
  }
}

const tell = (line: string): void => void process.stderr.write(`[renderer] ${line}\n`);

/** Electron's word for what a request is for. */
function resourceType(request: PageRequest): string {
  if (request.isNavigationRequest()) return request.frame().parentFrame() ? 'subFrame' : 'mainFrame';
  const names: Readonly<Record<string, string>> = {
    stylesheet: 'stylesheet',
    script: 'script',
    image: 'image',
    font: 'font',
    fetch: 'xhr',
    xhr: 'xhr',
    ping: 'ping',
    media: 'media',
    websocket: 'webSocket',
  };
  return names[request.resourceType()] ?? 'other';
}
