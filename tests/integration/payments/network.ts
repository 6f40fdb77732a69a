import { setImmediate as turn } from 'node:timers/promises';
import { type WatchedRequest, watchRequests } from '../network-watch.ts';
import { refundCall } from './calls.ts';
import type { Trouble } from '../../../electron/sandbox/disturbances.ts';

const openReads = new Set<object>();
const openWrites = new Set<object>();
let wakes: (() => void)[] = [];

/** Where a request counts. A refund's reply may be held until the customer has acted. */
const among = ({ method, path }: WatchedRequest): Set<object> | undefined =>
  refundCall.test(path) ? undefined : method === 'GET' ? openReads : openWrites;

function changed(): void {
  for (const wake of wakes.splice(0)) wake();
}

watchRequests(
  (request) => {
    among(request)?.add(request);
    changed();
  },
  (request) => {
    among(request)?.delete(request);
    changed();
  },
);

/** A turn lets what waits for an answer take it in, and ask the next question. */
const calmTurns = 3;

/** Resolves when no read is on its way and what was read has been taken in. A write may be held back by a test. */
export const quiet = async (): Promise<void> => await until(() => openReads.size === 0);

/** The same, when nothing is held back: no write but a refund is on its way either. */
export const allQuiet = async (): Promise<void> =>
  await until(() => openReads.size === 0 && openWrites.size === 0);

async function until(isQuiet: () => boolean): Promise<void> {
  for (let calm = 0; calm < calmTurns; calm += 1) {
    await turn();
    while (!isQuiet()) {
      calm = 0;
      await new Promise<void>((resolve) => (wakes = [...wakes, resolve]));
    }
  }
}

/** Trouble that keeps a request, or its reply, until it is let go. */
export interface Holding {
  readonly trouble: Trouble;
  /** Resolves when the sandbox has the request in its hands. */
  readonly arrived: Promise<unknown>;
  readonly letGo: () => void;
}

export function holding(part: 'request' | 'reply'): Holding {
  const arrived = Promise.withResolvers<undefined>();
  const gone = Promise.withResolvers<undefined>();
  return {
    trouble: {
      kind: 'hold',
      part,
      // Asked for at the very moment at which the request, or its reply, is kept back.
      get until() {
        arrived.resolve(undefined);
        return gone.promise;
      },
    },
    arrived: arrived.promise,
    letGo: () => gone.resolve(undefined),
  };
}
