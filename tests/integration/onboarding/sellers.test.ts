import { describe, expect, it } from 'vitest';
import type { Trouble } from '../../../electron/sandbox/disturbances.ts';
import type { SellerForm } from '../../../shared/seller-form.ts';
import { type SellersBench, applyCall, company, companyNamed, openSellers } from './open-sellers.ts';

const reads = { method: 'GET', path: /payout-destinations$/, times: 1_000 } as const;
const idsOf = async ({ sellers }: SellersBench): Promise<readonly string[]> => {
  const list = await sellers.list();
  return list.ok ? list.value.map(({ payoutDestinationId: id }) => id) : [];
};

describe('the sellers of an account', () => {
  it('are listed with their status, and how many stores they carry', async () => {
    const { sellers } = await openSellers();
    expect(await sellers.list()).toMatchObject({
      value: [
        {
          payoutDestinationId: 'seller-2',
          name: 'New Shop AS',
          status: 'WAITING_FOR_SIGNATURE',
          organisationNumber: '974760673',
        },
        {
          payoutDestinationId: 'seller-1',
          name: 'Training Coffee AS',
          type: 'company',
          status: 'ACTIVE',
          stores: 1,
          terminals: 4,
        },
      ],
    });
  });

  it('are none in an account that nobody has set up', async () => {
    const { sellers } = await openSellers({ account: 'empty' });
    expect(await sellers.list()).toEqual({ ok: true, value: [] });
  });

  it('are read over all pages', async () => {
    const bench = await openSellers({
      account: 'empty',
      options: { approvalPath: ['ACTIVE'], pendingDestinations: 'listed' },
    });
    const { payoutDestinations } = bench.dintero;
    for (let number = 1; number <= 205; number += 1) {
      await payoutDestinations.apply(companyNamed(`seller-${number}`, bench.clock.now()));
    }
    expect(await idsOf(bench)).toHaveLength(205);
  });

  it('that may not be read name the scope', async () => {
    const { sellers } = await openSellers({ client: 'checkoutOnly' });
    expect(await sellers.list()).toMatchObject({
      error: { code: 'setup.rights', detail: { scope: 'read:accounts' } },
    });
  });

  it.each([
    ['the cases are', /approvals\/payout-destinations$/, ['seller-2', 'seller-1']],
    ['the payout destinations are', /T00000001\/payout-destinations$/, ['seller-2']],
  ])('are told as far as may be when %s closed to this client', async (_, path, ids) => {
    const bench = await openSellers();
    bench.sandbox.disturb({ method: 'GET', path, trouble: { kind: 'answer', status: 403 } });
    expect(await idsOf(bench)).toEqual(ids);
  });

  it.each([/approvals\/payout-destinations$/, /T00000001\/payout-destinations$/])(
    'are not told by halves when %s fails in passing',
    async (path) => {
      const bench = await openSellers();
      bench.sandbox.disturb({ ...reads, path, trouble: { kind: 'answer', status: 503 } });
      expect(await bench.passing(bench.sellers.list())).toMatchObject({
        error: { code: 'setup.dintero-down' },
      });
    },
  );

  it('with a status that nobody knows are told as they are', async () => {
    const { sellers, sandbox } = await openSellers();
    sandbox.setCaseStatus('seller-2', 'SOMETHING_NEW');
    expect(await sellers.list()).toMatchObject({ value: [{ status: 'SOMETHING_NEW' }, {}] });
  });
});

describe('an application', () => {
  it('of a company is sent as the specification has it, once', async () => {
    const { sellers, applications } = await openSellers();
    expect(await sellers.apply(company)).toEqual({ ok: true, value: null });
    expect(applications()).toEqual([
      {
        payout_destination_id: 'kaffebaren',
        payout_destination_name: 'Kaffebaren AS',
        payout_reference: 'Kaffebaren',
        payout_interval_type: 'daily',
        type: 'company',
        country_code: 'NO',
        organization_number: '923663487',
        bank_accounts: [
          {
            bank_account_number: '86011117947',
            bank_account_number_type: 'BBAN',
            bank_account_country_code: 'NO',
            bank_account_currency: 'NOK',
            payout_currency: 'NOK',
          },
        ],
        form_submitter: { name: 'Kari Nordmann', email: 'kari@example.com' },
        language: 'no',
      },
    ]);
  });

  it('of a person is sent with what is known of them', async () => {
    const { sellers, applications } = await openSellers();
    const form: SellerForm = {
      ...company,
      type: 'individual',
      name: 'Kari Nordmann',
      country: 'SE',
      birthDate: '17.05.1980',
      phoneNumber: '+46 70 123 45 67',
      email: 'kari@example.se',
      addressLine: 'Storgatan 1',
      postalCode: '111 22',
      city: 'Stockholm',
      accountType: 'IBAN',
      accountNumber: 'SE45 5000 0000 0583 9825 7466',
      currency: 'SEK',
      payoutInterval: 'weekly',
      description: 'Coffee',
      signerTitle: 'Owner',
      language: 'en',
    };
    expect(await sellers.apply(form)).toMatchObject({ ok: true });
    expect(applications()).toMatchObject([
      {
        type: 'individual',
        country_code: 'SE',
        individual: {
          name: 'Kari Nordmann',
          birth_date: '1980-05-17',
          phone_number: '+46701234567',
          email: 'kari@example.se',
          address_line: 'Storgatan 1',
          address_postal_code: '111 22',
          address_city: 'Stockholm',
          address_country: 'SE',
        },
        bank_accounts: [
          {
            bank_account_number: 'SE4550000000058398257466',
            bank_account_number_type: 'IBAN',
            bank_account_country_code: 'SE',
            bank_account_currency: 'SEK',
            payout_currency: 'SEK',
          },
        ],
        payout_interval_type: 'weekly',
        payout_destination_description: 'Coffee',
        form_submitter: { title: 'Owner' },
        language: 'en',
      },
    ]);
  });

  it.each(['AUTO_APPROVE', 'AUTO_DECLINE', 'AUTO_WAITING_FOR_SIGNATURE'] as const)(
    'of a test account can ask for %s',
    async (testOutcome) => {
      const { sellers, applications } = await openSellers();
      await sellers.apply({ ...company, testOutcome });
      expect(applications()).toMatchObject([{ payout_destination_description: testOutcome }]);
    },
  );

  it.each([
    ['a wrong organisation number', { organisationNumber: '923663488' }],
    ['a wrong account number', { accountNumber: '86011117948' }],
    ['a wrong IBAN', { accountType: 'IBAN', accountNumber: 'NO9386011117948' }],
    ['an id that is none', { payoutDestinationId: 'a b' }],
    ['nothing', { name: '' }],
  ] as const)('with %s is refused before anything is sent', async (_, change) => {
    const { sellers, sandbox } = await openSellers();
    expect(await sellers.apply({ ...company, ...change })).toMatchObject({ ok: false });
    expect(sandbox.requests()).toEqual([]);
  });

  it.each(['seller-1', 'seller-2'])(
    'with the id of %s is refused at its field, and not sent',
    async (payoutDestinationId) => {
      const { sellers, applications } = await openSellers();
      expect(await sellers.apply({ ...company, payoutDestinationId })).toEqual({
        ok: false,
        error: { code: 'input.seller-id-taken', field: 'payoutDestinationId' },
      });
      expect(applications()).toEqual([]);
    },
  );

  it('that Dintero does not accept says that nothing was created', async () => {
    const { sellers, sandbox } = await openSellers();
    sandbox.disturb({ method: 'POST', path: applyCall, trouble: { kind: 'answer', status: 400 } });
    expect(await sellers.apply(company)).toMatchObject({ error: { code: 'setup.seller-refused' } });
  });

  it('that this client may not send names the scope', async () => {
    const { sellers } = await openSellers({ client: 'checkoutOnly' });
    expect(await sellers.apply(company)).toMatchObject({
      error: {
        code: 'setup.rights',
        detail: { scope: 'write:accounts:/management/settings/approvals' },
      },
    });
  });

  it.each<[string, Trouble]>([
    ['is lost', { kind: 'lose-reply' }],
    ['breaks off', { kind: 'truncate' }],
    ['is garbage', { kind: 'garble' }],
  ])('whose reply %s is found in the list', async (_, trouble) => {
    const bench = await openSellers();
    bench.sandbox.disturb({ method: 'POST', path: applyCall, trouble });
    expect(await bench.sellers.apply(company)).toEqual({ ok: true, value: null });
    expect([bench.applications().length, await idsOf(bench)]).toEqual([
      1,
      ['kaffebaren', 'seller-2', 'seller-1'],
    ]);
  });

  it.each<[string, Trouble]>([
    ['a reset', { kind: 'reset' }],
    ['a 500', { kind: 'answer', status: 500 }],
    ['a 503', { kind: 'answer', status: 503 }],
  ])('that ends in %s and is not in the list is unsure, and not sent again', async (_, trouble) => {
    const bench = await openSellers();
    bench.sandbox.disturb({ method: 'POST', path: applyCall, trouble });
    expect(await bench.sellers.apply(company)).toMatchObject({ error: { code: 'setup.seller-unsure' } });
    await bench.pass(600_000);
    expect(bench.applications()).toHaveLength(1);
  });

  it('whose reply is lost is unsure too when the list can’t be read', async () => {
    const bench = await openSellers();
    bench.sandbox.disturb({ method: 'POST', path: applyCall, trouble: { kind: 'lose-reply' } });
    // The first two reads come before the application.
    bench.sandbox.disturb({
      method: 'GET',
      path: /payout-destinations$/,
      times: 2,
      trouble: { kind: 'hold', part: 'reply', until: Promise.resolve() },
    });
    bench.sandbox.disturb({ ...reads, trouble: { kind: 'answer', status: 503 } });
    expect(await bench.passing(bench.sellers.apply(company))).toMatchObject({
      error: { code: 'setup.seller-unsure' },
    });
  });

  it('is not sent while there is no connection', async () => {
    const bench = await openSellers();
    await bench.sandbox.close();
    expect(await bench.passing(bench.sellers.apply(company))).toMatchObject({
      error: { code: 'setup.network' },
    });
  });
});
