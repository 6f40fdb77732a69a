import PackageOpen from 'lucide-react/icons/package-open';
import Search from 'lucide-react/icons/search';
import X from 'lucide-react/icons/x';
import { type RefObject, memo, useDeferredValue, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Product } from '../../shared/views/basket.ts';
import { keyNames } from '../app/keyboard.ts';
import { useFormat, useTillCurrency } from '../i18n/use-format.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { groupHues, matching } from './product-search.ts';
import styles from './products.module.css';

interface ProductsProps {
  readonly products: readonly Product[];
  /** Whether the catalogue has been read: only then is an empty one empty. */
  readonly known: boolean;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onPick: (productId: string) => void;
}

/** What can be sold: a search, and a tile for each product that it leaves. */
export function Products({ products, known, searchRef, onPick }: ProductsProps) {
  const { t } = useTranslation();
  const id = useId();
  const [query, setQuery] = useState('');
  const shown = useDeferredValue(query);
  const found = useMemo(() => matching(products, shown), [products, shown]);
  const hues = useMemo(() => groupHues(products), [products]);
  const only = query.trim() !== '' && matching(products, query).length === 1 ? found[0] : undefined;

  return (
    <section className={styles.products} aria-label={t('sell.products')}>
      <div className={styles.search}>
        <Search aria-hidden className={styles.icon} />
        <input
          ref={searchRef}
          id={id}
          type="search"
          role="searchbox"
          className={styles.input}
          aria-label={t('sell.search')}
          placeholder={t('sell.search')}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') {
              event.preventDefault();
              setQuery('');
              event.currentTarget.blur();
            }
            if (event.key === 'Enter' && !event.ctrlKey && only) {
              onPick(only.productId);
              setQuery('');
            }
          }}
        />
        {query === '' ? (
          <Kbd hidden>{keyNames.search}</Kbd>
        ) : (
          <IconButton label={t('common.clearSearch')} icon={<X aria-hidden />} onPress={() => setQuery('')} />
        )}
      </div>
      {found.length > 0 && <Tiles products={found} hues={hues} onPick={onPick} />}
      {found.length === 0 && query.trim() !== '' && products.length > 0 && (
        <EmptyState icon={<PackageOpen aria-hidden />} title={t('sell.noMatch', { query: query.trim() })}>
          <p>{t('sell.noMatchText')}</p>
        </EmptyState>
      )}
      {products.length === 0 && known && <p className={styles.none}>{t('sell.noProducts')}</p>}
    </section>
  );
}

interface TilesProps {
  readonly products: readonly Product[];
  readonly hues: ReadonlyMap<string, number>;
  readonly onPick: (productId: string) => void;
}

const Tiles = memo(function Tiles({ products, hues, onPick }: TilesProps) {
  const format = useFormat();
  const currency = useTillCurrency();
  return (
    <ul className={styles.tiles}>
      {products.map((product) => (
        <li key={product.productId}>
          <button
            type="button"
            className={styles.tile}
            data-hue={hues.get(product.group)}
            onClick={() => onPick(product.productId)}
          >
            <span className={styles.name}>{product.name}</span>
            <span className={styles.price}>{format.amount(product.unitPrice, currency)}</span>
            <span className={styles.vat}>{format.percent(product.vatRate)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
});
