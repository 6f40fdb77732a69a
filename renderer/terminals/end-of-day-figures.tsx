import { useTranslation } from 'react-i18next';
import { type MinorUnits } from '../../shared/money.ts';
import { type EndOfDay } from '../../shared/views/operations.ts';
import { useFormat, useTillCurrency } from '../i18n/use-format.tsx';
import { Facts } from '../ui/facts.tsx';

/** What a terminal counted when it closed its day; a figure that it did not tell is left out. */
export function EndOfDayFigures({ figures }: { readonly figures: EndOfDay }) {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = useTillCurrency();
  const money = (amount: MinorUnits | undefined): string | undefined =>
    amount === undefined ? undefined : format.money({ amount, currency });
  const counted = (count: number | undefined, amount: MinorUnits | undefined): string | undefined => {
    const sum = money(amount);
    if (count === undefined || sum === undefined) return sum ?? count?.toString();
    return t('operations.figures.countAndAmount', { number: format.quantity(count), amount: sum });
  };
  const { outcome, startOfDayAt } = figures;
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    [t('operations.figures.purchases'), counted(figures.purchases, figures.purchasesAmount)],
    [t('operations.figures.reversals'), counted(figures.reversals, figures.reversalsAmount)],
    [t('operations.figures.sale'), money(figures.saleAmount)],
    [t('operations.figures.tip'), money(figures.tipAmount)],
    [t('operations.figures.period'), startOfDayAt === undefined ? undefined : format.dateTime(startOfDayAt)],
    [t('operations.figures.batch'), figures.batchId],
    [
      t('operations.figures.outcome'),
      outcome?.toLowerCase() === 'accepted' ? t('operations.figures.accepted') : outcome,
    ],
  ];
  return <Facts facts={facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))} />;
}
