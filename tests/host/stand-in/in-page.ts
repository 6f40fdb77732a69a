/** How the page and the stand-in find each other. The names are made anew for each page. */
export interface InPageNames {
  /** The binding that Playwright puts on the global object. */
  readonly binding: string;
  /** The function that main's messages come in by. */
  readonly receiver: string;
  /** Known to the preload's closure and to main, and to no page. */
  readonly secret: string;
}

type Preload = (
  exports: object,
  require: (name: string) => object,
  module: { readonly exports: object },
  process: object,
) => void;

type Tell = (secret: string, kind: string, ...parts: readonly string[]) => Promise<string>;
type Callback = (...parts: readonly unknown[]) => unknown;

/**
 * Runs in the page before anything of the page does: it takes the binding away from the global object, plays Electron's
 * renderer side for the preload, and asks main before the page goes anywhere. It is carried over as text and so
 * may use nothing from outside.
 */
export function inPage(
  { binding, receiver, secret }: InPageNames,
  preload: Preload,
  pack: (parts: readonly unknown[]) => string,
  unpack: (text: string) => readonly unknown[],
): void {
  const isCallback = (value: unknown): value is Callback => typeof value === 'function';
  const isTell = (value: unknown): value is Tell => typeof value === 'function';
  const bound: unknown = Reflect.get(globalThis, binding);
  Reflect.deleteProperty(globalThis, binding);
  if (!isTell(bound)) throw new Error('The page was not bound to main');
  const tell = bound;

  const absolute = (url: unknown): string => URL.parse(String(url), location.href)?.href ?? String(url);
  window.open = (url = 'about:blank', name = '', features = '') => {
    void tell(secret, 'open', absolute(url), name, features);
    return null;
  };
  if (window.top !== window) return;

  navigation.addEventListener('navigate', (event) => {
    const stays = event.hashChange || event.destination.sameDocument || event.downloadRequest !== null;
    if (stays || !event.cancelable) return;
    event.preventDefault();
    void tell(secret, 'navigate', event.destination.url);
  });

  /** Copies what crosses between preload and page, as the context bridge does: neither can reach into the other. */
  const cross = (value: unknown): unknown => {
    if (isCallback(value)) return (...parts: readonly unknown[]) => cross(value(...parts.map(cross)));
    if (value instanceof Promise) return value.then(cross);
    if (Array.isArray(value)) return value.map(cross);
    // What else there is goes on as it is, for the line to main to refuse.
    if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
      return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cross(item)]));
  };

  const closedTo = <Value extends object>(owner: string, value: Value): Value =>
    new Proxy(value, {
      get: (target, key, self): unknown => {
        if (typeof key === 'symbol' || key in target || key === 'then') return Reflect.get(target, key, self);
        throw new Error(`The stand-in for Electron has no ${owner}.${key}`);
      },
    });

  const listeners = new Map<string, Set<Callback>>();
  const listenersOf = (channel: string): Set<Callback> => {
    const known = listeners.get(channel) ?? new Set();
    listeners.set(channel, known);
    return known;
  };
  Object.defineProperty(globalThis, receiver, {
    value: (word: string, channel: string, message: string) => {
      if (word !== secret) return;
      for (const listener of [...listenersOf(channel)]) listener({}, ...unpack(message));
    },
  });

  const ipcRenderer = closedTo('ipcRenderer', {
    invoke: async (channel: string, ...parts: readonly unknown[]) => {
      const [fulfilled, value] = unpack(await tell(secret, 'invoke', channel, pack(parts)));
      if (fulfilled === true) return value;
      throw new Error(String(value));
    },
    send: (channel: string, ...parts: readonly unknown[]) => {
      void tell(secret, 'send', channel, pack(parts));
    },
    on: (channel: string, listener: Callback) => void listenersOf(channel).add(listener),
    off: (channel: string, listener: Callback) => void listenersOf(channel).delete(listener),
    removeListener: (channel: string, listener: Callback) => void listenersOf(channel).delete(listener),
    removeAllListeners: (channel: string) => listenersOf(channel).clear(),
  });

  const contextBridge = closedTo('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => {
      Object.defineProperty(globalThis, key, { value: cross(api), enumerable: true });
    },
  });

  const electron = closedTo('renderer module', { contextBridge, ipcRenderer });
  const require = (name: string): object => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`A sandboxed preload can't load ${name}`);
  };
  const module = { exports: {} };
  const process = closedTo('process', { type: 'renderer', sandboxed: true, contextIsolated: true });
  preload(module.exports, require, module, process);
}
