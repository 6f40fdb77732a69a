import { type TFunction } from 'i18next';
import { type CardFacts } from '../../shared/payment-facts.ts';

const digitsShown = 4;

/** How the card was read, in Dintero's various words. */
const entries: readonly (readonly [RegExp, 'contactless' | 'chip' | 'swipe' | 'manual'])[] = [
  [/contactless|nfc|tap/i, 'contactless'],
  [/chip|icc|emv|insert/i, 'chip'],
  [/swipe|magstripe|magnetic/i, 'swipe'],
  [/manual|keyed/i, 'manual'],
];

/** `Visa •••• 0416 · contactless`, as far as it is known. */
export function cardText(t: TFunction, card: CardFacts): string {
  const brand = card.brand ?? t('common.card.unknownBrand');
  const digits = /\d{2,4}$/.exec(card.maskedPan ?? '')?.[0].slice(-digitsShown);
  const name = digits === undefined ? brand : t('common.card.masked', { brand, digits });
  const entry = entries.find(([word]) => word.test(card.entryMethod ?? ''))?.[1];
  return entry === undefined ? name : `${name} · ${t(`common.card.entry.${entry}`)}`;
}
