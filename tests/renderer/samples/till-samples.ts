import { type Snapshot } from '../../../shared/contract.ts';
import { type Pairing } from '../../../shared/views/pairing.ts';
import { type TerminalView } from '../../../shared/views/terminal.ts';
import { basketView, cashier, manager, nok, now, otherManager } from './basket-samples.ts';

export const pairing: Pairing = {
  accountId: 'T12345678',
  store: { storeId: 'oslo-center', name: 'Oslo Center', payoutDestinationId: 'seller-1' },
  profile: { profileId: 'T12345678.in-person', enablesInPerson: true },
  terminal: { terminalId: 'T12345678-T0001', serialNumber: '4711-0012-2607', model: 'SATURN1000F2' },
  tillName: 'Counter 1',
  currency: nok,
  pairedAt: Date.parse('2026-11-02T09:15:00+01:00'),
};

export const terminal: TerminalView = {
  ...pairing.terminal,
  status: 'ACTIVE',
  checkedAt: now - 12_000,
  usualOpenMs: 1_400,
};

/** A paired till with an empty basket, somebody signed in, and nothing going on. */
export const quietTill: Snapshot = {
  app: { version: '0.1.0', host: 'electron', mode: 'live', stage: 'till', notices: [], liveMatters: 0 },
  settings: {
    locale: 'en',
    theme: 'light',
    returnUrl: 'https://www.dintero.com/',
    callbackUrl: '',
    deadlineSeconds: 180,
    refundsOnTerminal: true,
  },
  network: { online: true },
  pairing: { paired: pairing },
  terminal,
  staff: { people: [manager, otherManager, cashier], signedIn: cashier, locked: false },
  basket: { ...basketView({ id: 'basket-1', lines: [] }), canUndo: false },
  payment: null,
  desk: { matters: [], alarms: [] },
  sales: { revision: 1 },
  refund: null,
  simulatedTerminal: null,
};
