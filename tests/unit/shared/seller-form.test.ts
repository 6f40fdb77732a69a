import { describe, expect, it } from 'vitest';
import { type SellerForm, emptySellerForm, readSellerForm } from '../../../shared/seller-form.ts';

const asked = { now: Date.UTC(2026, 10, 20, 12), testAccount: true };

const company: SellerForm = {
  ...emptySellerForm,
  payoutDestinationId: 'kaffebaren',
  name: ' Kaffebaren AS ',
  organisationNumber: '923 663 487',
  accountNumber: '8601 11 17947',
  payoutReference: 'Kaffebaren',
  signerName: 'Kari Nordmann',
  signerEmail: 'kari@example.com',
};

const person: SellerForm = { ...company, type: 'individual', name: 'Kari Nordmann', organisationNumber: '' };

describe('an application for a seller', () => {
  it('of a company is read and tidied up', () => {
    expect(readSellerForm(company, asked)).toEqual({
      ok: true,
      value: {
        payoutDestinationId: 'kaffebaren',
        name: 'Kaffebaren AS',
        owner: { type: 'company', organisationNumber: '923663487', country: 'NO' },
        account: { type: 'BBAN', number: '86011117947', country: 'NO' },
        currency: 'NOK',
        payoutReference: 'Kaffebaren',
        payoutInterval: 'daily',
        signer: { name: 'Kari Nordmann', email: 'kari@example.com' },
        language: 'no',
      },
    });
  });

  it('of a person carries what is known of them, and nothing that was left empty', () => {
    const form = { ...person, birthDate: '17.05.1980', phoneNumber: '22334455', city: 'Oslo' };
    expect(readSellerForm(form, asked)).toMatchObject({
      value: {
        owner: {
          type: 'individual',
          birthDate: '1980-05-17',
          phoneNumber: '+4722334455',
          city: 'Oslo',
          country: 'NO',
        },
      },
    });
    const bare = readSellerForm(person, asked);
    expect(bare.ok && bare.value.owner).toEqual({ type: 'individual', country: 'NO' });
  });

  it.each([
    [{ name: ' ' }, 'name', 'input.required'],
    [{ name: 'x'.repeat(141) }, 'name', 'input.too-long'],
    [{ organisationNumber: '' }, 'organisationNumber', 'input.required'],
    [{ organisationNumber: '923663488' }, 'organisationNumber', 'input.organisation-check-digit'],
    [{ payoutDestinationId: 'a b' }, 'payoutDestinationId', 'input.seller-id'],
    [{ payoutDestinationId: '' }, 'payoutDestinationId', 'input.required'],
    [{ accountNumber: '86011117948' }, 'accountNumber', 'input.account-check-digit'],
    [{ accountType: 'IBAN' }, 'accountNumber', 'input.iban'],
    [{ payoutReference: '' }, 'payoutReference', 'input.required'],
    [{ description: 'x'.repeat(141) }, 'description', 'input.too-long'],
    [{ signerName: '' }, 'signerName', 'input.required'],
    [{ signerEmail: 'kari' }, 'signerEmail', 'input.email'],
    [{ signerTitle: 'x'.repeat(141) }, 'signerTitle', 'input.too-long'],
  ] as const)('of a company with %j is refused at %s as %s', (change, field, code) => {
    expect(readSellerForm({ ...company, ...change }, asked)).toMatchObject({ error: { field, code } });
  });

  it.each([
    [{ name: '' }, 'name', 'input.required'],
    [{ birthDate: '31.02.1980' }, 'birthDate', 'input.birth-date'],
    [{ phoneNumber: '1' }, 'phoneNumber', 'input.phone-number'],
    [{ email: 'kari' }, 'email', 'input.email'],
    [{ addressLine: 'x'.repeat(141) }, 'addressLine', 'input.too-long'],
    [{ postalCode: 'x'.repeat(141) }, 'postalCode', 'input.too-long'],
    [{ city: 'x'.repeat(141) }, 'city', 'input.too-long'],
  ] as const)('of a person with %j is refused at %s as %s', (change, field, code) => {
    expect(readSellerForm({ ...person, ...change }, asked)).toMatchObject({ error: { field, code } });
  });

  it('is told of its first mistake, from the top', () => {
    expect(readSellerForm(emptySellerForm, asked)).toMatchObject({
      error: { field: 'name', code: 'input.required' },
    });
  });

  it('carries the outcome that a test wants as its description', () => {
    const form: SellerForm = { ...company, description: 'Coffee', testOutcome: 'AUTO_APPROVE' };
    expect(readSellerForm(form, asked)).toMatchObject({ value: { description: 'AUTO_APPROVE' } });
  });

  it('of a live account knows no such outcome', () => {
    const form: SellerForm = { ...company, description: 'Coffee', testOutcome: 'AUTO_APPROVE' };
    expect(readSellerForm(form, { ...asked, testAccount: false })).toMatchObject({
      value: { description: 'Coffee' },
    });
  });
});
