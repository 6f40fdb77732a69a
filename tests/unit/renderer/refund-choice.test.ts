import { describe, expect, it } from 'vitest';
import {
  amountShown,
  choiceOf,
  everything,
  offLines,
  previewOf,
  vatOf,
  withAmount,
  withQuantity,
} from '../../../renderer/refund/refund-choice.ts';
import { minorUnits } from '../../../shared/money.ts';
import { type RefundSplit } from '../../../shared/refund-split.ts';
import { type RefundOffer } from '../../../shared/views/refund.ts';
import { nok } from '../../renderer/samples/basket-samples.ts';
import { refundOffer } from '../../renderer/samples/sale-samples.ts';

const split = (offer: RefundOffer, chosen = everything(offer, ',')): RefundSplit => {
  const preview = previewOf(offer, chosen);
  if (!preview.ok) throw new Error(preview.error.code);
  return preview.value;
};

describe('the choice of a refund', () => {
  it('is everything that remains, at first', () => {
    const offer = refundOffer();
    expect(split(offer).amount).toBe(offer.remaining);
  });

  it('leaves out a line that is gone already', () => {
    const offer = refundOffer([{ lineId: '4', amount: 12500 }]);
    expect([...everything(offer, ',').quantities.keys()]).toEqual(['1', '2', '3']);
    expect(split(offer).amount).toBe(offer.remaining);
  });

  it('follows the lines that are ticked, and how many of each', () => {
    const offer = refundOffer();
    const chosen = withQuantity(withQuantity(everything(offer, ','), '2', undefined), '1', 1);
    expect(split(offer, chosen).amount).toBe(19950 + 19950 + 12500);
    expect(choiceOf(chosen, nok)).toEqual({
      ok: true,
      value: {
        by: 'lines',
        lines: [
          { lineId: '1', quantity: 1 },
          { lineId: '3', quantity: 1 },
          { lineId: '4', quantity: 1 },
        ],
      },
    });
  });

  it('goes by amount as soon as one is typed, and back to the lines when one is touched', () => {
    const offer = refundOffer();
    const typed = withAmount('300,00');
    expect(choiceOf(typed, nok)).toEqual({ ok: true, value: { by: 'amount', amount: 30000 } });
    expect(choiceOf(withQuantity(typed, '1', 1), nok)).toEqual({
      ok: true,
      value: { by: 'lines', lines: [{ lineId: '1', quantity: 1 }] },
    });
    expect(split(offer, withQuantity(typed, '1', 1)).amount).toBe(19950);
  });

  it('refuses what is above the rest', () => {
    const offer = refundOffer();
    expect(previewOf(offer, withAmount('849,51'))).toMatchObject({
      ok: false,
      error: { code: 'input.refund-over-remainder' },
    });
  });

  it('shows the amount of the lines in digits that can be edited and read again', () => {
    const offer = refundOffer();
    const chosen = everything(offer, ',');
    const shown = amountShown(chosen, previewOf(offer, chosen), nok, ',');
    expect(shown).toBe('849,50');
    expect(choiceOf(withAmount(shown), nok)).toEqual({
      ok: true,
      value: { by: 'amount', amount: offer.remaining },
    });
  });
});

describe('the VAT in a refund', () => {
  it('is told rate by rate, the highest first', () => {
    const offer = refundOffer();
    expect(vatOf(offer, split(offer)).map(({ rate, vat }) => [rate, vat])).toEqual([
      [2500, 6490],
      [1500, 1643],
      [1200, 4275],
    ]);
  });

  it('adds up to the amount, but for what stands on no line', () => {
    const offer: RefundOffer = {
      ...refundOffer(),
      captured: minorUnits(90_000),
      remaining: minorUnits(90_000),
    };
    const whole = split(offer);
    expect(offLines(whole)).toBe(90_000 - 84_950);
  });
});
