import { subscribe } from 'node:diagnostics_channel';
import { setImmediate as turn } from 'node:timers/promises';
import type { Trouble } from '../../../electron/sandbox/disturbances.ts';

const openReads = new Set<object>();
let wakes: (() => void)[] = [];

/** undici tells of every request of this process: https://undici.nodejs.org/#/docs/api/DiagnosticsChannel */
function on(event: 'create' | 'trailers' | 'error', take: (request: object) => void): void {
  subscribe(`undici:request:${event}`, (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    const { request } = message;
    if (typeof request !== 'object' || request === null) return;
    if (!('method' in request) || request.method !== 'GET') return;
    take(request);
    for (const wake of wakes.splice(0)) wake();
  });
}
on('create', (request) => openReads.add(request));
on('trailers', (request) => openReads.delete(request));
on('error', (request) => openReads.delete(request));

/** A turn lets what waits for an answer take it in, and ask the next question. */
const calmTurns = 3;

/** Resolves when no read is on its way and what was read has been taken in. */
export async function quiet(): Promise<void> {
  for (let calm = 0; calm < calmTurns; calm += 1) {
    await turn();
    while (openReads.size > 0) {
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
