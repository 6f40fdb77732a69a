import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type RefundSplit } from '../../shared/refund-split.ts';
import { type RefundOffer } from '../../shared/views/refund.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { offLines, vatOf } from './refund-choice.ts';
import styles from './refund-sums.module.css';

interface RefundSumsProps {
  readonly offer: RefundOffer;
  readonly preview: RefundSplit | undefined;
  /** Where the customer confirms. */
  readonly children: ReactNode;
}

/** What remains in all, and the VAT inside what is chosen. */
export function RefundSums({ offer, preview, children }: RefundSumsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { currency } = offer;
  const vat = preview ? vatOf(offer, preview) : [];
  const loose = preview ? offLines(preview) : 0;
  return (
    <div className={styles.sums}>
      <p className={styles.sum}>
        <span>{t('refund.remaining', { time: format.exactTime(offer.readAt) })}</span>
        <span className={styles.amount}>{format.amount(offer.remaining, currency)}</span>
      </p>
      {offer.running > 0 && <p>{t('refund.running', { amount: format.amount(offer.running, currency) })}</p>}
      {offer.lines.length > 0 && (
        <p className={styles.sum}>
          <span>{t('refund.vatIn')}</span>
          <span>
            {vat
              .map((part) =>
                t('refund.vatPart', {
                  rate: format.percent(part.rate),
                  vat: format.amount(part.vat, currency),
                }),
              )
              .join(' · ')}
          </span>
        </p>
      )}
      {preview && loose > 0 && offer.lines.length > 0 && (
        <p>{t('refund.offLines', { amount: format.amount(offLines(preview), currency) })}</p>
      )}
      {children}
    </div>
  );
}
