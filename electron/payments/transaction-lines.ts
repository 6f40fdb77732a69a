import { type Line, lineSchema } from '../../shared/basket.ts';
import { minorUnits, sum } from '../../shared/money.ts';
import type { Transaction } from '../dintero/transactions.ts';

/**
 * The lines of a sale as Dintero has them. None when they do not say everything, do not add up to the amount or go
 * below nothing: the sale can then be refunded by amount, and nothing about its lines is guessed.
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
    return line.success && total >= 0 ? [line.data] : [];
  });
  const complete =
    lines.length === items.length && new Set(lines.map(({ lineId }) => lineId)).size === lines.length;
  return complete && sum(lines.map((line) => line.amount)) === amount ? lines : [];
}
