import type { Product } from '../../shared/views/basket.ts';

/** The products that can be sold from tiles and search. */
export interface Catalogue {
  readonly list: () => readonly Product[];
  readonly get: (productId: string) => Product | undefined;
}

export function createCatalogue(products: readonly Product[]): Catalogue {
  const byId = new Map(products.map((product) => [product.productId, product]));
  return { list: () => products, get: (productId) => byId.get(productId) };
}
