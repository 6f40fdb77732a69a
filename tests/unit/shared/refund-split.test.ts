import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MinorUnits, minorUnits } from '../../../shared/money.ts';
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

interface Step {
  readonly how: string;
  readonly share: number;
  readonly line: number;
}

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
        thousandths: fc.oneof(
          fc.integer({ min: 1, max: 20 }).map((pieces) => pieces * 1_000),
          fc.integer({ min: 1, max: 5_000 }),
        ),
        amount: fc.integer({ min: 0, max: 500_000 }),
        percent: fc.constantFrom(25, 15, 12, 0, 11.11),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .filter((all) => all.some(({ amount }) => amount > 0))
    .map((all) =>
      all.map((one, index) => sold(`${index + 1}`, one.thousandths / 1_000, one.amount, one.percent)),
    );

  /** By this till, line by line or by an amount; or elsewhere, by an amount that names no line. */
  const step = fc.record({
    how: fc.constantFrom('lines', 'amount', 'elsewhere'),
    share: fc.double({ min: 0.001, max: 1, noNaN: true }),
    line: fc.nat(),
  });

  interface Run {
    readonly earlier: readonly EarlierRefund[];
    /** What each refund of this till said of its VAT, by line. */
    readonly vat: ReadonlyMap<string, number>;
    readonly allOurs: boolean;
    readonly end: Remainder;
  }

  function run(saleLines: readonly SoldLine[], captured: MinorUnits, steps: readonly Step[]): Run {
    const earlier: EarlierRefund[] = [];
    const vat = new Map<string, number>();
    let allOurs = true;
    const left = (): Remainder => remainderOf(saleLines, captured, earlier);
    const refund = (choice: Parameters<typeof splitRefund>[1]): void => {
      const split = splitRefund(left(), choice);
      if (!split.ok) return;
      for (const item of split.value.items) vat.set(item.lineId, (vat.get(item.lineId) ?? 0) + item.vat);
      expect(split.value.items.every(({ amount }) => amount > 0)).toBe(true);
      earlier.push({ amount: split.value.amount, running: false, items: split.value.items });
    };
    for (const { how, share, line } of steps) {
      const now = left();
      const part = minorUnits(Math.max(1, Math.floor(now.remaining * share)));
      const target = now.lines[line % now.lines.length];
      if (how === 'amount') refund({ by: 'amount', amount: part });
      else if (how === 'elsewhere' && part <= now.remaining) {
        allOurs = false;
        earlier.push({ amount: part, running: false });
      } else if (how === 'lines' && target && target.remainingQuantity > 0) {
        const quantity = Math.max(1, Math.floor(target.remainingQuantity * 1_000 * share)) / 1_000;
        refund({ by: 'lines', lines: [{ lineId: target.lineId, quantity }] });
      }
    }
    const rest = left().remaining;
    if (rest > 0) refund({ by: 'amount', amount: rest });
    return { earlier, vat, allOurs, end: left() };
  }

  const vatOfRate = (rows: readonly (readonly [rate: number, vat: number])[]): Record<number, number> =>
    rows.reduce<Record<number, number>>(
      (sums, [rate, vat]) => ({ ...sums, [rate]: (sums[rate] ?? 0) + vat }),
      {},
    );

  it('ends exactly at the captured amount and its VAT: per line, per rate and in all', () => {
    fc.assert(
      fc.property(lines, fc.array(step, { maxLength: 10 }), (saleLines, steps) => {
        const captured = minorUnits(saleLines.reduce((a, line) => a + line.amount, 0));
        const { vat, allOurs, end } = run(saleLines, captured, steps);
        expect([end.refunded, end.remaining]).toEqual([captured, 0]);
        expect(end.lines.map(({ taken }) => taken)).toEqual(saleLines.map(({ amount }) => amount));
        // What went back elsewhere without lines told nothing of its VAT.
        if (!allOurs) return;
        const own = saleLines.map(({ amount, vatRate: rate }) => [rate, vatWithin(amount, rate)] as const);
        const told = saleLines.map(({ lineId, vatRate: rate }) => [rate, vat.get(lineId) ?? 0] as const);
        expect(told).toEqual(own);
        expect(vatOfRate(told)).toEqual(vatOfRate(own));
      }),
      { numRuns: 1_000 },
    );
  });

  it('also ends there with a tip, which holds no VAT', () => {
    fc.assert(
      fc.property(
        lines,
        fc.array(step, { maxLength: 10 }),
        fc.integer({ min: 1, max: 50_000 }),
        (saleLines, steps, tip) => {
          const captured = minorUnits(saleLines.reduce((a, line) => a + line.amount, tip));
          const { end } = run(saleLines, captured, steps);
          expect([end.refunded, end.remaining]).toEqual([captured, 0]);
          expect(end.lines.map(({ taken }) => taken)).toEqual(saleLines.map(({ amount }) => amount));
        },
      ),
    );
  });

  it('after a partial approval ends at what was captured, and takes no line above its own amount', () => {
    fc.assert(
      fc.property(
        lines,
        fc.array(step, { maxLength: 10 }),
        fc.double({ min: 0.05, max: 1, noNaN: true }),
        (saleLines, steps, part) => {
          const whole = saleLines.reduce((a, line) => a + line.amount, 0);
          const captured = minorUnits(Math.max(1, Math.floor(whole * part)));
          const { end } = run(saleLines, captured, steps);
          expect([end.refunded, end.remaining]).toEqual([captured, 0]);
          for (const line of end.lines) expect(line.taken).toBeLessThanOrEqual(line.amount);
        },
      ),
    );
  });

  it('by weight comes to the end of a line gram by gram', () => {
    const cheese = [sold('1', 0.35, 4547, 15)];
    const earlier: EarlierRefund[] = [];
    for (const quantity of [0.1, 0.2, 0.05]) {
      const split = value(
        splitRefund(remainderOf(cheese, minorUnits(4547), earlier), {
          by: 'lines',
          lines: [{ lineId: '1', quantity }],
        }),
      );
      earlier.push({ amount: split.amount, running: false, items: split.items });
    }
    const end = remainderOf(cheese, minorUnits(4547), earlier);
    expect([end.remaining, end.lines[0]?.remainingQuantity]).toEqual([0, 0]);
  });
});

describe('a choice of lines', () => {
  it.each([0.0001, 1.2345])('may not be %s of a line: quantities have three decimals', (quantity) => {
    const remainder = remainderOf(basket, total, []);
    expect(splitRefund(remainder, { by: 'lines', lines: [{ lineId: '1', quantity }] })).toMatchObject({
      error: { code: 'input.refund-line-over-remainder', field: 'line-1' },
    });
  });

  it('may not be so little that nothing goes back', () => {
    const remainder = remainderOf([sold('1', 10, 20, 25), sold('2', 1, 100, 25)], minorUnits(120), []);
    expect(splitRefund(remainder, { by: 'lines', lines: [{ lineId: '1', quantity: 0.001 }] })).toMatchObject({
      error: { code: 'input.amount-zero', field: 'line-1' },
    });
  });

  it('may not be a line that cost nothing', () => {
    const remainder = remainderOf([sold('1', 1, 0, 25), sold('2', 1, 100, 25)], minorUnits(100), []);
    expect(splitRefund(remainder, { by: 'lines', lines: [{ lineId: '1', quantity: 1 }] })).toMatchObject({
      error: { code: 'input.refund-line-over-remainder' },
    });
  });

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
