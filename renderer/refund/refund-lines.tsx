import { useTranslation } from 'react-i18next';
import { minorUnits } from '../../shared/money.ts';
import { type RefundSplit } from '../../shared/refund-split.ts';
import { type RefundOffer } from '../../shared/views/refund.ts';
import { languageTag } from '../i18n/format.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { type Chosen, isRefundable } from './refund-choice.ts';
import styles from './refund-lines.module.css';

type Line = RefundOffer['lines'][number];

interface RefundLinesProps {
  readonly offer: RefundOffer;
  readonly chosen: Chosen;
  readonly preview: RefundSplit | undefined;
  /** How many of a line; `undefined` takes it out. */
  readonly onQuantity: (lineId: string, quantity: number | undefined) => void;
}

/** The lines of the sale with what remains of each. All that remains is ticked at first. */
export function RefundLines({ offer, chosen, preview, onQuantity }: RefundLinesProps) {
  const { t } = useTranslation();
  const byAmount = chosen.amountText !== undefined;
  if (offer.lines.length === 0) return <p className={styles.none}>{t('refund.noLines')}</p>;
  return (
    <ul className={styles.lines}>
      {offer.lines.map((line) => {
        const amount = preview?.items.find((item) => item.lineId === line.lineId)?.amount;
        const quantity = byAmount ? undefined : chosen.quantities.get(line.lineId);
        return (
          <RefundLine
            key={line.lineId}
            line={line}
            offer={offer}
            quantity={quantity}
            amount={amount}
            onQuantity={onQuantity}
          />
        );
      })}
    </ul>
  );
}

interface RefundLineProps {
  readonly line: Line;
  readonly offer: RefundOffer;
  readonly quantity: number | undefined;
  readonly amount: number | undefined;
  readonly onQuantity: RefundLinesProps['onQuantity'];
}

const oneByOne = 1;
const leastByWeight = 0.001;

function RefundLine({ line, offer, quantity, amount, onQuantity }: RefundLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency } = offer;
  const name = line.description === '' ? t('common.openAmount') : line.description;
  const refundable = isRefundable(line);
  const ticked = quantity !== undefined;
  const byWeight = !Number.isInteger(line.remainingQuantity);
  return (
    <li className={styles.line}>
      <div className={styles.words}>
        <Checkbox
          label={name}
          details={t('refund.sold', {
            quantity: format.quantity(line.quantity),
            vat: t('sell.vatOf', { rate: format.percent(line.vatRate) }),
          })}
          checked={ticked}
          disabled={!refundable}
          onChange={(checked) => onQuantity(line.lineId, checked ? line.remainingQuantity : undefined)}
        />
      </div>
      <p className={styles.left}>
        <Remains line={line} offer={offer} />
      </p>
      <div className={styles.quantity}>
        {ticked && (
          <NumberField
            label={t('refund.quantity', { line: name })}
            fewerLabel={t('refund.fewer', { line: name })}
            moreLabel={t('refund.more', { line: name })}
            value={quantity}
            min={byWeight ? leastByWeight : oneByOne}
            max={line.remainingQuantity}
            locale={languageTag(format.locale)}
            onChange={(next) => onQuantity(line.lineId, next)}
          />
        )}
      </div>
      <span className={styles.amount}>
        {amount !== undefined && amount > 0 && format.amount(minorUnits(amount), currency)}
      </span>
    </li>
  );
}

/** What remains of a line, and what is gone. */
function Remains({ line, offer }: { readonly line: Line; readonly offer: RefundOffer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency } = offer;
  const gone =
    line.taken > 0
      ? [
          t('refund.gone', { amount: format.amount(line.taken, currency) }),
          ...(line.reckoned ? [t('refund.reckoned')] : []),
        ]
      : [];
  const left =
    line.remaining === 0
      ? []
      : [
          line.remainingQuantity > 0
            ? t('refund.left', {
                quantity: format.quantity(line.remainingQuantity),
                amount: format.amount(line.remaining, currency),
              })
            : t('refund.leftAmount', { amount: format.amount(line.remaining, currency) }),
        ];
  return [...left, ...gone].join(' · ');
}
