import { type Product } from '../../shared/views/basket.ts';

const folded = (text: string): string => text.toLocaleLowerCase('nb').normalize('NFC');

/** The products whose name has every word of the query, in any order. All of them for an empty query. */
export function matching(products: readonly Product[], query: string): readonly Product[] {
  const words = folded(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return products;
  return products.filter((product) => {
    const name = folded(product.name);
    return words.every((word) => name.includes(word) || folded(product.productId) === word);
  });
}

const hues = 5;

/** The place of each product's group among the groups, from 1: the colour of its edge. */
export function groupHues(products: readonly Product[]): ReadonlyMap<string, number> {
  const groups = [...new Set(products.map((product) => product.group))];
  return new Map(groups.map((group, index) => [group, (index % hues) + 1]));
}
