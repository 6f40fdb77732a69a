import { minorUnits } from '../../shared/money.ts';
import { vatRate } from '../../shared/vat.ts';
import type { Product } from '../../shared/views/basket.ts';

const sample = (
  productId: string,
  name: string,
  kroner: number,
  vatPercent: number,
  group: string,
): Product => ({
  productId,
  name,
  unitPrice: minorUnits(Math.round(kroner * 100)),
  vatRate: vatRate(vatPercent),
  group,
});

/** The shop of training mode: all four Norwegian rates, and the guide's coffee at 12 %. */
export const sampleProducts: readonly Product[] = [
  sample('COFFEE-1KG', 'Coffee beans 1 kg', 199.5, 12, 'coffee'),
  sample('FILTER', 'Filter coffee', 38, 15, 'coffee'),
  sample('CORTADO', 'Cortado', 46, 15, 'coffee'),
  sample('TEA-100', 'Tea, loose 100 g', 119, 15, 'coffee'),
  sample('BUN', 'Cinnamon bun', 42, 15, 'bakery'),
  sample('CROISSANT', 'Croissant', 39, 15, 'bakery'),
  sample('OATMILK', 'Oat milk 1 l', 34.9, 15, 'bakery'),
  sample('MUG', 'Ceramic mug', 199.5, 25, 'shop'),
  sample('TOTE', 'Tote bag', 129, 25, 'shop'),
  sample('BAG', 'Paper bag', 5, 25, 'shop'),
  sample('WRAP', 'Gift wrap', 25, 25, 'shop'),
  sample('BOOK', 'Book: Brew', 349, 0, 'shop'),
];
