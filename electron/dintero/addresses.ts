/** Where Dintero is. Test and live accounts share the hosts (https://docs.dintero.com/docs/checkout/quickstart). */
export interface DinteroAddresses {
  /** Sessions, transactions and payment profiles. */
  readonly checkout: URL;
  /** Login, stores, terminals and payout destinations. */
  readonly api: URL;
}

/** Dintero's own. Other servers that speak the API are given through the environment. */
export const dinteroAddresses: DinteroAddresses = {
  checkout: new URL('https://checkout.dintero.com'),
  api: new URL('https://api.dintero.com'),
};

const loopbackHosts = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Reads an origin that was given from outside. Plain http is taken on loopback only, where no one else listens in.
 * Gives `undefined` for anything that is not an origin we would send credentials to.
 */
export function parseOrigin(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const bare = url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && loopbackHosts.has(url.hostname));
  return bare && safe ? url : undefined;
}
