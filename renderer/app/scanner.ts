import { isReference } from '../../shared/reference.ts';

/** What has been typed without a pause. */
export interface Burst {
  readonly text: string;
  /** When the last character came, in ms. */
  readonly at: number;
}

export const noBurst: Burst = { text: '', at: 0 };

/**
 * Most scanners take less than 30 ms from one character to the next, those without a cable now and then 100 and more. Nobody
 * types a whole reference by chance, so there is no need to be strict; but a hand that has pressed a key takes longer than
 * this to aim and scan.
 */
export const longestPauseMs = 250;

const longest = 64;

/** A press as it is heard: the character, and which key of the keyboard it is. */
export interface Heard {
  readonly key: string;
  readonly code: string;
  /** In ms. */
  readonly at: number;
}

/** What has been typed after one more character; a pause begins anew. */
export function heard(burst: Burst, { key, code, at }: Heard): Burst {
  const text = at - burst.at <= longestPauseMs && burst.text.length < longest ? burst.text : '';
  // A scanner that is set to an American keyboard presses the key that has a plus on a Norwegian one.
  const isHyphen = code === 'Minus' && key === '+' && /[a-z]/i.test(text);
  return { text: text + (isHyphen ? '-' : key), at };
}

/** Whether it can be nothing else than the beginning of a reference. */
export const mayBeReference = ({ text }: Burst): boolean => /^[a-z0-9]{1,16}-[a-z0-9-]*$/i.test(text);

/** The reference that is whole now, if one is. */
export function referenceIn({ text }: Burst): string | undefined {
  const reference = text.toLowerCase();
  return isReference(reference) ? reference : undefined;
}

/** Whether a key still belongs to what was typed. */
export const isSoonAfter = ({ at: before }: Burst, at: number): boolean => at - before <= longestPauseMs;
