const second = 1_000;

/** A clock for everything that shows a passing time: one interval for all, and none while nobody can see it. */
export interface Ticker {
  readonly subscribe: (listener: () => void) => () => void;
  /** Ms since 1970, to the second, so that two looks within a second agree. */
  readonly now: () => number;
}

export function createTicker(): Ticker {
  const listeners = new Set<() => void>();
  let timer: number | undefined;

  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const keepTicking = (): void => {
    const wanted = listeners.size > 0 && document.visibilityState === 'visible';
    if (wanted && timer === undefined) {
      timer = window.setInterval(tell, second);
    } else if (!wanted && timer !== undefined) {
      window.clearInterval(timer);
      timer = undefined;
    }
  };
  const onVisibility = (): void => {
    keepTicking();
    tell();
  };

  return {
    now: () => Math.floor(Date.now() / second) * second,
    subscribe: (listener) => {
      if (listeners.size === 0) document.addEventListener('visibilitychange', onVisibility);
      listeners.add(listener);
      keepTicking();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) document.removeEventListener('visibilitychange', onVisibility);
        keepTicking();
      };
    },
  };
}
