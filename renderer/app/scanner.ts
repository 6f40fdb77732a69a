import { isReference } from '../../shared/reference.ts';

/** What a scanner has typed so far. */
export interface Burst {
  readonly text: string;
  /** When the last character came, in ms. */
  readonly at: number;
}

export const noBurst: Burst = { text: '', at: 0 };

/**
 * Scanners take less than 30 ms from one character to the next. A reference is no word that anybody types by chance, so a
 * slow scanner, or a busy computer, is waited for a little longer.
 */
const longestPauseMs = 150;

const longest = 64;

/** What has been typed after one more character; a pause begins anew. */
export function heard({ text, at: before }: Burst, character: string, at: number): Burst {
  const goesOn = at - before <= longestPauseMs && text.length < longest;
  return { text: goesOn ? text + character : character, at };
}

/** Whether it can be nothing else than the beginning of a reference. */
export const mayBeReference = ({ text }: Burst): boolean => /^[a-z0-9]{1,16}-[a-z0-9-]*$/i.test(text);

/** The reference that Enter ends, if it is one. */
export function scanned({ text, at: before }: Burst, at: number): string | undefined {
  const reference = text.toLowerCase();
  return at - before <= longestPauseMs && isReference(reference) ? reference : undefined;
}
