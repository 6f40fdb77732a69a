import { useCallback } from 'react';
import { type Discount } from '../../shared/discount.ts';
import { type Fault } from '../../shared/fault.ts';
import { type MinorUnits } from '../../shared/money.ts';
import { type Result, assertNever } from '../../shared/result.ts';
import { type VatRate } from '../../shared/vat.ts';
import { type BasketView, type Product } from '../../shared/views/basket.ts';
import { type DeskMatter } from '../../shared/views/desk.ts';
import { useBasketCalls, useBridge, useSlice } from '../bridge/till-context.tsx';
import { type DiscountTarget } from './discount-dialog.tsx';
import { type RepeatableCall, useRepeatableCall } from '../bridge/use-call.ts';
import { type Reading, useReading } from '../bridge/use-reading.ts';

export const useCatalogue = (): Reading<readonly Product[]> => useReading(useBridge().catalogue.list);

export interface OpenAmount {
  readonly unitPrice: MinorUnits;
  readonly vatRate: VatRate;
  readonly description: string;
  readonly quantity: number;
}

/** Adds an amount. Each press counts, also while an earlier one is on its way. */
export function useAddAmount(): RepeatableCall<readonly [OpenAmount], null> {
  const { basket } = useBridge();
  const calls = useBasketCalls();
  return useRepeatableCall(
    useCallback((line: OpenAmount) => calls.track(basket.addAmount(line)), [basket, calls]),
  );
}

export interface AddProduct {
  readonly add: (productId: string, quantity: number) => void;
  readonly fault: Fault | undefined;
}

export function useAddProduct(): AddProduct {
  const { basket } = useBridge();
  const calls = useBasketCalls();
  const { run, fault } = useRepeatableCall(
    useCallback(
      (product: Parameters<typeof basket.addProduct>[0]) => calls.track(basket.addProduct(product)),
      [basket, calls],
    ),
  );
  const add = useCallback((productId: string, quantity: number) => void run({ productId, quantity }), [run]);
  return { add, fault };
}

export interface BasketUse {
  readonly view: BasketView;
  /** An earlier payment of the sale that this basket became, whose outcome is not known. */
  readonly earlier: DeskMatter | undefined;
  readonly setQuantity: (lineId: string, quantity: number) => void;
  readonly remove: (lineId: string) => void;
  readonly undo: () => void;
  readonly clear: () => void;
  readonly fault: Fault | undefined;
}

type Change =
  | { readonly kind: 'quantity'; readonly lineId: string; readonly quantity: number }
  | { readonly kind: 'remove'; readonly lineId: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'clear' };

export function useBasket(): BasketUse {
  const { basket } = useBridge();
  const calls = useBasketCalls();
  const view = useSlice('basket');
  const { matters } = useSlice('desk');
  const { saleId } = view.basket;
  const change = useRepeatableCall(
    useCallback(
      (wanted: Change) => {
        switch (wanted.kind) {
          case 'quantity':
            return calls.track(basket.setQuantity({ lineId: wanted.lineId, quantity: wanted.quantity }));
          case 'remove':
            return calls.track(basket.remove({ lineId: wanted.lineId }));
          case 'undo':
            return calls.track(basket.undo());
          case 'clear':
            return calls.track(basket.clear());
          default:
            return assertNever(wanted);
        }
      },
      [basket, calls],
    ),
  );
  const run = (wanted: Change): void => void change.run(wanted);
  return {
    view,
    earlier: matters.find(
      (matter) => matter.kind === 'attempt' && saleId !== undefined && matter.saleId === saleId,
    ),
    setQuantity: (lineId, quantity) => run({ kind: 'quantity', lineId, quantity }),
    remove: (lineId) => run({ kind: 'remove', lineId }),
    undo: () => run({ kind: 'undo' }),
    clear: () => run({ kind: 'clear' }),
    fault: change.fault,
  };
}

/** Gives a discount, or takes it away; what it is refused for is the dialog's to tell. */
export function useDiscount(): (
  target: DiscountTarget,
  discount: Discount | undefined,
) => Promise<Result<null>> {
  const { basket } = useBridge();
  const calls = useBasketCalls();
  return useCallback(
    (target, given) => {
      const discount = given ?? null;
      return calls.track(
        target === 'basket'
          ? basket.discountAll({ discount })
          : basket.discountLine({ lineId: target.lineId, discount }),
      );
    },
    [basket, calls],
  );
}
