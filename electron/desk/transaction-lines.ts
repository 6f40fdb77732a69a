import { type Line, lineSchema } from '../../shared/basket.ts';
import { minorUnits, sum } from '../../shared/money.ts';
import type { Transaction } from '../dintero/transactions.ts';

/**
 * The lines of a sale as Dintero has them. None when they do not say everything or do not add up to the amount: the sale
 * can then be refunded by amount, and nothing about its lines is guessed.
 */
export function transactionLines({ items = [], amount }: Transaction): readonly Line[] {
  const lines = items.flatMap((item) => {
    const { line_id: lineId, description = '', quantity, amount: total, vat } = item;
    if (lineId === undefined || quantity === undefined || total === undefined || vat === undefined) return [];
    const line = lineSchema.safeParse({
      lineId,
      description,
      quantity,
      unitPrice: minorUnits(Math.round(total / quantity)),
      vatRate: Math.round(vat * 100),
      amount: total,
    });
    return line.success ? [line.data] : [];
  });
  return lines.length === items.length && sum(lines.map((line) => line.amount)) === amount ? lines : [];
}
