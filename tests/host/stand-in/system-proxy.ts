/**
 * The proxy for an address in the words of a proxy list, read from the environment as Chromium reads it on Linux
 * where no desktop says otherwise. `no_proxy` is a list of hosts and domain endings.
 */
export function proxyFor(url: string, environment: Readonly<Record<string, string | undefined>>): string {
  const { protocol, hostname } = new URL(url);
  const read = (name: string): string => environment[name] ?? environment[name.toUpperCase()] ?? '';
  const proxy = URL.parse(read(protocol === 'https:' ? 'https_proxy' : 'http_proxy'));
  const direct = ['localhost', '127.0.0.1', '[::1]', ...read('no_proxy').split(',')]
    .map((entry) => entry.trim().replace(/^\*?\./, ''))
    .filter((entry) => entry !== '')
    .some((entry) => entry === '*' || hostname === entry || hostname.endsWith(`.${entry}`));
  if (!proxy || direct) return 'DIRECT';
  return `${proxy.protocol === 'https:' ? 'HTTPS' : 'PROXY'} ${proxy.host}`;
}
