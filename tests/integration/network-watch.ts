import { subscribe } from 'node:diagnostics_channel';
import { ClientRequest } from 'node:http';

/** A request of this process, whichever client carries it. */
export interface WatchedRequest {
  readonly method: string;
  readonly path: string;
}

/**
 * Tells of every request of this process when it begins and when it has ended, answered or not: of undici by
 * https://undici.nodejs.org/#/docs/api/DiagnosticsChannel, of Node's own client by https://nodejs.org/api/diagnostics_channel.html.
 */
export function watchRequests(
  begin: (request: WatchedRequest) => void,
  end: (request: WatchedRequest) => void,
): void {
  const on = (channel: string, take: (request: WatchedRequest) => void): void => {
    subscribe(channel, (message) => {
      if (typeof message !== 'object' || message === null || !('request' in message)) return;
      if (isRequest(message.request)) take(message.request);
    });
  };
  on('undici:request:create', begin);
  on('undici:request:trailers', end);
  on('undici:request:error', end);
  on('http.client.request.start', (request) => {
    begin(request);
    if (request instanceof ClientRequest) request.once('close', () => end(request));
  });
}

const isRequest = (value: unknown): value is WatchedRequest =>
  typeof value === 'object' &&
  value !== null &&
  'method' in value &&
  typeof value.method === 'string' &&
  'path' in value &&
  typeof value.path === 'string';
