import { inputFault } from './fault.ts';
import { type Result, err, ok } from './result.ts';

/** Longer than the number of any register that we know. */
const longest = 20;

/**
 * Reads an organisation number as a person types or pastes it. Norwegian: nine digits with their check digit, also as
 * `923 663 487` or `NO 923663487 MVA`. Numbers of other countries have rules of their own and are only tidied up.
 * Gives it without spaces, or the fault to show at `field`. `country` is ISO 3166-1 alpha-2.
 */
export function readOrganisationNumber(text: string, country = 'NO', field?: string): Result<string> {
  const compact = text.replaceAll(/[\s\u00a0\u202f.]/gu, '').toUpperCase();
  if (compact === '') return err(inputFault('input.required', field));
  if (country !== 'NO') {
    return compact.length > longest
      ? err(inputFault('input.too-long', field, { most: longest }))
      : ok(compact);
  }
  const [, digits] = /^(?:NO)?(\d{9})(?:MVA)?$/.exec(compact) ?? [];
  if (digits === undefined) return err(inputFault('input.organisation-number', field));
  return hasRightCheckDigit(digits) ? ok(digits) : err(inputFault('input.organisation-check-digit', field));
}

// With the last digit, the weighted sum is a multiple of 11: https://www.brreg.no/en/ ("About the organisation number").
const weights = [3, 2, 7, 6, 5, 4, 3, 2, 1];

const hasRightCheckDigit = (digits: string): boolean =>
  weights.reduce((sum, weight, place) => sum + weight * Number(digits[place]), 0) % 11 === 0;
