import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOrganisationNumber } from '../../../shared/organisation-number.ts';

describe('an organisation number as typed', () => {
  it.each([
    ['923663487', '923663487'],
    ['923 663 487', '923663487'],
    ['923\u00a0663\u00a0487', '923663487'],
    ['923.663.487', '923663487'],
    ['NO 923 663 487 MVA', '923663487'],
    ['no923663487mva', '923663487'],
    // Brønnøysund's own, and one whose check digit is 0.
    ['974760673', '974760673'],
    ['810034890', '810034890'],
  ])('%s is %s', (text, digits) => {
    expect(readOrganisationNumber(text)).toEqual({ ok: true, value: digits });
  });

  it.each([
    ['', 'input.required'],
    ['  ', 'input.required'],
    ['92366348', 'input.organisation-number'],
    ['9236634870', 'input.organisation-number'],
    ['92366348A', 'input.organisation-number'],
    ['SE923663487', 'input.organisation-number'],
    ['923663488', 'input.organisation-check-digit'],
    // Two digits changed places.
    ['923663847', 'input.organisation-check-digit'],
  ])('%j is refused as %s', (text, code) => {
    expect(readOrganisationNumber(text, 'NO', 'organisationNumber')).toEqual({
      ok: false,
      error: { code, field: 'organisationNumber' },
    });
  });

  it('finds every single digit that is wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (place, more) => {
        const digits = Array.from('923663487', Number);
        digits[place] = ((digits[place] ?? 0) + more) % 10;
        expect(readOrganisationNumber(digits.join(''))).toMatchObject({
          error: { code: 'input.organisation-check-digit' },
        });
      }),
    );
  });

  it('leaves the rules of other countries to them', () => {
    expect(readOrganisationNumber('556016-0680', 'SE')).toEqual({ ok: true, value: '556016-0680' });
    expect(readOrganisationNumber('', 'SE')).toMatchObject({ error: { code: 'input.required' } });
    expect(readOrganisationNumber('1'.repeat(21), 'SE')).toMatchObject({
      error: { code: 'input.too-long', detail: { most: 20 } },
    });
  });
});
