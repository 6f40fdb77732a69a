import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type Socket, connect as connectTcp, isIP } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** How long a connection may take to come about, in ms. */
const connectTimeoutMs = 10_000;

/** An error of the proxy between us and Dintero; its `code` is `PROXY`. */
class ProxyError extends Error {
  readonly code = 'PROXY';
}

const portOf = (url: URL): number =>
  url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);

// URL writes IPv6 hosts in brackets; sockets want them bare.
const hostOf = (url: URL): string => url.hostname.replace(/^\[(.*)\]$/, '$1');

/**
 * Opens a connection to an origin that is ready to carry one HTTP/1.1 request: TCP, a tunnel through the proxy if there
 * is one, TLS if the origin has it. Rejects with the system's error when it does not come about.
 */
export async function openConnection(origin: URL, proxy: URL | undefined): Promise<Socket> {
  const signal = AbortSignal.timeout(connectTimeoutMs);
  const plain = proxy ? await openTunnel(origin, proxy, signal) : await openTcp(origin, signal);
  if (origin.protocol === 'http:') return plain;
  const host = hostOf(origin);
  const secure = connectTls({
    socket: plain,
    ALPNProtocols: ['http/1.1'],
    // SNI carries names only.
    ...(isIP(host) === 0 ? { servername: host } : { host }),
  });
  return await settled(secure, 'secureConnect', signal);
}

const openTcp = async (origin: URL, signal: AbortSignal): Promise<Socket> =>
  await settled(connectTcp({ host: hostOf(origin), port: portOf(origin), noDelay: true }), 'connect', signal);

async function openTunnel(origin: URL, proxy: URL, signal: AbortSignal): Promise<Socket> {
  const authority = `${origin.hostname}:${portOf(origin)}`;
  const login =
    proxy.username === ''
      ? undefined
      : Buffer.from(`${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`);
  const request = (proxy.protocol === 'https:' ? httpsRequest : httpRequest)({
    host: hostOf(proxy),
    port: portOf(proxy),
    method: 'CONNECT',
    path: authority,
    agent: false,
    signal,
    headers: {
      host: authority,
      ...(login && { 'proxy-authorization': `Basic ${login.toString('base64')}` }),
    },
  });
  const answered = new Promise<Socket>((resolve, reject) => {
    request.once('error', (error) =>
      reject(new ProxyError('The proxy could not be reached', { cause: error })),
    );
    request.once('response', (response) => {
      response.resume();
      reject(new ProxyError(`The proxy answered ${response.statusCode ?? 'nothing'}`));
    });
    request.once('connect', (response, socket: Socket) => {
      if (response.statusCode === 200) {
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(new ProxyError(`The proxy answered ${response.statusCode ?? 'nothing'}`));
    });
  });
  request.end();
  return await answered;
}

async function settled<Kind extends Socket>(socket: Kind, event: string, signal: AbortSignal): Promise<Kind> {
  try {
    await once(socket, event, { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
