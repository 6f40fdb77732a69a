import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorUnits } from '../../../shared/money.ts';
import {
  type EarlierRefund,
  type Remainder,
  type SoldLine,
  remainderOf,
  splitRefund,
} from '../../../shared/refund-split.ts';
import type { Result } from '../../../shared/result.ts';
import { vatRate, vatWithin } from '../../../shared/vat.ts';

const sold = (lineId: string, quantity: number, amount: number, percent: number): SoldLine => ({
  lineId,
  description: lineId,
  quantity,
  amount: minorUnits(amount),
  vatRate: vatRate(percent),
});

const basket = [sold('1', 2, 39900, 12), sold('2', 3, 12600, 15), sold('3', 1, 17955, 25)];
const total = minorUnits(70455);

function value<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const everything = (
  remainder: Remainder,
): { by: 'lines'; lines: { lineId: string; quantity: number }[] } => ({
  by: 'lines',
  lines: remainder.lines
    .filter((line) => line.remainingQuantity > 0)
    .map(({ lineId, remainingQuantity }) => ({ lineId, quantity: remainingQuantity })),
});

describe('what can still be refunded (R1)', () => {
  it('is all that was captured, at first', () => {
    expect(remainderOf(basket, total, [])).toMatchObject({ remaining: 70455, refunded: 0, running: 0 });
  });

  it('leaves out what went back, and what is on its way', () => {
    const remainder = remainderOf(basket, total, [
      {
        amount: minorUnits(19950),
        running: false,
        items: [{ lineId: '1', amount: minorUnits(19950), quantity: 1 }],
      },
      {
        amount: minorUnits(4200),
        running: true,
        items: [{ lineId: '2', amount: minorUnits(4200), quantity: 1 }],
      },
    ]);
    expect(remainder).toMatchObject({ refunded: 19950, running: 4200, remaining: 70455 - 24150 });
    expect(remainder.lines.map(({ remaining, remainingQuantity }) => [remaining, remainingQuantity])).toEqual(
      [
        [19950, 1],
        [8400, 2],
        [17955, 1],
      ],
    );
  });

  it('spreads a refund that came without lines, and says that it is our reckoning', () => {
    const remainder = remainderOf(basket, total, [{ amount: minorUnits(7046), running: false }]);
    expect(remainder.lines.map(({ taken, reckoned }) => [taken, reckoned])).toEqual([
      [3990, true],
      [1260, true],
      [1796, true],
    ]);
  });

  it('is nothing when more went back elsewhere than was captured', () => {
    expect(remainderOf(basket, total, [{ amount: minorUnits(99999), running: false }]).remaining).toBe(0);
  });
});

describe('a refund', () => {
  it('by quantity takes its share, and the last piece takes the rest', () => {
    const three = [sold('1', 3, 10000, 25)];
    const first = value(
      splitRefund(remainderOf(three, minorUnits(10000), []), {
        by: 'lines',
        lines: [{ lineId: '1', quantity: 2 }],
      }),
    );
    expect(first).toMatchObject({ amount: 6667 });
    const rest = remainderOf(three, minorUnits(10000), [
      { amount: first.amount, running: false, items: first.items },
    ]);
    expect(value(splitRefund(rest, everything(rest)))).toMatchObject({ amount: 3333 });
  });

  it('by amount carries lines, so that a later one knows what is left', () => {
    const split = value(
      splitRefund(remainderOf(basket, total, []), { by: 'amount', amount: minorUnits(10000) }),
    );
    expect(split.items.reduce((a, item) => a + item.amount, 0)).toBe(10000);
    expect(split.items.map((item) => item.lineId)).toEqual(['1', '2', '3']);
  });

  it('of everything includes a tip, which stands on no line', () => {
    const remainder = remainderOf(basket, minorUnits(75455), []);
    const split = value(splitRefund(remainder, everything(remainder)));
    expect(split.amount).toBe(75455);
    expect(split.items.reduce((a, item) => a + item.amount, 0)).toBe(70455);
  });

  it('of everything after a partial approval is what was captured, no more', () => {
    const remainder = remainderOf(basket, minorUnits(50000), []);
    const split = value(splitRefund(remainder, everything(remainder)));
    expect(split.amount).toBe(50000);
    expect(split.items.reduce((a, item) => a + item.amount, 0)).toBe(50000);
  });

  it.each<[string, Parameters<typeof splitRefund>[1], string]>([
    ['an øre over the remainder', { by: 'amount', amount: minorUnits(70456) }, 'input.refund-over-remainder'],
    ['nothing', { by: 'amount', amount: minorUnits(0) }, 'input.amount-zero'],
    ['a negative amount', { by: 'amount', amount: minorUnits(-1) }, 'input.amount-zero'],
    ['no line', { by: 'lines', lines: [] }, 'input.amount-zero'],
    [
      'more of a line than was sold',
      { by: 'lines', lines: [{ lineId: '1', quantity: 3 }] },
      'input.refund-line-over-remainder',
    ],
    [
      'a line that was not sold',
      { by: 'lines', lines: [{ lineId: '9', quantity: 1 }] },
      'input.refund-line-over-remainder',
    ],
  ])('of %s is refused', (_what, choice, code) => {
    expect(splitRefund(remainderOf(basket, total, []), choice)).toMatchObject({ ok: false, error: { code } });
  });

  it('of a sale that went back whole is refused', () => {
    const remainder = remainderOf(basket, total, [{ amount: total, running: false }]);
    expect(splitRefund(remainder, { by: 'amount', amount: minorUnits(1) })).toMatchObject({
      ok: false,
      error: { code: 'input.refund-nothing-left' },
    });
  });
});

describe('any sequence of refunds', () => {
  const lines = fc
    .array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 20 }),
        amount: fc.integer({ min: 1, max: 500_000 }),
        percent: fc.constantFrom(25, 15, 12, 0, 11.11),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((all) => all.map((one, index) => sold(`${index + 1}`, one.quantity, one.amount, one.percent)));

  const step = fc.record({
    byAmount: fc.boolean(),
    share: fc.double({ min: 0.01, max: 1, noNaN: true }),
    line: fc.nat(),
  });

  it('ends exactly at the captured amount and at each line’s VAT', () => {
    fc.assert(
      fc.property(lines, fc.array(step, { maxLength: 10 }), (saleLines, steps) => {
        const captured = minorUnits(saleLines.reduce((a, line) => a + line.amount, 0));
        const earlier: EarlierRefund[] = [];
        const vat = new Map<string, number>();
        const refund = (choice: Parameters<typeof splitRefund>[1]): void => {
          const split = splitRefund(remainderOf(saleLines, captured, earlier), choice);
          if (!split.ok) return;
          for (const item of split.value.items) vat.set(item.lineId, (vat.get(item.lineId) ?? 0) + item.vat);
          earlier.push({ amount: split.value.amount, running: false, items: split.value.items });
        };
        for (const { byAmount, share, line } of steps) {
          const now = remainderOf(saleLines, captured, earlier);
          const target = now.lines[line % now.lines.length];
          if (byAmount)
            refund({ by: 'amount', amount: minorUnits(Math.max(1, Math.floor(now.remaining * share))) });
          else if (target && target.remainingQuantity > 0) {
            const quantity = Math.max(1, Math.floor(target.remainingQuantity * share));
            refund({ by: 'lines', lines: [{ lineId: target.lineId, quantity }] });
          }
        }
        refund({ by: 'amount', amount: remainderOf(saleLines, captured, earlier).remaining });

        const end = remainderOf(saleLines, captured, earlier);
        expect([end.refunded, end.remaining]).toEqual([captured, 0]);
        for (const line of end.lines) {
          expect(line.taken).toBe(line.amount);
          expect(vat.get(line.lineId)).toBe(vatWithin(line.amount, line.vatRate));
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a choice of lines', () => {
  it('R1: may not name a line twice', () => {
    const remainder = remainderOf(basket, total, []);
    const twice = splitRefund(remainder, {
      by: 'lines',
      lines: [
        { lineId: '1', quantity: 2 },
        { lineId: '1', quantity: 2 },
      ],
    });
    expect(twice).toMatchObject({ error: { code: 'input.refund-line-over-remainder', field: 'line-1' } });
  });
});
