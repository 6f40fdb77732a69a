/**
 * Chromium knows no schemes of an app's own: `app://tillside/index.html` is shown as
 * `https://tillside.app.invalid/index.html`, an origin that no network can answer, and mapped back for main.
 */
export class Addresses {
  readonly #schemes = new Set<string>();

  /** Makes a scheme known. */
  add(scheme: string): void {
    this.#schemes.add(scheme);
  }

  has(scheme: string): boolean {
    return this.#schemes.has(scheme);
  }

  /** An address of the app, as Chromium gets to see it. */
  outward(url: string): string {
    const parsed = URL.parse(url);
    const scheme = parsed?.protocol.slice(0, -1) ?? '';
    if (!parsed || !this.#schemes.has(scheme)) return url;
    return `https://${parsed.host}.${scheme}.invalid${parsed.pathname || '/'}${parsed.search}${parsed.hash}`;
  }

  /** An address of Chromium's, as main gets to see it. */
  inward(url: string): string {
    const parsed = URL.parse(url);
    const [, host, scheme] = /^(.+)\.([^.]+)\.invalid$/.exec(parsed?.host ?? '') ?? [];
    if (!parsed || host === undefined || scheme === undefined || !this.#schemes.has(scheme)) return url;
    return `${scheme}://${host}${parsed.pathname}${parsed.search}${parsed.hash}`;
  }
}
