/**
 * The calls that change the basket, as far as they are still on their way. A charge goes out after those that were made
 * before it, and names the basket that they led to: who types a price and presses Charge at once means that price too.
 */
export class BasketCalls {
  #last: Promise<unknown> = Promise.resolve();

  /** Gives back the call. */
  track<Value>(call: Promise<Value>): Promise<Value> {
    this.#last = Promise.allSettled([this.#last, call]);
    return call;
  }

  /** Resolves when every call that was made so far is answered. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
