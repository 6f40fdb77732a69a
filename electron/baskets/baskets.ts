import { randomUUID } from 'node:crypto';
import {
  type Basket,
  type LineInput,
  addLine,
  discountBasket,
  discountLine,
  largestDiscount,
  removeLine,
  setQuantity,
  totalOf,
  vatTotals,
} from '../../shared/basket.ts';
import type { Discount } from '../../shared/discount.ts';
import type { Permit } from '../../shared/rights.ts';
import { type Fault, fault } from '../../shared/fault.ts';
import type { Currency } from '../../shared/money.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { BasketView } from '../../shared/views/basket.ts';
import type { BasketRecords, KeptBasket } from '../journal/baskets.ts';

/** How many steps undo goes back. */
const mostSteps = 50;

export interface BasketsOptions {
  readonly records: BasketRecords;
  readonly currency: Currency;
  /** The reference of the open attempt that this sale's lines are frozen for (rule P5). */
  readonly frozenFor: (saleId: string) => string | undefined;
  readonly onChange: () => void;
}

/** The basket on the counter. Every change is on disk before it shows, and can be undone. */
export class Baskets {
  readonly #options: BasketsOptions;
  #kept: KeptBasket;

  constructor(options: BasketsOptions) {
    this.#options = options;
    this.#kept = options.records.load() ?? { basket: emptyBasket(), past: [] };
  }

  get open(): Basket {
    return this.#kept.basket;
  }

  view(blocked: Fault | undefined): BasketView {
    const { basket, past } = this.#kept;
    return {
      basket,
      currency: this.#options.currency,
      total: totalOf(basket.lines),
      vat: [...vatTotals(basket.lines)],
      canUndo: past.length > 0,
      ...(blocked && { blocked }),
    };
  }

  add(line: LineInput): Result<null> {
    return this.#change((basket) => addLine(basket, line));
  }

  setQuantity(lineId: string, quantity: number): Result<null> {
    return this.#change((basket) => setQuantity(basket, lineId, quantity));
  }

  remove(lineId: string): Result<null> {
    return this.#change((basket) => ok(removeLine(basket, lineId)));
  }

  /** `undefined` takes the discount away. One that goes beyond the leave for it is refused. */
  discountLine(lineId: string, discount: Discount | undefined, permit: Pick<Permit, 'within'>): Result<null> {
    return this.#change((basket) => permitted(discountLine(basket, lineId, discount), discount, permit));
  }

  /** The same for the whole basket. */
  discountAll(discount: Discount | undefined, permit: Pick<Permit, 'within'>): Result<null> {
    return this.#change((basket) => permitted(discountBasket(basket, discount), discount, permit));
  }

  /** A fresh basket; the old one is a step of undo away. */
  startNew(): Result<null> {
    const { basket, past } = this.#kept;
    // An empty one is no step, but what it was before stays the sale that it has become.
    return basket.lines.length === 0
      ? this.#keep({ basket: emptyBasket(), past: past.map((earlier) => asSaleOf(basket, earlier)) })
      : this.#change(() => ok(emptyBasket()));
  }

  undo(): Result<null> {
    const frozen = this.#frozen();
    if (frozen) return err(frozen);
    const { basket, past } = this.#kept;
    const last = past.at(-1);
    if (!last) return ok(null);
    return this.#keep({ basket: asSaleOf(basket, last), past: past.slice(0, -1) });
  }

  /**
   * The basket becomes this sale: charged again, it is the same sale. `start` writes the sale's attempt in the same
   * synced commit, so that no attempt is ever without the basket that it froze.
   */
  becomesSale<Value>(saleId: string, start: () => Result<Value>): Result<Value> {
    const { basket, past } = this.#kept;
    if (basket.saleId === saleId) return start();
    const { records, onChange } = this.#options;
    const sold = { ...basket, saleId };
    const saved = records.saveWith(sold, start);
    if (!saved.ok && saved.error.code === 'input.changed-meanwhile') {
      this.#kept = records.load() ?? this.#kept;
      onChange();
    }
    return this.#take({ basket: sold, past }, saved);
  }

  /** A paid sale leaves the counter for good: no undo brings it back to be charged again. */
  paid(saleId: string): Result<null> {
    const { basket, past } = this.#kept;
    const sold = [basket, ...past].find((one) => one.saleId === saleId);
    if (!sold) return ok(null);
    return this.#keep({
      basket: basket.id === sold.id ? emptyBasket() : basket,
      past: past.filter(({ id }) => id !== sold.id),
    });
  }

  #change(step: (basket: Basket) => Result<Basket>): Result<null> {
    const frozen = this.#frozen();
    if (frozen) return err(frozen);
    const { basket, past } = this.#kept;
    const next = step(basket);
    if (!next.ok) return next;
    return this.#keep({ basket: next.value, past: [...past, basket].slice(-mostSteps) });
  }

  #frozen(): Fault | undefined {
    const { saleId } = this.#kept.basket;
    const reference = saleId === undefined ? undefined : this.#options.frozenFor(saleId);
    return reference === undefined ? undefined : fault('terminal.reserved', { reference });
  }

  #keep(kept: KeptBasket): Result<null> {
    return this.#take(kept, this.#options.records.save(kept));
  }

  /** From now on it is what is open, if it has come to disk. */
  #take<Value>(kept: KeptBasket, saved: Result<Value>): Result<Value> {
    if (!saved.ok) return saved;
    this.#kept = kept;
    this.#options.onChange();
    return saved;
  }
}

/** An earlier version of a basket that has become a sale is the same sale. */
const asSaleOf = ({ id, saleId }: Basket, earlier: Basket): Basket =>
  earlier.id === id && saleId !== undefined ? { ...earlier, saleId } : earlier;

const emptyBasket = (): Basket => ({ id: randomUUID(), lines: [] });

/** A discount is measured with those that it is given on top of: two small ones may be a large one. */
function permitted(
  changed: Result<Basket>,
  discount: Discount | undefined,
  permit: Pick<Permit, 'within'>,
): Result<Basket> {
  if (!changed.ok || discount === undefined) return changed;
  const beyond = permit.within({ discountPercent: largestDiscount(changed.value) });
  return beyond ? err(beyond) : changed;
}
