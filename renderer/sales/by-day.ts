import { type SaleSummary } from '../../shared/views/sale.ts';

/** The sales of one day of the till's calendar. */
export interface Day {
  /** Its first moment, in ms since 1970. */
  readonly day: number;
  readonly sales: readonly SaleSummary[];
}

const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** Puts a list under its days, in the order in which it came. */
export function byDay(sales: readonly SaleSummary[]): readonly Day[] {
  const days = [...new Set(sales.map((sale) => dayOf(sale.startedAt)))];
  return days.map((day) => ({ day, sales: sales.filter((sale) => dayOf(sale.startedAt) === day) }));
}
