import type { Socket } from 'node:net';
import { Client } from 'undici';

/**
 * An undici client that owns exactly one connection and can't get another: whatever its state, a second try of the
 * same request has nowhere to go (rule P3).
 */
export function singleUseClient(origin: URL, socket: Socket): Client {
  let handedOver = false;
  return new Client(origin, {
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: (_options, give) => {
      if (handedOver) {
        give(new Error('This connection has been used'), null);
        return;
      }
      handedOver = true;
      // undici does not take a connection in the same turn in which it asks for one.
      queueMicrotask(() => give(null, socket));
    },
  });
}
