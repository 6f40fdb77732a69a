import type { Session } from 'electron';

const protocols: Readonly<Record<string, string>> = {
  PROXY: 'http:',
  HTTP: 'http:',
  HTTPS: 'https:',
  SOCKS: 'socks5:',
  SOCKS4: 'socks4:',
  SOCKS5: 'socks5:',
};

/**
 * The first way of a proxy list as `resolveProxy` gives it (`PROXY host:port; DIRECT`): the proxy's address, or
 * `undefined` for a straight connection.
 * Source: https://developer.mozilla.org/docs/Web/HTTP/Guides/Proxy_servers_and_tunneling/Proxy_Auto-Configuration_PAC_file
 */
export function firstProxy(list: string): URL | undefined {
  for (const way of list.split(';')) {
    const [kind = '', address = ''] = way.trim().split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return undefined;
    const protocol = protocols[kind.toUpperCase()];
    const url = protocol === undefined ? null : URL.parse(`${protocol}//${address}`);
    if (url && url.host !== '') return url;
  }
  return undefined;
}

/** Asks the system which proxy leads to an address. Settings, scripts and exceptions are the system's own. */
export function createProxyLookup(
  session: Pick<Session, 'resolveProxy'>,
): (url: URL) => Promise<URL | undefined> {
  return async (url) => firstProxy(await session.resolveProxy(url.href));
}
