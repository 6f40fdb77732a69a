import { EventEmitter } from 'node:events';
import { lacking } from './lacking.ts';

export type Listener = Parameters<EventEmitter['on']>[1];

/** An emitter that lets nobody wait for an event that will never come. */
export class StandInEmitter extends EventEmitter {
  readonly #owner: string;
  readonly #events: ReadonlySet<string>;

  constructor(owner: string, events: readonly string[]) {
    super();
    this.#owner = owner;
    this.#events = new Set(events);
  }

  /** `once` of Node comes through here too. */
  override on(event: string | symbol, listener: Listener): this {
    if (typeof event === 'string' && !this.#events.has(event)) {
      throw lacking(`event "${event}" of ${this.#owner}`);
    }
    return super.on(event, listener);
  }

  override addListener(event: string | symbol, listener: Listener): this {
    return this.on(event, listener);
  }

  /** Emits an event that a listener may prevent. Gives whether one did. */
  protected emitPreventable(event: string, members: object = {}, ...rest: readonly unknown[]): boolean {
    let defaultPrevented = false;
    this.emit(
      event,
      Object.defineProperties(
        { ...members },
        {
          preventDefault: { value: () => (defaultPrevented = true) },
          defaultPrevented: { get: () => defaultPrevented },
        },
      ),
      ...rest,
    );
    return defaultPrevented;
  }
}
