import type { IncomingHttpHeaders } from 'node:http';

/** Larger answers are not read: nothing that the till asks for comes near it. In bytes. */
const largestAnswer = 16 * 1024 * 1024;

/** An answer of Dintero, read to its end. */
export interface RawAnswer {
  readonly status: number;
  readonly text: string;
  /** By lower-case name; of a repeated header the first. */
  readonly header: (name: string) => string | undefined;
}

/** An answer whose body is still to come. */
export interface AnswerParts {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Rejects when the answer breaks off, or never ends. */
export async function readAnswer(response: AnswerParts): Promise<RawAnswer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.byteLength;
    if (size > largestAnswer) throw new Error('The answer is too large');
    chunks.push(chunk);
  }
  return {
    status: response.statusCode,
    text: Buffer.concat(chunks).toString('utf8'),
    header: (name) => {
      const value = response.headers[name];
      return Array.isArray(value) ? value[0] : value;
    },
  };
}

/** A member that is null reads as one that is absent. What is not JSON is `undefined`, which fits no schema. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_name, value: unknown) => value ?? undefined);
  } catch {
    return undefined;
  }
}

/** A longer wait than this would leave an open payment alone, or not fit a timer. In ms. */
const longestRetryAfter = 120_000;

/** Retry-After in seconds or as a date (RFC 9110), in ms from now; two minutes at most. */
export function retryAfterMs(answer: RawAnswer, now: number): number | undefined {
  const header = answer.header('retry-after');
  if (header === undefined) return undefined;
  const seconds = Number(header);
  const delay = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1_000;
  return Number.isNaN(delay) ? undefined : Math.min(longestRetryAfter, Math.max(0, delay));
}
