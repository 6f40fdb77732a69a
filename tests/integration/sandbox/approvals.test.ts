import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { type Account, openAccount } from './account.ts';
import { application, apply, approvalsPath, caseOf, destinationsPath } from './approval-options.ts';

const [account] = application.bank_accounts;
const statusOf = async (at: Account): Promise<string> => (await caseOf(at)).case_status;

const linkOf = async (at: Account, rel: string): Promise<string> => {
  const link = (await caseOf(at)).links.find((one) => one.rel === rel);
  if (!link) throw new Error(`There is no ${rel}`);
  return link.href;
};

describe('the case of a new seller', () => {
  it('waits for the declaration, then for the signature, is reviewed, and is then a payout destination', async () => {
    const at = await openAccount();
    await apply(at, { payout_destination_name: 'Kaffebaren AS' });
    const seen = [await statusOf(at)];
    at.sandbox.sign('kaffebaren');
    seen.push(await statusOf(at));
    at.sandbox.sign('kaffebaren');
    seen.push(await statusOf(at));
    await at.clock.pass(3_000);
    seen.push(await statusOf(at));
    expect(seen).toEqual(['WAITING_FOR_DECLARATION', 'WAITING_FOR_SIGNATURE', 'AUTOMATIC_REVIEW', 'ACTIVE']);
    expect((await at.get(`${destinationsPath}/kaffebaren`)).body).toMatchObject({
      payout_destination_id: 'kaffebaren',
      payout_destination_name: 'Kaffebaren AS',
      case_status: 'ACTIVE',
      type: 'company',
      organization: { organization_number: '923663487', country: 'NO' },
      payout_interval_type: 'day',
      number_of_stores: 0,
      number_of_terminals: 0,
    });
  });

  it.each([
    ['AUTO_APPROVE', 'ACTIVE'],
    ['AUTO_DECLINE', 'DECLINED'],
    ['AUTO_WAITING_FOR_SIGNATURE', 'WAITING_FOR_SIGNATURE'],
  ])('that is told to %s becomes %s by itself', async (description, status) => {
    const at = await openAccount();
    await apply(at, { payout_destination_description: description });
    await at.clock.pass(3_600_000);
    expect(await statusOf(at)).toBe(status);
  });

  it('goes on as its links are opened in their order', async () => {
    const at = await openAccount();
    await apply(at);
    at.sandbox.visit(await linkOf(at, 'contract_url'));
    const tooEarly = await statusOf(at);
    at.sandbox.visit(await linkOf(at, 'declaration_url'));
    const declared = await statusOf(at);
    at.sandbox.visit(await linkOf(at, 'contract_url'));
    expect([tooEarly, declared, await statusOf(at)]).toEqual([
      'WAITING_FOR_DECLARATION',
      'WAITING_FOR_SIGNATURE',
      'AUTOMATIC_REVIEW',
    ]);
  });

  it('stays with a status that Dintero’s people gave it', async () => {
    const at = await openAccount();
    await apply(at);
    at.sandbox.setCaseStatus('kaffebaren', 'UNDER_MANUAL_REVIEW');
    at.sandbox.sign('kaffebaren');
    await at.clock.pass(3_600_000);
    expect(await statusOf(at)).toBe('UNDER_MANUAL_REVIEW');
  });

  it('of a person needs no organisation', async () => {
    const at = await openAccount();
    const { organization_number: _, country_code: __, ...rest } = application;
    const answer = await at.post(approvalsPath, {
      ...rest,
      type: 'individual',
      individual: { name: 'Kari Nordmann', birth_date: '1980-05-17' },
    });
    expect(answer).toMatchObject({ status: 200, body: { type: 'individual' } });
  });

  it.each([
    ['an id that is taken by a payout destination', { payout_destination_id: 'seller-1' }],
    ['an id that is taken by a case', { payout_destination_id: 'seller-2' }],
    ['an id with a space', { payout_destination_id: 'a b' }],
    ['a long id', { payout_destination_id: 'x'.repeat(41) }],
    ['a wrong organisation number', { organization_number: '923663488' }],
    ['a short organisation number', { organization_number: '12' }],
    ['no organisation number', { organization_number: undefined }],
    ['a wrong account number', { bank_accounts: [{ ...account, bank_account_number: '86011117948' }] }],
    [
      'a wrong IBAN',
      {
        bank_accounts: [
          { ...account, bank_account_number_type: 'IBAN', bank_account_number: 'NO9386011117948' },
        ],
      },
    ],
    ['two accounts', { bank_accounts: [account, account] }],
    ['no account', { bank_accounts: [] }],
    ['a member that is not known', { organisation: '923663487' }],
  ])('with %s is refused, and is not there', async (_, change) => {
    const at = await openAccount();
    const before = (await at.get(approvalsPath)).body;
    expect((await apply(at, change)).status).toBe(400);
    expect((await at.get(approvalsPath)).body).toEqual(before);
  });

  it('needs a client that may write', async () => {
    const at = await openAccount({ client: 'checkoutOnly' });
    expect([(await apply(at)).status, (await at.get(approvalsPath)).status]).toEqual([403, 403]);
  });

  it('is found by its status', async () => {
    const at = await openAccount();
    await apply(at);
    const { body } = await at.get(`${approvalsPath}?case_status=WAITING_FOR_DECLARATION`);
    expect(body).toMatchObject({ payout_destinations: [{ payout_destination_id: 'kaffebaren' }] });
  });

  it('is refused for a parameter that the specification has not', async () => {
    const at = await openAccount();
    expect((await at.get(`${approvalsPath}?limit=100`)).status).toBe(400);
  });

  it('keeps what only the sandbox knows', async () => {
    const at = await openAccount();
    const { body } = await apply(at);
    expect(body).not.toHaveProperty('ahead');
    expect(body).not.toHaveProperty('token');
  });
});

describe('a sandbox that is opened again', () => {
  it('reads a state from before there were cases', async () => {
    const stateFile = join(temporaryFolder(), 'sandbox.json');
    const first = await openAccount({ stateFile });
    await first.sandbox.close();
    const { approvals: _, ...older } = JSON.parse(readFileSync(stateFile, 'utf8')) as { approvals: unknown };
    writeFileSync(stateFile, JSON.stringify(older));
    const at = await openAccount({ stateFile });
    expect((await at.get(approvalsPath)).body).toEqual({ payout_destinations: [] });
    expect((await at.get(`${destinationsPath}/seller-2`)).status).toBe(200);
  });

  it('goes on with a case that was running', async () => {
    const stateFile = join(temporaryFolder(), 'sandbox.json');
    const first = await openAccount({ stateFile });
    await apply(first, { payout_destination_description: 'AUTO_APPROVE' });
    await first.sandbox.close();
    const at = await openAccount({ stateFile, clock: first.clock });
    await at.clock.pass(3_000);
    expect(await statusOf(at)).toBe('ACTIVE');
  });
});
