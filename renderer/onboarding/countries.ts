import { languageTag } from '../i18n/format.ts';
import { type Locale } from '../../shared/views/app.ts';

/** Where sellers of a Nordic shop are, the likely ones first; then the rest of the EEA, Switzerland and Britain. ISO 3166-1. */
const nearCountries = ['NO', 'SE', 'DK', 'FI', 'IS'] as const;
const otherCountries =
  'AT BE BG CH CY CZ DE EE ES FR GB GR HR HU IE IT LI LT LU LV MT NL PL PT RO SI SK'.split(' ');

export interface Country {
  readonly code: string;
  readonly name: string;
}

/** The countries by their names in this language. */
export function countries(locale: Locale): readonly Country[] {
  const names = new Intl.DisplayNames(languageTag(locale), { type: 'region' });
  const named = (code: string): Country => ({ code, name: names.of(code) ?? code });
  const others = otherCountries
    .map(named)
    .toSorted((one, other) => one.name.localeCompare(other.name, languageTag(locale)));
  return [...nearCountries.map(named), ...others];
}

/** What bank accounts are held in there. ISO 4217. */
export const currencies = ['NOK', 'SEK', 'DKK', 'EUR', 'ISK', 'GBP', 'CHF', 'PLN', 'CZK', 'USD'] as const;
