import { describe, expect, it } from 'vitest';
import { type Burst, heard, mayBeReference, noBurst, scanned } from '../../../renderer/app/scanner.ts';

const reference = 'counter7-k3f9x-20261120-000184-1';

/** What has been typed after these characters, so many ms apart. */
const typed = (text: string, apart: number): Burst =>
  [...text].reduce((burst, character, index) => heard(burst, character, 1_000 + index * apart), noBurst);

const endOf = ({ at }: Burst, apart: number): number => at + apart;

describe('what is typed', () => {
  it.each([
    ['an attempt’s reference', reference],
    ['a refund’s reference', 'counter7-k3f9x-20261120-r000031'],
    ['a reference in capital letters', reference.toUpperCase()],
  ])('is a scan: %s', (_, text) => {
    const burst = typed(text, 20);
    expect(scanned(burst, endOf(burst, 20))).toBe(text.toLowerCase());
  });

  it.each([
    ['an amount', '39900', 5],
    ['a product’s number', '7038010055690', 5],
    ['a word', 'coffee', 5],
    ['a reference that a person types', reference, 400],
    ['nothing', '', 5],
  ])('is no scan: %s', (_, text, apart) => {
    const burst = typed(text, apart);
    expect(scanned(burst, endOf(burst, apart))).toBeUndefined();
  });

  it('is no scan when Enter comes much later', () => {
    const burst = typed(reference, 20);
    expect(scanned(burst, endOf(burst, 2_000))).toBeUndefined();
  });

  it('begins anew after a pause', () => {
    const pressed = heard(noBurst, '7', 1_000);
    const burst = [...reference].reduce(
      (before, character, index) => heard(before, character, 3_000 + index * 10),
      pressed,
    );
    expect(scanned(burst, endOf(burst, 10))).toBe(reference);
  });

  it.each([
    ['counter7-', true],
    ['counter7-k3', true],
    ['counter7', false],
    ['12.50', false],
    ['3*', false],
  ])('“%s” can be nothing but a reference: %s', (text, may) => {
    expect(mayBeReference(typed(text, 10))).toBe(may);
  });
});
