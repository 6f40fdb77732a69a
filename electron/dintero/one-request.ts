import { type IncomingMessage, request as httpRequest } from 'node:http';
import type { Socket } from 'node:net';

/** A request that is sent once, whatever becomes of it. */
export interface OneRequest {
  readonly method: 'POST' | 'PUT';
  readonly origin: URL;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON; absent for a request without a body. */
  readonly body?: string | undefined;
  /** Breaks it off, answered or not. */
  readonly signal: AbortSignal;
}

/**
 * Sends a request on a connection that is open, TLS and all. It owns that one and can't get another: whatever becomes of
 * it, a second try of the same request has nowhere to go (rule P3). Rejects when no answer begins.
 */
export async function sendOn(socket: Socket, ask: OneRequest): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    const sent = httpRequest({
      createConnection: () => socket,
      host: ask.origin.hostname,
      method: ask.method,
      path: ask.path,
      headers: {
        host: ask.origin.host,
        ...ask.headers,
        'content-length': Buffer.byteLength(ask.body ?? ''),
        connection: 'close',
      },
      signal: ask.signal,
    });
    sent.once('response', resolve);
    // Once an answer has begun, reading it tells of what goes wrong; before that, this does.
    sent.on('error', reject);
    sent.once('close', () => reject(new Error('The connection closed without an answer')));
    sent.end(ask.body);
  });
}
