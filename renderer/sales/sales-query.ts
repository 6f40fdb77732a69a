import { type SaleSearch } from '../../shared/sale-search.ts';
import { type SaleOutcome } from '../../shared/views/store-sale.ts';

/** Whose sales are listed, and which of them. */
export interface SalesQuery {
  readonly scope: 'till' | 'store';
  readonly text: string;
  /** The first day, `2026-11-20`; empty for any. */
  readonly from: string;
  /** The last day. */
  readonly to: string;
  /** Of the whole store only. */
  readonly outcome: SaleOutcome;
  /** Of the whole store only; empty for any. */
  readonly terminalId: string;
}

export const everySale: SalesQuery = {
  scope: 'till',
  text: '',
  from: '',
  to: '',
  outcome: 'any',
  terminalId: '',
};

/** Whether anything is left out. */
export const isNarrowed = ({ scope, text, from, to, outcome, terminalId }: SalesQuery): boolean =>
  text.trim() !== '' ||
  from !== '' ||
  to !== '' ||
  (scope === 'store' && (outcome !== 'any' || terminalId !== ''));

/** The first moment of a day of the till's calendar, and `days` later. In ms since 1970. */
function momentOf(day: string, days = 0): number | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const at = new Date(year, month - 1, date + days).getTime();
  return Number.isNaN(at) || at < 0 ? undefined : at;
}

/** The search as main takes it. */
export function searchOf({ text, from, to }: SalesQuery): SaleSearch {
  const [first, end] = [momentOf(from), momentOf(to, 1)];
  return {
    text: text.trim(),
    ...(first !== undefined && { from: first }),
    ...(end !== undefined && { until: end }),
  };
}
