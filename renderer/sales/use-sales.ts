import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { type Fault } from '../../shared/fault.ts';
import { type SaleSearch } from '../../shared/sale-search.ts';
import { type SaleDetail, type SaleSummary } from '../../shared/views/sale.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { type Reading, useReading } from '../bridge/use-reading.ts';

const page = 50;
const mostAtOnce = 200;

interface Pages {
  readonly sales: readonly SaleSummary[];
  readonly more: boolean;
  readonly fault?: Fault;
}

export interface SalesUse extends Pages {
  readonly loading: boolean;
  readonly showOlder: () => void;
  readonly readAgain: () => void;
}

/** This till's sales that fit, the newest first. What is shown is read again when a sale changes. */
export function useSales(search: SaleSearch): SalesUse {
  const { sales } = useBridge();
  const { revision } = useSlice('sales');
  const [pages, setPages] = useState<Pages & { readonly of: object }>();
  const [wanted, setWanted] = useState(page);
  const [round, setRound] = useState(0);
  const [asked, setAsked] = useState(search);
  if (asked !== search) {
    setAsked(search);
    setWanted(page);
  }
  // What has been read is gone on with, unless something else is asked for or a sale has changed.
  const question = useMemo(() => ({ search, revision, round }), [search, revision, round]);
  const soFar = useEffectEvent((): Pages =>
    pages?.of === question && !pages.fault ? pages : { sales: [], more: true },
  );

  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      let { sales: shown, more } = soFar();
      while (more && shown.length < wanted) {
        const last = shown.at(-1);
        const result = await sales.list({
          search: question.search,
          limit: Math.min(mostAtOnce, wanted - shown.length),
          ...(last && { beforeNumber: last.number }),
        });
        if (!current) return;
        if (!result.ok) {
          const { error } = result;
          setPages((before) => ({ sales: [], more: false, ...before, of: question, fault: error }));
          return;
        }
        shown = [...shown, ...result.value.sales];
        more = result.value.more && result.value.sales.length > 0;
      }
      setPages({ of: question, sales: shown, more });
    };
    void read();
    return () => {
      current = false;
    };
  }, [sales, question, wanted]);

  const showOlder = useCallback(() => setWanted((before) => before + page), []);
  const readAgain = useCallback(() => setRound((before) => before + 1), []);
  return { sales: [], more: false, ...pages, loading: pages === undefined, showOlder, readAgain };
}

/** A sale with its attempts and refunds, read again when a sale changes. */
export function useSale(saleId: string): Reading<SaleDetail> {
  const { sales } = useBridge();
  const { revision } = useSlice('sales');
  const [seen, setSeen] = useState(revision);
  const reading = useReading(useCallback(() => sales.get({ saleId }), [sales, saleId]));
  const { readAgain } = reading;
  if (seen !== revision) {
    setSeen(revision);
    readAgain();
  }
  return reading;
}
