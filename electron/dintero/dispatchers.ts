import { Agent, type Dispatcher, ProxyAgent } from 'undici';

/** Pooled connections for reads and logins, straight or through the system's proxy. Never for what touches money. */
export class Dispatchers {
  readonly #proxyFor: (url: URL) => Promise<URL | undefined>;
  readonly #straight = new Agent({ connections: 8, allowH2: false });
  readonly #proxies = new Map<string, ProxyAgent>();

  constructor(proxyFor: (url: URL) => Promise<URL | undefined>) {
    this.#proxyFor = proxyFor;
  }

  /** What carries requests to an origin; the system is asked for its proxy each time. Rejects when that fails. */
  async for(origin: URL): Promise<Dispatcher> {
    const proxy = await this.#proxyFor(origin);
    if (!proxy) return this.#straight;
    const known = this.#proxies.get(proxy.href);
    if (known) return known;
    const agent = new ProxyAgent({ uri: proxy.href });
    this.#proxies.set(proxy.href, agent);
    return agent;
  }

  /** Breaks off what is under way. */
  async close(): Promise<void> {
    await Promise.all([this.#straight, ...this.#proxies.values()].map((agent) => agent.destroy()));
  }
}
