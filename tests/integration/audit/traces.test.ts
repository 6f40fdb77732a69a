import { expect, it } from 'vitest';
import { traced } from '../../../electron/audit/traces.ts';
import { type SettingsInput, saveSettings } from '../../../electron/settings/settings.ts';
import type { AuditNote } from '../../../shared/audit.ts';
import { fault } from '../../../shared/fault.ts';
import { currency } from '../../../shared/money.ts';
import { type Result, err, ok } from '../../../shared/result.ts';
import { type Permit, type Rules, usualRules } from '../../../shared/rights.ts';
import type { LockRules } from '../../../shared/views/app.ts';
import type { Pairing } from '../../../shared/views/pairing.ts';
import type { LinkOutcome } from '../../../shared/views/sellers.ts';
import type { StoreView } from '../../../shared/views/stores.ts';
import type { TerminalWritten } from '../../../shared/views/terminals.ts';
import { memorySettings } from '../payments/in-memory.ts';
import { managersLeave } from '../payments/people.ts';

const store: StoreView = { storeId: 'oslo', name: 'Oslo' };
const terminal: TerminalWritten = { terminal: { terminalId: 'T12345678-T0009' } };
/** Of somebody who may, and whom nobody had to approve. */
const ownLeave: Permit = { by: managersLeave.by, within: () => undefined };
const refused = (): Result<never> => err(fault('setup.rejected'));

interface Answers {
  readonly stores?: Result<StoreView>;
  readonly terminals?: Result<TerminalWritten>;
  readonly others?: Result<null>;
  readonly link?: Result<LinkOutcome>;
}

/** Handlers that answer as told, and what they leave in the log. */
function till({
  stores = ok(store),
  terminals = ok(terminal),
  others = ok(null),
  link = refused(),
}: Answers = {}) {
  const notes: AuditNote[] = [];
  const settings = memorySettings();
  let rules: Rules = usualRules;
  let lock: LockRules = { atStart: false, afterMinutes: null };
  const pairing: Pairing = {
    accountId: 'T12345678',
    store: { storeId: 'oslo', name: 'Oslo', payoutDestinationId: 'seller-1' },
    profile: { profileId: 'T12345678.p', enablesInPerson: true },
    terminals: [{ terminalId: 'T12345678-T0001' }],
    defaultTerminalId: 'T12345678-T0001',
    lockedToDefault: false,
    tillName: 'Counter 7',
    currency: currency('NOK'),
    pairedAt: 1,
  };
  const handlers: Parameters<typeof traced>[0] = {
    settings: {
      look: (input: SettingsInput) => saveSettings(settings, input),
      save: (input: SettingsInput) => saveSettings(settings, input),
    },
    pairing: {
      begin: refused,
      leave: refused,
      goTo: refused,
      connect: () => others,
      stores: refused,
      chooseStore: refused,
      profiles: refused,
      chooseProfile: refused,
      terminals: refused,
      chooseTerminal: refused,
      otherTills: refused,
      tillsOfStore: refused,
      replaceClient: () => {
        settings.set('pairing', { ...pairing, clients: { checkout: 'new-id' } });
        return others;
      },
      useManagement: () => others,
      removeManagement: () => others,
      unpair: () => others,
      nameTill: refused,
      finish: () => {
        settings.set('pairing', pairing);
        return others;
      },
    },
    staff: {
      lock: refused,
      unlock: refused,
      touch: refused,
      add: refused,
      change: refused,
      remove: refused,
      changePin: refused,
      resetPin: refused,
      saveRules: (changed) => {
        rules = changed;
        return others;
      },
      saveLock: (changed) => {
        lock = changed;
        return others;
      },
    },
    operations: { start: () => others },
    sellers: {
      list: refused,
      apply: () => others,
      open: refused,
      leave: refused,
      link: () => link,
      readAgain: refused,
    },
    stores: { list: refused, read: refused, sellers: refused, create: () => stores },
    terminals: {
      page: refused,
      nextSimulated: refused,
      register: () => terminals,
      change: () => terminals,
      follow: refused,
    },
  };
  const calls = traced(handlers, {
    record: (note) => notes.push(note),
    settings: () => ({
      locale: settings.get('locale') ?? 'en',
      theme: settings.get('theme'),
      returnUrl: settings.get('returnUrl'),
      callbackUrl: settings.get('callbackUrl'),
      deadlineSeconds: settings.get('deadlineSeconds'),
      refundsOnTerminal: settings.get('refundsOnTerminal'),
      refundReasons: settings.get('refundReasons'),
    }),
    pairing: () => settings.get('pairing'),
    rules: () => rules,
    lock: () => lock,
    sellerId: () => 'seller-1',
  });
  return { calls, notes };
}

it('a setting is told with what it was before', async () => {
  const { calls, notes } = till();
  await calls.settings.save({ deadlineSeconds: 240, refundsOnTerminal: false }, ownLeave);
  expect(notes).toEqual([
    {
      kind: 'settings-changed',
      changes: [
        { name: 'deadlineSeconds', before: '180', after: '240' },
        { name: 'refundsOnTerminal', before: 'true', after: 'false' },
      ],
    },
  ]);
});

it('a change says who approved it, and why', async () => {
  const { calls, notes } = till();
  await calls.settings.save({ refundsOnTerminal: false }, managersLeave);
  const { approver, reason } = managersLeave.approval;
  expect(notes).toMatchObject([{ kind: 'settings-changed', approver, reason }]);
});

it('a right that was given, and a limit, is told with what it was before', async () => {
  const { calls, notes } = till();
  const { table, limits } = usualRules;
  const cashier = { ...table.cashier, refund: 'denied' as const };
  const refundAmount = { managerAbove: 200_000, deniedAbove: null };
  await calls.staff.saveRules(
    { table: { ...table, cashier }, limits: { ...limits, refundAmount } },
    ownLeave,
  );
  await calls.staff.saveLock({ atStart: true, afterMinutes: 10 }, ownLeave);
  expect(notes).toEqual([
    {
      kind: 'settings-changed',
      changes: [
        { name: 'rights.cashier.refund', before: 'needs-approval', after: 'denied' },
        { name: 'limits.refundAmount.managerAbove', before: '', after: '200000' },
      ],
    },
    {
      kind: 'settings-changed',
      changes: [
        { name: 'lock.atStart', before: 'false', after: 'true' },
        { name: 'lock.afterMinutes', before: '', after: '10' },
      ],
    },
  ]);
});

it.each<[string, Result<LinkOutcome>, readonly AuditNote[]]>([
  [
    'is told as the use of a right',
    ok({ kind: 'done' }),
    [{ kind: 'right-used', right: 'onboarding', about: 'seller-1' }],
  ],
  ['is not told while its host is asked for', ok({ kind: 'confirm', host: 'example.com' }), []],
  ['is not told when it did not open', refused(), []],
])('a signer’s page that is opened %s', async (_, link, told) => {
  const { calls, notes } = till({ link });
  await calls.sellers.link({ page: 'declaration', how: 'open', confirmedHost: null }, ownLeave);
  expect(notes).toEqual(told);
});

it('a setting that was refused, or that stays as it was, leaves nothing', async () => {
  const { calls, notes } = till();
  await calls.settings.save({ deadlineSeconds: 1 }, ownLeave);
  await calls.settings.look({ theme: 'system' });
  expect(notes).toEqual([]);
});

it('E2: an API client is that was typed is told without its id and its secret', async () => {
  const { calls, notes } = till();
  await calls.pairing.connect({ accountId: ' t12345678 ', clientId: 'the-id', clientSecret: 'the-secret' });
  expect(notes).toEqual([{ kind: 'api-client-entered', accountId: 'T12345678', use: 'payments' }]);
});

it('a pairing is told with all that it consists of', async () => {
  const { calls, notes } = till();
  await calls.pairing.finish({ managerName: 'Kari', pin: '4829', repeatPin: '4829' });
  expect(notes).toMatchObject([{ kind: 'pairing-changed', accountId: 'T12345678' }]);
  const [note] = notes;
  expect(note?.kind === 'pairing-changed' && note.changes.map(({ name }) => name)).toEqual([
    'accountId',
    'storeId',
    'payoutDestinationId',
    'profileId',
    'terminals',
    'defaultTerminalId',
    'lockedToDefault',
    'tillName',
  ]);
  expect(JSON.stringify(notes)).not.toContain('4829');
});

it('another API client of the paired till is told by its id', async () => {
  const { calls, notes } = till();
  await calls.pairing.finish({ managerName: 'Kari', pin: '4829', repeatPin: '4829' });
  notes.length = 0;
  await calls.pairing.replaceClient({ clientId: 'new-id', clientSecret: 'the-secret' }, ownLeave);
  expect(notes).toEqual([
    { kind: 'api-client-entered', accountId: 'T12345678', use: 'payments' },
    {
      kind: 'pairing-changed',
      accountId: 'T12345678',
      changes: [{ name: 'paymentClientId', before: '', after: 'new-id' }],
    },
  ]);
});

it('a till that could not leave its account says so', async () => {
  const { calls, notes } = till({ others: err(fault('setup.keychain-locked')) });
  await calls.pairing.finish({ managerName: 'Kari', pin: '4829', repeatPin: '4829' });
  notes.length = 0;
  await calls.pairing.unpair({}, managersLeave);
  expect(notes).toMatchObject([
    { kind: 'still-paired', accountId: 'T12345678', why: 'setup.keychain-locked' },
  ]);
});

const newStore = { storeId: '', name: ' Oslo ', organisationNumber: '', payoutDestinationId: 'seller-1' };
const newTerminal = { serialNumber: ' 123456 ', model: '', storeId: 'oslo' };

it('what was written to the account is told as Dintero answered', async () => {
  const { calls, notes } = till();
  await calls.stores.create(newStore, ownLeave);
  await calls.terminals.register(newTerminal, ownLeave);
  await calls.operations.start({ terminalId: 'T12345678-T0001', kind: 'end_of_day' }, ownLeave);
  expect(notes).toEqual([
    { kind: 'store-created', storeId: 'oslo', name: 'Oslo' },
    {
      kind: 'terminal-registered',
      terminalId: 'T12345678-T0009',
      serialNumber: '123456',
      storeId: 'oslo',
    },
    { kind: 'terminal-operation', terminalId: 'T12345678-T0001', operation: 'end_of_day' },
  ]);
});

it('what may have been written is told as that', async () => {
  const lost = err(fault('setup.reply-lost'));
  const { calls, notes } = till({ stores: lost, terminals: lost });
  await calls.stores.create({ ...newStore, storeId: 'oslo' }, ownLeave);
  await calls.terminals.register(newTerminal, ownLeave);
  expect(notes).toMatchObject([
    { kind: 'store-created', storeId: 'oslo', unsure: true },
    { kind: 'terminal-registered', terminalId: '', unsure: true },
  ]);
});

it('what Dintero refused is not told', async () => {
  const { calls, notes } = till({ stores: refused(), terminals: refused(), others: refused() });
  await calls.stores.create(newStore, ownLeave);
  await calls.terminals.register(newTerminal, ownLeave);
  await calls.terminals.change({ terminalId: 'T12345678-T0001', model: '', storeId: 'oslo' }, ownLeave);
  await calls.operations.start({ terminalId: 'T12345678-T0001', kind: 'send_logs' }, ownLeave);
  expect(notes).toEqual([]);
});
