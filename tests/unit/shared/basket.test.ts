import { describe, expect, it } from 'vitest';
import {
  type Basket,
  type LineInput,
  addLine,
  mostLines,
  recomputed,
  removeLine,
  setQuantity,
  totalOf,
  vatTotals,
} from '../../../shared/basket.ts';
import { largestAmount, minorUnits } from '../../../shared/money.ts';
import type { Result } from '../../../shared/result.ts';
import { vatRate } from '../../../shared/vat.ts';

const empty: Basket = { id: 'b', lines: [] };

const line = (unitPrice: number, percent: number, more: Partial<LineInput> = {}): LineInput => ({
  description: '',
  quantity: 1,
  unitPrice: minorUnits(unitPrice),
  vatRate: vatRate(percent),
  ...more,
});

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const basketOf = (...lines: LineInput[]): Basket =>
  lines.reduce((basket, input) => value(addLine(basket, input)), empty);

describe('a basket', () => {
  it('adds up its lines', () => {
    const basket = basketOf(line(19950, 12, { quantity: 2 }), line(4200, 15, { quantity: 3 }));
    expect(totalOf(basket.lines)).toBe(39900 + 12600);
  });

  it('shows VAT per rate, the highest rate first', () => {
    const basket = basketOf(line(39900, 12), line(12600, 15), line(17955, 25), line(12500, 25), line(100, 0));
    expect(vatTotals(basket.lines)).toEqual([
      { rate: 2500, amount: 30455, vat: 3591 + 2500 },
      { rate: 1500, amount: 12600, vat: 1643 },
      { rate: 1200, amount: 39900, vat: 4275 },
      { rate: 0, amount: 100, vat: 0 },
    ]);
  });

  it('joins the same product at the same price', () => {
    const basket = basketOf(
      line(100, 25, { productId: 'a' }),
      line(100, 25, { productId: 'a', quantity: 2 }),
      line(90, 25, { productId: 'a' }),
    );
    expect(basket.lines.map(({ quantity, amount }) => [quantity, amount])).toEqual([
      [3, 300],
      [1, 90],
    ]);
  });

  it('keeps two open amounts of the same price apart', () => {
    expect(basketOf(line(100, 25), line(100, 25)).lines).toHaveLength(2);
  });

  it('gives a new line a number that no line had, also after one was removed', () => {
    const basket = removeLine(basketOf(line(100, 25), line(200, 25), line(300, 25)), '2');
    expect(value(addLine(basket, line(400, 25))).lines.map(({ lineId }) => lineId)).toEqual(['1', '3', '4']);
  });

  it('takes a line out at quantity 0', () => {
    expect(value(setQuantity(basketOf(line(100, 25)), '1', 0)).lines).toEqual([]);
  });

  it.each([-1, 1.5, 10_000])('refuses a quantity of %d', (quantity) => {
    expect(setQuantity(basketOf(line(100, 25)), '1', quantity)).toMatchObject({
      ok: false,
      error: { code: 'input.quantity' },
    });
  });

  it('refuses what would bring the total above int32, and stays as it was', () => {
    const basket = basketOf(line(largestAmount, 25));
    expect(addLine(basket, line(1, 25))).toMatchObject({
      ok: false,
      error: { code: 'input.basket-too-large' },
    });
    expect(setQuantity(basket, '1', 2)).toMatchObject({
      ok: false,
      error: { code: 'input.basket-too-large' },
    });
  });

  it('refuses a line without a price', () => {
    expect(addLine(empty, line(0, 25))).toMatchObject({ ok: false, error: { code: 'input.amount-zero' } });
  });

  it('refuses the line after the hundredth', () => {
    const full = basketOf(...Array.from({ length: mostLines }, () => line(1, 25)));
    expect(addLine(full, line(1, 25))).toMatchObject({ ok: false, error: { code: 'input.basket-lines' } });
  });

  it('P5: works its lines out again from price and quantity', () => {
    const [stored] = basketOf(line(100, 25, { quantity: 3 })).lines;
    expect(recomputed(stored ? [{ ...stored, amount: minorUnits(1) }] : [])).toMatchObject([{ amount: 300 }]);
  });
});
