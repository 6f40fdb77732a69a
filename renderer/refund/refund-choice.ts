import { type VatTotal } from '../../shared/basket.ts';
import { type Currency, type MinorUnits, decimalText, minus, parseAmount, sum } from '../../shared/money.ts';
import { type RefundChoice, type RefundSplit, splitRefund } from '../../shared/refund-split.ts';
import { type Result, ok } from '../../shared/result.ts';
import { type RefundOffer } from '../../shared/views/refund.ts';

/** What is chosen on the refund screen, as it stands there. */
export interface Chosen {
  /** How many of each line, for the lines that are ticked. */
  readonly quantities: ReadonlyMap<string, number>;
  /** What was typed as an amount; absent while the lines decide. */
  readonly amountText: string | undefined;
}

/** A line that can be ticked: something of it remains, and a number of it too. */
export const isRefundable = (line: RefundOffer['lines'][number]): boolean =>
  line.remaining > 0 && line.remainingQuantity > 0;

/**
 * At first everything that remains is chosen, so that confirming refunds the whole: line by line, or as an amount where
 * the lines can't say it all, because something remains of one whose number is gone, or no line is known.
 */
export const everything = (offer: RefundOffer, decimalSeparator: string): Chosen =>
  offer.lines.some(isRefundable) && offer.lines.every((line) => line.remaining === 0 || isRefundable(line))
    ? {
        quantities: new Map(
          offer.lines.filter(isRefundable).map((line) => [line.lineId, line.remainingQuantity]),
        ),
        amountText: undefined,
      }
    : withAmount(decimalText(offer.remaining, offer.currency).replace('.', decimalSeparator));

export function withQuantity(chosen: Chosen, lineId: string, quantity: number | undefined): Chosen {
  const quantities = new Map(chosen.quantities);
  if (quantity === undefined) {
    quantities.delete(lineId);
  } else {
    quantities.set(lineId, quantity);
  }
  return { quantities, amountText: undefined };
}

/** An amount leaves no line ticked: the next tick begins anew. */
export const withAmount = (amountText: string): Chosen => ({ quantities: new Map(), amountText });

/** The choice as main wants it, or what is wrong with what was typed. */
export function choiceOf(chosen: Chosen, currency: Currency): Result<RefundChoice> {
  if (chosen.amountText !== undefined) {
    const amount = parseAmount(chosen.amountText, currency);
    return amount.ok ? ok({ by: 'amount', amount: amount.value }) : amount;
  }
  return ok({
    by: 'lines',
    lines: [...chosen.quantities].map(([lineId, quantity]) => ({ lineId, quantity })),
  });
}

/** What would be sent: the same split that main makes. */
export function previewOf(offer: RefundOffer, chosen: Chosen): Result<RefundSplit> {
  const choice = choiceOf(chosen, offer.currency);
  return choice.ok ? splitRefund(offer, choice.value) : choice;
}

/** What would be refunded, also when it is more than remains. */
export function amountOf(offer: RefundOffer, chosen: Chosen): MinorUnits | undefined {
  const preview = previewOf(offer, chosen);
  if (preview.ok) return preview.value.amount;
  const choice = choiceOf(chosen, offer.currency);
  return choice.ok && choice.value.by === 'amount' ? choice.value.amount : undefined;
}

/** What stands in the amount field: what was typed, or what the lines come to, in digits that can be edited. */
export function amountShown(
  chosen: Chosen,
  preview: Result<RefundSplit>,
  currency: Currency,
  decimalSeparator: string,
): string {
  if (chosen.amountText !== undefined) return chosen.amountText;
  return preview.ok ? decimalText(preview.value.amount, currency).replace('.', decimalSeparator) : '';
}

/** The VAT inside a refund, rate by rate, the highest first. */
export function vatOf(offer: RefundOffer, split: RefundSplit): readonly VatTotal[] {
  const rates = [...new Set(offer.lines.map((line) => line.vatRate))].toSorted((a, b) => b - a);
  return rates.flatMap((rate) => {
    const items = split.items.filter(
      (item) => offer.lines.find((line) => line.lineId === item.lineId)?.vatRate === rate,
    );
    return items.length === 0
      ? []
      : [
          {
            rate,
            amount: sum(items.map((item) => item.amount)),
            vat: sum(items.map((item) => item.vat)),
          },
        ];
  });
}

/** What of a refund stands on no line: a tip, for one. */
export const offLines = (split: RefundSplit): MinorUnits =>
  minus(split.amount, sum(split.items.map((item) => item.amount)));
