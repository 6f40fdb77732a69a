import { divideRounded, splitByLargestRemainder } from './division.ts';
import { inputFault } from './fault.ts';
import { type MinorUnits, minorUnits, minus, plus, sum, zero } from './money.ts';
import { isQuantity, minusQuantity, thousandths } from './quantity.ts';
import { type Result, err, ok } from './result.ts';
import { type VatRate, vatWithin } from './vat.ts';

/** A line as it was sold: its total incl. VAT, in minor units. */
export interface SoldLine {
  readonly lineId: string;
  readonly description: string;
  readonly quantity: number;
  readonly amount: MinorUnits;
  readonly vatRate: VatRate;
}

/** Money that went back before, or is on its way back and must be counted as if it had (rule R1). */
export interface EarlierRefund {
  readonly amount: MinorUnits;
  readonly running: boolean;
  /** Absent when it was made elsewhere by amount alone. */
  readonly items?: readonly {
    readonly lineId: string;
    readonly amount: MinorUnits;
    readonly quantity?: number;
  }[];
}

export interface LineRemainder extends SoldLine {
  /** Refunded or being refunded, in minor units. */
  readonly taken: MinorUnits;
  readonly remaining: MinorUnits;
  readonly remainingQuantity: number;
  /** Part of what was taken came without lines and was spread by our own reckoning. */
  readonly reckoned: boolean;
}

/** What can still be refunded, per line and in all, in minor units. */
export interface Remainder {
  readonly captured: MinorUnits;
  readonly refunded: MinorUnits;
  readonly running: MinorUnits;
  readonly remaining: MinorUnits;
  readonly lines: readonly LineRemainder[];
}

/** One line of a refund about to be sent. */
export interface RefundItem {
  readonly lineId: string;
  readonly amount: MinorUnits;
  /** Absent when the refund is by amount. */
  readonly quantity?: number;
  readonly vat: MinorUnits;
}

export interface RefundSplit {
  readonly amount: MinorUnits;
  readonly items: readonly RefundItem[];
}

/** What the person chose: lines with how many of each, or an amount in minor units. */
export type RefundChoice =
  | {
      readonly by: 'lines';
      readonly lines: readonly { readonly lineId: string; readonly quantity: number }[];
    }
  | { readonly by: 'amount'; readonly amount: MinorUnits };

/** Ceiling = captured − refunded − still running, per transaction and per line (rule R1). */
export function remainderOf(
  lines: readonly SoldLine[],
  captured: MinorUnits,
  earlier: readonly EarlierRefund[],
): Remainder {
  const untouched: readonly LineRemainder[] = lines.map((line) => ({
    ...line,
    taken: zero,
    remaining: line.amount,
    remainingQuantity: line.quantity,
    reckoned: false,
  }));
  const taken = (running: boolean): MinorUnits =>
    sum(earlier.filter((refund) => refund.running === running).map((refund) => refund.amount));
  const refunded = taken(false);
  const running = taken(true);
  return {
    captured,
    refunded,
    running,
    remaining: atLeastZero(minus(captured, plus(refunded, running))),
    lines: earlier.reduce(withRefund, untouched),
  };
}

function withRefund(lines: readonly LineRemainder[], refund: EarlierRefund): readonly LineRemainder[] {
  const { items } = refund;
  if (items === undefined || items.length === 0) {
    const parts = spread(refund.amount, lines);
    return lines.map((line, index) => {
      const part = parts[index] ?? zero;
      return part === 0 ? line : { ...takenFrom(line, part), reckoned: true };
    });
  }
  return lines.map((line) =>
    items
      .filter((item) => item.lineId === line.lineId)
      .reduce<LineRemainder>((left, item) => takenFrom(left, item.amount, item.quantity), line),
  );
}

function takenFrom(line: LineRemainder, amount: MinorUnits, quantity = 0): LineRemainder {
  const remaining = atLeastZero(minus(line.remaining, amount));
  return {
    ...line,
    taken: plus(line.taken, amount),
    remaining,
    remainingQuantity: remaining === 0 ? 0 : minusQuantity(line.remainingQuantity, quantity),
  };
}

/** Spreads an amount over what remains of the lines; what no line can carry (a tip) stays off the lines. */
function spread(amount: MinorUnits, lines: readonly LineRemainder[]): readonly MinorUnits[] {
  const weights = lines.map((line) => line.remaining);
  const room = sum(weights);
  return room === 0
    ? lines.map(() => zero)
    : splitByLargestRemainder(minorUnits(Math.min(amount, room)), weights);
}

/**
 * Turns the person's choice into what is sent: every refund carries its lines, so that a later one knows what is left.
 * The last of a line's quantity takes all that remains of the line, so any sequence ends exactly at what was sold.
 */
export function splitRefund(remainder: Remainder, choice: RefundChoice): Result<RefundSplit> {
  if (remainder.remaining === 0) return err(inputFault('input.refund-nothing-left'));
  const chosen =
    choice.by === 'amount' ? byAmount(remainder, choice.amount) : byLines(remainder, choice.lines);
  if (!chosen.ok) return chosen;
  const { amount, items } = chosen.value;
  if (amount <= 0) return err(inputFault('input.amount-zero', 'amount'));
  if (amount > remainder.remaining) {
    return err(inputFault('input.refund-over-remainder', 'amount', { remaining: remainder.remaining }));
  }
  return ok({ amount, items });
}

function byAmount(remainder: Remainder, amount: MinorUnits): Result<RefundSplit> {
  const parts = spread(amount, remainder.lines);
  const items = remainder.lines.flatMap((line, index) => {
    const part = parts[index] ?? zero;
    return part === 0 ? [] : [itemOf(line, part)];
  });
  return ok({ amount, items });
}

function byLines(
  remainder: Remainder,
  chosen: readonly { readonly lineId: string; readonly quantity: number }[],
): Result<RefundSplit> {
  const items: RefundItem[] = [];
  for (const { lineId, quantity } of chosen) {
    const line = remainder.lines.find((candidate) => candidate.lineId === lineId);
    const twice = items.some((item) => item.lineId === lineId);
    const fits = line !== undefined && !twice && isQuantity(quantity) && quantity <= line.remainingQuantity;
    if (!fits || line.remaining === 0) {
      return err(inputFault('input.refund-line-over-remainder', `line-${lineId}`));
    }
    const amount = amountOfQuantity(line, quantity);
    // Too little of it to be worth anything: Dintero takes no item of nothing.
    if (amount === 0) return err(inputFault('input.amount-zero', `line-${lineId}`));
    items.push(itemOf(line, amount, quantity));
  }
  const everything = remainder.lines.every(
    (line) =>
      line.remaining === 0 ||
      chosen.some((pick) => pick.lineId === line.lineId && pick.quantity === line.remainingQuantity),
  );
  // Choosing every line means the whole, also what stands on no line (a tip) or was never captured (a partial approval).
  const amount = everything ? remainder.remaining : sum(items.map((item) => item.amount));
  return ok({ amount, items: everything ? fitted(items, remainder) : items });
}

/** Items may not claim more than is captured: after a partial approval the lines together are above it. */
function fitted(items: readonly RefundItem[], remainder: Remainder): readonly RefundItem[] {
  const total = sum(items.map((item) => item.amount));
  if (total <= remainder.remaining) return items;
  const parts = splitByLargestRemainder(
    remainder.remaining,
    items.map((item) => item.amount),
  );
  return items.flatMap((item, index) => {
    const line = remainder.lines.find((candidate) => candidate.lineId === item.lineId);
    const amount = parts[index] ?? zero;
    if (line === undefined || amount === 0) return [];
    return [{ ...item, amount, vat: vatOfRefund(line, amount) }];
  });
}

/** What a quantity of a line is worth when some of it may be gone: the last takes all that remains. */
export function amountOfQuantity(line: LineRemainder, quantity: number): MinorUnits {
  if (quantity >= line.remainingQuantity) return line.remaining;
  const share = BigInt(line.amount) * BigInt(thousandths(quantity));
  return minorUnits(Math.min(line.remaining, divideRounded(share, BigInt(thousandths(line.quantity)))));
}

const itemOf = (line: LineRemainder, amount: MinorUnits, quantity?: number): RefundItem => ({
  lineId: line.lineId,
  amount,
  ...(quantity !== undefined && { quantity }),
  vat: vatOfRefund(line, amount),
});

/** VAT of all refunded so far, minus the VAT of what was refunded before: a sequence ends at the line's own VAT. */
export const vatOfRefund = (line: LineRemainder, amount: MinorUnits): MinorUnits =>
  minus(vatWithin(plus(line.taken, amount), line.vatRate), vatWithin(line.taken, line.vatRate));

const atLeastZero = (amount: MinorUnits): MinorUnits => (amount < 0 ? zero : amount);
