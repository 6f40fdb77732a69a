const mask = '«redacted»';

const members = 'client_secret|clientSecret|access_token|password|pin|repeatPin|authorization';

/**
 * Shapes that are secret wherever they stand, each with what stays of it. JSON may stand in JSON, as when an answer is
 * logged as text: the quotes that end a value are those that have as many backslashes as the ones that began it.
 */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/(Bearer|Basic)\s+[A-Za-z0-9+/=._~-]{8,}/g, `$1 ${mask}`],
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{4,}(\.[A-Za-z0-9_-]*)?/g, mask],
  [
    new RegExp(
      String.raw`("(?:${members})\\*"\s*:\s*(\\*)")[^]*?(?<!\\)(?:(?:\2\2\\\\)*(?=\2")|(?!\2)(?=\\*"))`,
      'gi',
    ),
    `$1${mask}`,
  ],
  [new RegExp(String.raw`\b((?:${members})=)[^&\s"\\]+`, 'gi'), `$1${mask}`],
];

/** Secrets shorter than this would make every other word a hole in the log. */
const shortestSecret = 6;

/** Keeps secrets out of text. It learns each secret when the till does, and knows their usual shapes besides. */
export class Redactor {
  /** In all their forms, the longest first: one secret may be the beginning of another. */
  #secrets: readonly string[] = [];

  /** From now on this text is never let through, also in the ways that JSON and URLs write it. */
  learn(secret: string): void {
    if (secret.length < shortestSecret) return;
    const once = inJson(secret);
    const forms = [
      secret,
      once,
      inJson(once),
      inJson(inJson(once)),
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
    ];
    this.#secrets = [...new Set([...this.#secrets, ...forms])].toSorted((a, b) => b.length - a.length);
  }

  /** The text with a mask in place of every secret. */
  scrub(text: string): string {
    const known = this.#secrets.reduce((clean, secret) => clean.replaceAll(secret, mask), text);
    return shapes.reduce((clean, [shape, rest]) => clean.replaceAll(shape, rest), known);
  }
}

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1);
