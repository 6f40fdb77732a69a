/** What happened on one day of the till's calendar. */
export interface Day<Sale> {
  /** Its first moment, in ms since 1970. */
  readonly day: number;
  readonly sales: readonly Sale[];
}

const dayOf = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

/** Puts a list under its days, in the order in which it came. */
export function byDay<Sale extends { readonly startedAt: number }>(
  sales: readonly Sale[],
): readonly Day<Sale>[] {
  const days = Map.groupBy(sales, (sale) => dayOf(sale.startedAt));
  return [...days].map(([day, ofDay]) => ({ day, sales: ofDay }));
}
