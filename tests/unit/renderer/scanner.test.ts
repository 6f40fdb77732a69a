import { describe, expect, it } from 'vitest';
import {
  type Burst,
  heard,
  isSoonAfter,
  longestPauseMs,
  mayBeReference,
  noBurst,
  referenceIn,
} from '../../../renderer/app/scanner.ts';

const reference = 'counter7-k3f9x-20261120-000184-1';

/** What has been typed after these characters, each so many ms after the one before. */
function typed(text: string, apart: number | readonly number[], before: Burst = noBurst): Burst {
  let burst = before;
  let at = before === noBurst ? 1_000 : before.at;
  for (const [index, key] of Array.from(text).entries()) {
    at += typeof apart === 'number' ? apart : (apart[index % apart.length] ?? 0);
    burst = heard(burst, { key, code: '', at });
  }
  return burst;
}

describe('what is typed', () => {
  it.each([
    ['by a fast scanner', 1],
    ['by a scanner on a cable', 8],
    ['as slowly as ui.md lets it', 30],
    ['by a slow scanner', 90],
    ['by a scanner without a cable, which pauses now and then', [12, 12, 180, 12, 12, 12, 240, 12]],
    ['as slowly as can be', longestPauseMs],
  ] as const)('is a reference, %s', (_, apart) => {
    expect(referenceIn(typed(reference, apart))).toBe(reference);
  });

  it.each([
    ['an attempt’s reference', reference],
    ['a refund’s reference', 'counter7-k3f9x-20261120-r000031'],
    ['a reference in capital letters', reference.toUpperCase()],
  ])('is %s', (_, text) => {
    expect(referenceIn(typed(text, 20))).toBe(text.toLowerCase());
  });

  it.each([
    ['an amount', '39900', 5],
    ['a product’s number', '7038010055690', 5],
    ['a word', 'coffee', 5],
    ['a reference that a person types', reference, 400],
    ['a reference that lacks its end', reference.slice(0, -4), 5],
    ['nothing', '', 5],
  ])('is no reference: %s', (_, text, apart) => {
    expect(referenceIn(typed(text, apart))).toBeUndefined();
  });

  it('is not mixed with what a hand pressed before', () => {
    const pressed = typed('12', 150);
    expect(referenceIn(typed(reference, [400, ...Array.from(reference.slice(1), () => 10)], pressed))).toBe(
      reference,
    );
  });

  it.each([
    ['at once', 5, true],
    ['after a moment', longestPauseMs, true],
    ['much later', 2_000, false],
  ])('is ended by an Enter that comes %s: %s', (_, later, ends) => {
    const burst = typed(reference, 20);
    expect(isSoonAfter(burst, burst.at + later)).toBe(ends);
  });

  it.each([
    ['counter7-', true],
    ['counter7-k3', true],
    ['counter7', false],
    ['12.50', false],
    ['3*', false],
    ['12+', false],
  ])('“%s” can be nothing but a reference: %s', (text, may) => {
    expect(mayBeReference(typed(text, 10))).toBe(may);
  });
});

describe('a key that has a plus where the scanner means a hyphen', () => {
  const plus = (before: string, code: string): string =>
    heard(typed(before, 10), { key: '+', code, at: 1_000 + before.length * 10 + 10 }).text;

  it('is a hyphen within a reference', () => {
    expect(plus('counter7', 'Minus')).toBe('counter7-');
  });

  it.each([
    ['after an amount, which it adds to the basket', '1250', 'Minus'],
    ['on the number pad', 'counter7', 'NumpadAdd'],
  ])('is a plus %s', (_, before, code) => {
    expect(plus(before, code)).toBe(`${before}+`);
  });
});
