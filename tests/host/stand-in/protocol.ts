import type { Protocol } from 'electron';
import type { Addresses } from './addresses.ts';
import { closed } from './lacking.ts';

type Handler = Parameters<Protocol['handle']>[1];

/** The schemes of the app: which there are, and who answers for them. */
export class Schemes {
  readonly #addresses: Addresses;
  readonly #handlers = new Map<string, Handler>();
  #ready = false;

  constructor(addresses: Addresses) {
    this.#addresses = addresses;
  }

  /** From now on schemes can be served, and no new ones be registered. */
  openUp(): void {
    this.#ready = true;
  }

  /** The app's answer to a request for an address of its own; `undefined` where it has none. */
  async answer(request: Request): Promise<Response | undefined> {
    return await this.#handlers.get(new URL(request.url).protocol.slice(0, -1))?.(request);
  }

  /** What the app sees as `protocol`. */
  readonly protocol = closed('protocol', {
    registerSchemesAsPrivileged: (schemes) => {
      if (this.#ready) throw new Error('Schemes are registered before the app is ready');
      for (const { scheme, privileges } of schemes) {
        if (!privileges?.standard || !privileges.secure) {
          throw new Error(`The stand-in serves standard, secure schemes only, which ${scheme} is not`);
        }
        this.#addresses.add(scheme);
      }
    },
    handle: (scheme, handler) => {
      if (!this.#ready) throw new Error('A scheme is handled once the app is ready');
      if (!this.#addresses.has(scheme)) throw new Error(`The scheme ${scheme} was not registered`);
      if (this.#handlers.has(scheme)) throw new Error(`The scheme ${scheme} is handled already`);
      this.#handlers.set(scheme, handler);
    },
    unhandle: (scheme) => void this.#handlers.delete(scheme),
    isProtocolHandled: (scheme) => this.#handlers.has(scheme),
  } satisfies Pick<Protocol, 'handle' | 'isProtocolHandled' | 'registerSchemesAsPrivileged' | 'unhandle'>);
}
