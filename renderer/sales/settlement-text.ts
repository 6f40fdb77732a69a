import { type TFunction } from 'i18next';

const known = ['NOT_SETTLED', 'PENDING_SETTLEMENT', 'PARTIALLY_SETTLED', 'SETTLED'] as const;

/** How far the money is on its way to the seller; a word that we do not know is shown as it is. */
export function settlementText(t: TFunction, word: string | undefined): string {
  if (word === undefined) return t('sales.notTold');
  const status = known.find((name) => name === word);
  return status === undefined ? t('sales.settlement.other', { word }) : t(`sales.settlement.${status}`);
}
