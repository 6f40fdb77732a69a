const mask = '«redacted»';

/** Shapes that are secret wherever they stand: bearer and basic credentials, JSON web tokens. */
const shapes = [
  /(Bearer|Basic)\s+[A-Za-z0-9+/=._~-]{8,}/g,
  /\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}(\.[A-Za-z0-9_-]*)?/g,
  /("(?:client_secret|clientSecret|access_token|password|pin|repeatPin|authorization)"\s*:\s*)"[^"]*"/gi,
] as const;

/** Secrets shorter than this would make every other word a hole in the log. */
const shortestSecret = 6;

/** Keeps secrets out of text. It learns each secret when the till does, and knows their usual shapes besides. */
export class Redactor {
  readonly #secrets = new Set<string>();

  /** From now on this text is never let through, also in the ways that JSON and URLs write it. */
  learn(secret: string): void {
    if (secret.length < shortestSecret) return;
    for (const form of [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
    ]) {
      this.#secrets.add(form);
    }
  }

  scrub(text: string): string {
    const [credentials, webTokens, members] = shapes;
    let clean = text;
    for (const secret of this.#secrets) clean = clean.replaceAll(secret, mask);
    return clean
      .replaceAll(credentials, `$1 ${mask}`)
      .replaceAll(webTokens, mask)
      .replaceAll(members, `$1"${mask}"`);
  }
}
