import { useTranslation } from 'react-i18next';
import { type Fault, type MoneyEffect, faults } from '../../shared/fault.ts';
import { minorUnitsSchema } from '../../shared/money.ts';
import { type FaultText } from './fault-texts.ts';
import { useFormat, useTillCurrency } from './use-format.tsx';

/** What became of the money when this was reported (rule E1). */
export const moneyEffectOf = (fault: Fault): MoneyEffect => faults[fault.code];

const numberIn = (fault: Fault, name: string): number | undefined => {
  const value = fault.detail?.[name];
  return typeof value === 'number' ? value : undefined;
};

/** A fault in words: what happened, with what its detail adds, and what to do next. */
export function useFaultText(fault: Fault): FaultText {
  const { t } = useTranslation();
  const format = useFormat();
  const currency = useTillCurrency();
  const more = (): string => {
    switch (fault.code) {
      case 'input.pin-wrong': {
        const left = numberIn(fault, 'left');
        if (left === undefined) return '';
        return left === 0 ? t('faultDetails.noTriesLeft') : t('faultDetails.triesLeft', { count: left });
      }
      case 'input.pin-locked': {
        const seconds = numberIn(fault, 'seconds');
        return seconds === undefined ? '' : t('faultDetails.waitSeconds', { seconds });
      }
      case 'setup.open-matters': {
        const count = numberIn(fault, 'count');
        return count === undefined ? '' : t('faultDetails.openMatters', { count });
      }
      case 'input.too-long': {
        const most = numberIn(fault, 'most');
        return most === undefined ? '' : t('faultDetails.most', { most });
      }
      case 'input.refund-over-remainder': {
        const remaining = minorUnitsSchema.safeParse(fault.detail?.['remaining']);
        return remaining.success
          ? t('faultDetails.remaining', { amount: format.money({ amount: remaining.data, currency }) })
          : '';
      }
      default:
        return '';
    }
  };
  return {
    what: `${t(`faults.${fault.code}.what`)} ${more()}`.trim(),
    next: t(`faults.${fault.code}.next`),
  };
}
