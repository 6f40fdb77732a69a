import {
  type Basket,
  addLine,
  discountBasket,
  discountLine,
  totalOf,
  vatTotals,
} from '../../../shared/basket.ts';
import { type Fault } from '../../../shared/fault.ts';
import { currency, minorUnits } from '../../../shared/money.ts';
import { type Person } from '../../../shared/person.ts';
import { vatRate } from '../../../shared/vat.ts';
import { type BasketView, type Product } from '../../../shared/views/basket.ts';

/** The moment at which every scene takes place. */
export const now = Date.parse('2026-11-20T14:02:24+01:00');
export const nok = currency('NOK');

export const manager: Person = { id: 'ida', name: 'Ida Berg', role: 'manager' };
export const otherManager: Person = { id: 'tor', name: 'Tor Lund', role: 'manager' };
export const cashier: Person = { id: 'ola', name: 'Ola Dahl', role: 'cashier' };

const product = (productId: string, name: string, price: number, rate: number, group: string): Product => ({
  productId,
  name,
  unitPrice: minorUnits(price),
  vatRate: vatRate(rate),
  group,
});

export const products: readonly Product[] = [
  product('beans', 'Coffee beans 1 kg', 19950, 12, 'coffee'),
  product('filter', 'Filter coffee', 3800, 15, 'coffee'),
  product('cortado', 'Cortado', 4600, 15, 'coffee'),
  product('tea', 'Tea, loose 100 g', 11900, 15, 'coffee'),
  product('bun', 'Cinnamon bun', 4200, 15, 'bakery'),
  product('croissant', 'Croissant', 3900, 15, 'bakery'),
  product('oat-milk', 'Oat milk 1 l', 3490, 15, 'bakery'),
  product('mug', 'Ceramic mug', 19950, 25, 'shop'),
  product('tote', 'Tote bag', 12900, 25, 'shop'),
  product('bag', 'Paper bag', 500, 25, 'shop'),
  product('wrap', 'Gift wrap', 2500, 25, 'shop'),
  product('book', 'Book: Brew', 34900, 0, 'shop'),
];

/** A basket of products by id with how many of each, and open amounts as plain numbers. */
export function basketOf(...entries: readonly (readonly [string, number] | number)[]): Basket {
  return entries.reduce<Basket>(
    (basket, entry) => {
      const added = addLine(basket, lineInput(entry));
      if (!added.ok) throw new Error(added.error.code);
      return added.value;
    },
    { id: 'basket-1', lines: [] },
  );
}

function lineInput(entry: readonly [string, number] | number): Parameters<typeof addLine>[1] {
  if (typeof entry === 'number') {
    return { description: '', quantity: 1, unitPrice: minorUnits(entry), vatRate: vatRate(25) };
  }
  const [id, quantity] = entry;
  const found = products.find((candidate) => candidate.productId === id);
  if (!found) throw new Error(`No product ${id}`);
  return {
    productId: found.productId,
    description: found.name,
    quantity,
    unitPrice: found.unitPrice,
    vatRate: found.vatRate,
  };
}

export const usualBasket = basketOf(['beans', 2], ['bun', 3], ['mug', 1], 12500);

/** The four rates, a kilo price, a discount on two lines and on the whole. */
export const discountedBasket = [
  (basket: Basket) => discountLine(basket, '1', { by: 'percent', percent: 2500 }),
  (basket: Basket) => discountLine(basket, '3', { by: 'amount', amount: minorUnits(5000) }),
  (basket: Basket) => discountBasket(basket, { by: 'percent', percent: 1000 }),
].reduce<Basket>(
  (basket, step) => {
    const next = step(basket);
    if (!next.ok) throw new Error(next.error.code);
    return next.value;
  },
  basketOf(['mug', 2], ['bun', 3], ['beans', 1.35], ['book', 1]),
);

export const basketView = (basket: Basket, blocked?: Fault): BasketView => ({
  basket,
  currency: nok,
  total: totalOf(basket.lines),
  vat: [...vatTotals(basket.lines)],
  canUndo: basket.lines.length > 0,
  ...(blocked && { blocked }),
});
