import { useCallback, useEffect, useState } from 'react';
import { type Fault } from '../../shared/fault.ts';
import {
  type FoundSale,
  type SaleTerminal,
  type StoreCursor,
  type StorePage,
  type StoreQuery,
  type StoreSale,
  type TransactionView,
} from '../../shared/views/store-sale.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { type Reading, useReading } from '../bridge/use-reading.ts';

export interface StoreSalesUse {
  readonly sales: readonly StoreSale[];
  readonly busy: boolean;
  readonly fault: Fault | undefined;
  /** There may be more, further back. */
  readonly more: boolean;
  /** How far back has been looked, while there is more. */
  readonly lookedBackTo: number | undefined;
  readonly showOlder: () => void;
  readonly readAgain: () => void;
}

interface Progress {
  readonly query: StoreQuery;
  readonly round: number;
  readonly pages: readonly StorePage[];
  readonly fault?: Fault;
}

/** Who types does not want an answer to every letter. In ms. */
const typingPauseMs = 250;

/** Two pages may hold the same sale; what Dintero has listed says more than what only the till knows. */
function merged(pages: readonly StorePage[]): readonly StoreSale[] {
  const sales = new Map<string, StoreSale>();
  for (const sale of pages.flatMap((page) => page.sales)) {
    const known = sales.get(sale.key);
    if (known?.transactionId === undefined) sales.set(sale.key, sale);
  }
  return [...sales.values()];
}

/** The sales of the whole store, read anew for every query, page by page. */
export function useStoreSales(query: StoreQuery): StoreSalesUse {
  const { sales } = useBridge();
  const [progress, setProgress] = useState<Progress>();
  const [round, setRound] = useState(0);
  const [after, setAfter] = useState<StoreCursor>();
  const fresh = progress?.query === query && progress.round === round ? progress : undefined;

  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const page = await sales.store({ ...query, ...(after && { after }) });
      if (!current) return;
      setProgress((before) => {
        const pages = after && before?.query === query && before.round === round ? before.pages : [];
        return page.ok
          ? { query, round, pages: [...pages, page.value] }
          : { query, round, pages, fault: page.error };
      });
    };
    const timer = setTimeout(() => void read(), after || query.search.text === '' ? 0 : typingPauseMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [sales, query, round, after]);

  // A page belongs to the query that it was read for.
  const [asked, setAsked] = useState({ query, round });
  if (asked.query !== query || asked.round !== round) {
    setAsked({ query, round });
    setAfter(undefined);
  }

  const last = fresh?.pages.at(-1);
  const next = last?.next;
  const waiting = after !== undefined && next !== undefined && after === next && !fresh?.fault;
  const readAgain = useCallback(() => setRound((before) => before + 1), []);
  return {
    sales: merged(fresh?.pages ?? []),
    busy: fresh === undefined || waiting,
    fault: fresh?.fault,
    more: next !== undefined,
    lookedBackTo: last?.lookedBackTo,
    showOlder: () => setAfter(next),
    readAgain,
  };
}

/** The terminals that the store sells on; this till's own until they have been read. */
export function useStoreTerminals(): readonly SaleTerminal[] {
  const { sales } = useBridge();
  const own = useSlice('tillTerminals')?.terminals ?? [];
  const { value } = useReading(useCallback(() => sales.storeTerminals({}), [sales]));
  return value ?? own;
}

/** A payment as Dintero has it. */
export function useTransaction(transactionId: string): Reading<TransactionView> {
  const { sales } = useBridge();
  return useReading(useCallback(() => sales.transaction({ transactionId }), [sales, transactionId]));
}

/** Finds what a reference is of; nothing when nobody knows it, or nobody can be asked. */
export function useFindSale(): (reference: string) => Promise<FoundSale | undefined> {
  const { sales } = useBridge();
  return useCallback(
    async (reference) => {
      const found = await sales.find({ reference });
      return found.ok ? (found.value ?? undefined) : undefined;
    },
    [sales],
  );
}
