import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../../electron/journal/journal.ts';
import { searchedSale } from '../../../electron/journal/sale-summary.ts';
import { currency, minorUnits } from '../../../shared/money.ts';
import { fitsSought, soughtIn } from '../../../shared/sale-search.ts';
import type { SaleSummary } from '../../../shared/views/sale.ts';
import { JournalFile, draftOf, factsOf, value } from './journal-file.ts';

const nok = currency('NOK');
const firstAt = Date.UTC(2026, 10, 20, 11);
const minute = 60_000;

/** A sale whose attempts were paid, or refused, with these cards. */
function sellWith(
  journal: Journal,
  saleId: string,
  amount: number,
  startedAt: number,
  cards: string[],
): void {
  cards.forEach((digits, index) => {
    const attempt = value(
      journal.attempts.start(
        draftOf({
          attemptId: `${saleId}-${index}`,
          saleId,
          amount: { amount: minorUnits(amount), currency: nok },
          startedAt: startedAt + index,
        }),
        false,
      ),
    );
    const status = index === cards.length - 1 ? 'CAPTURED' : 'DECLINED';
    const transaction = {
      ...factsOf(attempt, status),
      card: { brand: 'Visa', maskedPan: `476173******${digits}` },
    };
    value(
      journal.attempts.record(
        attempt.attemptId,
        { kind: 'evidence', evidence: { kind: 'transaction', transaction } },
        startedAt + index,
      ),
    );
  });
}

/** Three sales: one of two attempts, at 399.00; one at 416.00; one with a card that ends in 0416. */
function threeSales(): Journal {
  const { journal } = new JournalFile().open();
  sellWith(journal, 'twice', 39_900, firstAt, ['1111', '9130']);
  sellWith(journal, 'amount', 41_600, firstAt + minute, ['2222']);
  sellWith(journal, 'card', 10_000, firstAt + 2 * minute, ['0416']);
  return journal;
}

const idsOf = (sales: readonly SaleSummary[]): string[] => sales.map(({ saleId }) => saleId);

describe('a search in this till’s sales', () => {
  it.each([
    ['a card’s last four digits', '9130', ['twice']],
    ['the card of an attempt that was declined', '1111', ['twice']],
    ['an amount', '399', ['twice']],
    ['an amount with decimals', '399,00', ['twice']],
    ['an amount with its currency', 'kr 399.00', ['twice']],
    ['digits that may be an amount or a card', '0416', ['card', 'amount']],
    ['the end of a reference', '000002-1', ['amount']],
    ['a reference in capital letters', 'COUNTER7', ['card', 'amount', 'twice']],
    ['what nothing fits', 'counter8', []],
    ['signs that mean something to a database', '%', []],
    ['nothing', '  ', ['card', 'amount', 'twice']],
  ])('finds %s', (_, text, ids) => {
    expect(idsOf(threeSales().sales.search({ sought: soughtIn(text, nok) }, 50))).toEqual(ids);
  });

  it.each([0, 1])('finds the whole reference of attempt %i', (index) => {
    const journal = threeSales();
    const { reference = '' } = journal.attempts.ofSale('twice')[index] ?? {};
    expect(idsOf(journal.sales.search({ sought: soughtIn(reference, nok) }, 50))).toEqual(['twice']);
  });

  it.each([
    ['from a moment on', { from: firstAt + minute }, ['card', 'amount']],
    ['before a moment', { until: firstAt + minute }, ['twice']],
    ['between two', { from: firstAt + 1, until: firstAt + 2 * minute }, ['amount']],
  ])('keeps to a range %s', (_, range, ids) => {
    expect(idsOf(threeSales().sales.search(range, 50))).toEqual(ids);
  });

  it('goes on where a page ended', () => {
    const { sales } = threeSales();
    const [first] = sales.search({}, 1);
    expect(idsOf(sales.search({}, 1, first?.number))).toEqual(['amount']);
  });

  it('finds exactly the sales that fit, the newest first, whatever is asked', () => {
    const journal = new JournalFile().open().journal;
    const digits = fc.constantFrom('0416', '9130', '4160', '0001');
    const amount = fc.constantFrom(41_600, 39_900, 91_300, 100);
    let made = 0;
    fc.assert(
      fc.property(
        fc.record({ amount, cards: fc.array(digits, { minLength: 1, maxLength: 2 }), at: fc.nat(60) }),
        fc.constantFrom('0416', '416', '399,00', '9130', '0001', '-1', 'counter', '000003', '', '1'),
        fc.option(fc.nat(60), { nil: undefined }),
        (sale, text, fromMinute) => {
          made += 1;
          sellWith(journal, `sale-${made}`, sale.amount, firstAt + sale.at * minute, sale.cards);
          const sought = soughtIn(text, nok);
          const from = fromMinute === undefined ? undefined : firstAt + fromMinute * minute;
          const all = journal.sales.page(1_000);
          const fitting = all.filter(
            (summary) =>
              (!sought ||
                fitsSought(searchedSale(journal.attempts.ofSale(summary.saleId), summary), sought)) &&
              (from === undefined || summary.startedAt >= from),
          );
          expect(idsOf(journal.sales.search({ sought, from }, 1_000))).toEqual(idsOf(fitting));
        },
      ),
      { numRuns: 40 },
    );
  });
});
