import type { WebContents, WindowOpenHandlerResponse } from 'electron';
import type { Page } from 'playwright';
import { StandInEmitter } from './emitter.ts';
import { closeClass, closed, lacking } from './lacking.ts';
import type { PageLink } from './page-link.ts';
import type { StandInSession } from './session.ts';

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

const events = [
  'console-message',
  'destroyed',
  'did-fail-load',
  'did-finish-load',
  'did-navigate',
  'dom-ready',
  'render-process-gone',
  'will-navigate',
  'will-redirect',
  // Real ones that Chromium driven from outside never reports.
  'before-input-event',
  'preload-error',
  'responsive',
  'unresponsive',
  'will-attach-webview',
] as const;

/** How a page was lost; `page-link.ts` tells. */
export interface PageLoss {
  readonly reason: 'crashed';
  readonly exitCode: number;
}

/** What the app sees as the contents of a window. */
export class StandInWebContents
  extends StandInEmitter
  implements Pick<WebContents, 'getURL' | 'id' | 'isDestroyed' | 'reload' | 'send' | 'setWindowOpenHandler'>
{
  readonly id: number;
  readonly session: StandInSession;
  readonly mainFrame: { readonly url: string; readonly origin: string; readonly parent: null };
  readonly #link: PageLink;
  #openHandler: OpenHandler | undefined;
  #destroyed = false;

  constructor(id: number, session: StandInSession, link: PageLink) {
    super('webContents', events);
    this.id = id;
    this.session = session;
    this.#link = link;
    const url = (): string => link.url();
    this.mainFrame = closed('WebFrameMain', {
      get url() {
        return url();
      },
      get origin() {
        const { protocol, host } = new URL(url());
        return `${protocol}//${host}`;
      },
      parent: null,
    });
  }

  getURL(): string {
    return this.#link.url();
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  send(channel: string, ...parts: readonly unknown[]): void {
    if (!this.#destroyed) this.#link.send(channel, parts);
  }

  reload(): void {
    void this.#link.reload(this);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** Loads an address; rejects when Chromium can't. */
  async load(url: string): Promise<Page> {
    return await this.#link.load(this, url);
  }

  /** A page wants to go somewhere. Gives whether it may. */
  mayNavigate(url: string): boolean {
    const { mainFrame } = this;
    const members = { url, isMainFrame: true, isSameDocument: false, frame: mainFrame, initiator: mainFrame };
    return !this.emitPreventable('will-navigate', members, url, false, true);
  }

  /** An answer of the app's sends the page elsewhere. Gives whether it may go. */
  mayRedirect(url: string): boolean {
    const { mainFrame } = this;
    const members = { url, isMainFrame: true, isSameDocument: false, frame: mainFrame, initiator: mainFrame };
    return !this.emitPreventable('will-redirect', members, url, false, true);
  }

  /** A page wants another window, which it never gets here: an app that grants one is told so. */
  refuseWindow(url: string, frameName: string, features: string): void {
    const response: WindowOpenHandlerResponse = this.#openHandler?.({
      url,
      frameName,
      features,
      disposition: 'new-window',
      referrer: { url: this.getURL(), policy: 'no-referrer' },
    }) ?? { action: 'allow' };
    if (response.action === 'allow') throw lacking('second window that a page opens');
  }

  lost(loss: PageLoss): void {
    this.emit('render-process-gone', {}, loss);
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.emit('destroyed');
  }
}

closeClass('webContents', StandInWebContents);
