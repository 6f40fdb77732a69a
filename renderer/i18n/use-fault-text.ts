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

const textIn = (fault: Fault, name: string): string | undefined => {
  const value = fault.detail?.[name];
  return typeof value === 'string' ? value : undefined;
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
      case 'setup.limit-amount': {
        const limit = minorUnitsSchema.safeParse(fault.detail?.['limit']);
        return limit.success
          ? t('faultDetails.limit', { limit: format.money({ amount: limit.data, currency }) })
          : '';
      }
      case 'setup.limit-age': {
        const limit = numberIn(fault, 'limit');
        return limit === undefined ? '' : t('faultDetails.limitDays', { count: limit });
      }
      case 'setup.limit-discount': {
        const limit = numberIn(fault, 'limit');
        return limit === undefined ? '' : t('faultDetails.limitPercent', { limit });
      }
      case 'setup.rights': {
        const scope = textIn(fault, 'scope');
        return scope === undefined ? '' : t('faultDetails.scope', { scope });
      }
      case 'input.serial-length': {
        const count = numberIn(fault, 'count');
        return count === undefined ? '' : t('faultDetails.digits', { count });
      }
      case 'input.serial-simulated': {
        const example = textIn(fault, 'example');
        return example === undefined ? '' : t('faultDetails.example', { example });
      }
      case 'input.organisation-of-seller': {
        const number = textIn(fault, 'number');
        return number === undefined ? '' : t('faultDetails.sellersNumber', { number });
      }
      case 'input.serial-taken': {
        const terminalId = textIn(fault, 'terminalId');
        const storeId = textIn(fault, 'storeId');
        if (terminalId === undefined) return '';
        return storeId === undefined
          ? t('faultDetails.takenBy', { terminalId })
          : t('faultDetails.takenIn', { terminalId, storeId });
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
