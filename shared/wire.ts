/** The channel that the renderer calls on, and the one that main pushes on. There is no other. */
export const channels = { call: 'tillside:call', push: 'tillside:push' } as const;

/** What the preload puts on `window.tillside`. The typed bridge of the renderer is built on it. */
export interface Wire {
  /** `name` is `feature.method` of the contract; the argument and the reply are plain JSON. */
  readonly call: (name: string, argument: unknown) => Promise<unknown>;
  /** Gives back the way to stop listening. */
  readonly subscribe: (listener: (push: unknown) => void) => () => void;
}
