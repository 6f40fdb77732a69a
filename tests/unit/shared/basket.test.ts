import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Basket,
  type LineInput,
  addLine,
  basketDiscount,
  discountBasket,
  discountLine,
  grossAmount,
  largestDiscount,
  lineDiscount,
  mostLines,
  priced,
  removeLine,
  setQuantity,
  totalOf,
  vatTotals,
} from '../../../shared/basket.ts';
import { type Discount, discountOn, parseDiscount } from '../../../shared/discount.ts';
import { currency, largestAmount, minorUnits } from '../../../shared/money.ts';
import { type Result, ok } from '../../../shared/result.ts';
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

  it.each([-1, 0.0001, 1.2345, 10_000])('refuses a quantity of %s', (quantity) => {
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
    const basket = basketOf(line(100, 25, { quantity: 3 }));
    const stored = { ...basket, lines: basket.lines.map((one) => ({ ...one, amount: minorUnits(1) })) };
    expect(priced(stored).lines).toMatchObject([{ amount: 300 }]);
  });

  it('takes goods by weight, to the gram', () => {
    const basket = basketOf(line(12990, 15, { quantity: 0.35 }));
    expect(basket.lines).toMatchObject([{ quantity: 0.35, amount: 4547 }]);
    expect(value(setQuantity(basket, '1', 1.105)).lines).toMatchObject([{ amount: 14354 }]);
  });
});

const percent = (percents: number): Discount => ({ by: 'percent', percent: Math.round(percents * 100) });
const off = (amount: number): Discount => ({ by: 'amount', amount: minorUnits(amount) });

describe('a discount', () => {
  it.each<[string, Discount, number]>([
    ['a tenth', percent(10), 39900 - 3990],
    ['a third of a percent', percent(0.33), 39900 - 132],
    ['everything', percent(100), 0],
    ['50.00', off(5000), 34900],
  ])('of %s is taken off its line', (_what, discount, left) => {
    const basket = value(
      discountLine(basketOf(line(19950, 12, { quantity: 2 }), line(100, 25)), '1', discount),
    );
    expect(basket.lines.map(({ amount }) => amount)).toEqual([left, 100]);
  });

  it('follows its line when the quantity changes', () => {
    const basket = value(discountLine(basketOf(line(10000, 25)), '1', percent(25)));
    expect(value(setQuantity(basket, '1', 3)).lines).toMatchObject([{ amount: 22500 }]);
  });

  it('may not be more than its line', () => {
    expect(discountLine(basketOf(line(5000, 25)), '1', off(5001))).toMatchObject({
      ok: false,
      error: { code: 'input.discount-too-large', field: 'discount', detail: { most: 5000 } },
    });
  });

  it('never takes a line below nothing, also when the line has shrunk since', () => {
    const basket = value(discountLine(basketOf(line(5000, 25, { quantity: 2 })), '1', off(8000)));
    expect(value(setQuantity(basket, '1', 1)).lines).toMatchObject([{ amount: 0 }]);
  });

  it('on the basket is split over the lines, and they add up (largest remainder)', () => {
    const basket = value(discountBasket(basketOf(line(1000, 25), line(1000, 15), line(1000, 12)), off(1000)));
    expect(basket.lines.map(({ amount, basketShare }) => [amount, basketShare])).toEqual([
      [666, 334],
      [667, 333],
      [667, 333],
    ]);
  });

  it('on the basket comes after those of the lines, and moves the VAT with it', () => {
    const lines = basketOf(line(20000, 25), line(10000, 15), line(10000, 12), line(5000, 0));
    const basket = value(discountBasket(value(discountLine(lines, '1', percent(50))), percent(10)));
    expect(basketDiscount(basket.lines)).toBe(3500);
    expect(vatTotals(basket.lines)).toEqual([
      { rate: 2500, amount: 9000, vat: 1800 },
      { rate: 1500, amount: 9000, vat: 1174 },
      { rate: 1200, amount: 9000, vat: 964 },
      { rate: 0, amount: 4500, vat: 0 },
    ]);
  });

  it('on the basket may not be more than the lines come to', () => {
    const basket = value(discountLine(basketOf(line(5000, 25)), '1', percent(50)));
    expect(discountBasket(basket, off(2501))).toMatchObject({ error: { code: 'input.discount-too-large' } });
  });

  it('on the basket holds for lines that come later, and goes with the last line', () => {
    const basket = value(discountBasket(basketOf(line(5000, 25)), percent(10)));
    const longer = value(addLine(basket, line(1000, 25)));
    expect(totalOf(longer.lines)).toBe(5400);
    expect(removeLine(removeLine(longer, '1'), '2')).toEqual({ id: 'b', lines: [] });
  });

  it('on an empty basket is refused', () => {
    expect(discountBasket(empty, percent(10))).toMatchObject({ error: { code: 'input.basket-empty' } });
  });

  it('can be taken away again', () => {
    const basket = basketOf(line(5000, 25), line(1000, 15));
    const discounted = value(discountBasket(value(discountLine(basket, '1', off(100))), percent(10)));
    expect(value(discountBasket(value(discountLine(discounted, '1', undefined)), undefined))).toEqual(basket);
  });

  it('keeps the same product without a discount on a line of its own', () => {
    const product = line(1000, 25, { productId: 'a' });
    const basket = value(discountLine(basketOf(product), '1', percent(10)));
    expect(value(addLine(value(addLine(basket, product)), product)).lines).toMatchObject([
      { quantity: 1, amount: 900 },
      { quantity: 2, amount: 2000 },
    ]);
  });

  it('leaves lines that add up and none below nothing, whatever is given on what', () => {
    const anyDiscount = fc.oneof(
      fc
        .integer({ min: 1, max: 10_000 })
        .map((hundredths): Discount => ({ by: 'percent', percent: hundredths })),
      fc.integer({ min: 1, max: 1_000_000 }).map(off),
    );
    const anyLine = fc.record({
      unitPrice: fc.integer({ min: 1, max: 100_000 }),
      thousandths: fc.integer({ min: 1, max: 20_000 }),
      rate: fc.constantFrom(25, 15, 12, 0),
      discount: fc.option(anyDiscount, { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 8 }),
        fc.option(anyDiscount, { nil: undefined }),
        (lines, onBasket) => {
          const basket = priced({
            id: 'b',
            lines: lines.map(({ unitPrice, thousandths, rate, discount }, index) => ({
              ...line(unitPrice, rate, { quantity: thousandths / 1_000 }),
              lineId: `${index + 1}`,
              amount: minorUnits(0),
              ...(discount && { discount }),
            })),
            ...(onBasket && { discount: onBasket }),
          });
          const own = basket.lines.map((one) => grossAmount(one) - lineDiscount(one));
          expect(Math.min(...basket.lines.map(({ amount }) => amount))).toBeGreaterThanOrEqual(0);
          expect(basketDiscount(basket.lines)).toBe(
            discountOn(minorUnits(own.reduce((a, b) => a + b, 0)), onBasket),
          );
          expect(totalOf(basket.lines)).toBe(own.reduce((a, b) => a + b, 0) - basketDiscount(basket.lines));
        },
      ),
    );
  });
});

describe('a discount as it is typed', () => {
  const nok = currency('NOK');
  it.each<[string, Discount['by'], Discount]>([
    ['10', 'percent', percent(10)],
    ['12,5', 'percent', percent(12.5)],
    ['33.33 %', 'percent', percent(33.33)],
    ['10%', 'amount', percent(10)],
    ['100', 'percent', percent(100)],
    ['49,90', 'amount', off(4990)],
  ])('%s is read (%s)', (text, by, discount) => {
    expect(parseDiscount(text, by, nok)).toEqual({ ok: true, value: discount });
  });

  it.each<[string, Discount['by'], string]>([
    ['', 'percent', 'input.required'],
    ['0', 'percent', 'input.percent'],
    ['100,01', 'percent', 'input.percent'],
    ['1,234', 'percent', 'input.percent'],
    ['-5', 'percent', 'input.percent'],
    ['ten', 'percent', 'input.percent'],
    ['0', 'amount', 'input.amount-zero'],
    ['-5', 'amount', 'input.amount-negative'],
    ['1,234', 'amount', 'input.amount-decimals'],
  ])('%s is refused (%s)', (text, by, code) => {
    expect(parseDiscount(text, by, nok)).toMatchObject({ ok: false, error: { code, field: 'discount' } });
  });
});

describe('the largest discount of a basket, in percent of a line', () => {
  const two = (): Basket => basketOf(line(10_000, 25), line(5_000, 25));
  it.each<[string, (basket: Basket) => Result<Basket>, number]>([
    ['none', (basket) => ok(basket), 0],
    ['on a line', (basket) => discountLine(basket, '1', percent(12.5)), 12.5],
    ['on a line, as an amount', (basket) => discountLine(basket, '2', off(1_000)), 20],
    ['on the basket, as an amount', (basket) => discountBasket(basket, off(1_500)), 10],
    [
      'on a line and on the basket',
      (basket) => discountBasket(value(discountLine(basket, '1', percent(10))), percent(10)),
      19,
    ],
  ])('%s', (_, change, expected) => {
    expect(largestDiscount(value(change(two())))).toBe(expected);
  });
});
