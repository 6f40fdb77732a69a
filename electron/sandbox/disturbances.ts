/** What goes wrong on the way. `done` says whether the sandbox has done what was asked by then. */
export type Trouble =
  /** Done, and the connection dies before the first byte of the reply. */
  | { readonly kind: 'lose-reply' }
  /** Not done: the connection dies when the request has arrived. */
  | { readonly kind: 'reset' }
  /** Not done: another answer is given. */
  | { readonly kind: 'answer'; readonly status: number; readonly retryAfterSeconds?: number | undefined }
  /** Done, and the reply is no JSON. */
  | { readonly kind: 'garble' }
  /** Done, and the reply breaks off in the middle. */
  | { readonly kind: 'truncate' }
  /** The request, or its reply, is kept back for a time in ms. */
  | { readonly kind: 'delay'; readonly part: 'request' | 'reply'; readonly ms: number }
  /** The same, until something has happened. */
  | { readonly kind: 'hold'; readonly part: 'request' | 'reply'; readonly until: Promise<unknown> };

/** Which requests are disturbed, and how. */
export interface Disturbance {
  readonly method?: string | undefined;
  /** The path, without the query. */
  readonly path: RegExp;
  /** How many requests it strikes; 1 when left out. */
  readonly times?: number | undefined;
  readonly trouble: Trouble;
}

/** The disturbances that are planned, oldest first. */
export class Disturbances {
  #planned: { readonly disturbance: Disturbance; left: number }[] = [];

  /** Behind those that are planned already: of two that fit a request, the older one strikes. */
  plan(disturbance: Disturbance): void {
    this.#planned.push({ disturbance, left: disturbance.times ?? 1 });
  }

  clear(): void {
    this.#planned = [];
  }

  /** What strikes this request, if anything. */
  strike(method: string, path: string): Trouble | undefined {
    const found = this.#planned.find(
      ({ disturbance, left }) =>
        left > 0 &&
        (disturbance.method === undefined || disturbance.method === method) &&
        disturbance.path.test(path),
    );
    if (!found) return undefined;
    found.left -= 1;
    return found.disturbance.trouble;
  }
}
