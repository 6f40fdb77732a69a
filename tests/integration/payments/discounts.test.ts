import { describe, expect, it } from 'vitest';
import { minorUnits } from '../../../shared/money.ts';
import { createCall } from './calls.ts';
import { type OpenTill, openTill } from './open-till.ts';
import { managersLeave } from './people.ts';

/** Two coffees at 100.00 and a cake at 50.00, with 25.00 off the coffees and 10 % off all of it. */
async function discounted(): Promise<OpenTill> {
  const till = await openTill();
  till.enter(10_000, 2);
  till.enter(5_000);
  till.paired.baskets.discountLine('1', { by: 'amount', amount: minorUnits(2_500) }, managersLeave);
  till.paired.baskets.discountAll({ by: 'percent', percent: 1_000 }, managersLeave);
  return till;
}

describe('P5: a basket with discounts', () => {
  it('is charged with what is left, and the lines add up to it', async () => {
    const till = await discounted();
    const attempt = await till.chargeBasket();
    expect(attempt.amount.amount).toBe(20_250);
    expect(attempt.lines.map(({ amount }) => amount)).toEqual([15_750, 4_500]);
  });

  it('tells Dintero what was taken off each line', async () => {
    const till = await discounted();
    await till.chargeBasket();
    expect(till.requests('POST', createCall)).toMatchObject([
      {
        body: {
          order: {
            amount: 20_250,
            vat_amount: 4_050,
            items: [
              {
                amount: 15_750,
                vat_amount: 3_150,
                discount_lines: [
                  { amount: 2_500, discount_type: 'manual' },
                  { amount: 1_750, discount_type: 'total' },
                ],
              },
              { amount: 4_500, vat_amount: 900, discount_lines: [{ amount: 500, discount_type: 'total' }] },
            ],
          },
        },
      },
    ]);
  });

  it('that leave nothing to pay is not charged', async () => {
    const till = await openTill();
    till.enter(10_000);
    till.paired.baskets.discountAll({ by: 'percent', percent: 10_000 }, managersLeave);
    expect(till.payments.charge(false)).toMatchObject({
      ok: false,
      error: { code: 'input.nothing-to-charge' },
    });
    expect(till.requests('POST', createCall)).toEqual([]);
  });

  it('is refunded by what was paid for each line', async () => {
    const till = await discounted();
    const attempt = await till.chargeBasket();
    till.press('tap');
    await till.payments.checkNow(attempt.attemptId);
    expect(await till.paired.refunds.offer({ attemptId: attempt.attemptId })).toMatchObject({
      ok: true,
      value: { remaining: 20_250, lines: [{ remaining: 15_750 }, { remaining: 4_500 }] },
    });
  });
});
