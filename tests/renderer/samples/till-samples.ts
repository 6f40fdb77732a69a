import { type Snapshot } from '../../../shared/contract.ts';
import { usualRules } from '../../../shared/rights.ts';
import { fault } from '../../../shared/fault.ts';
import { type PairedTerminal, type Pairing } from '../../../shared/views/pairing.ts';
import { type TerminalView, type TillTerminalsView } from '../../../shared/views/terminal.ts';
import { basketView, cashier, manager, nok, now, otherManager } from './basket-samples.ts';

export const pairedTerminal: PairedTerminal = {
  terminalId: 'T12345678-T0001',
  serialNumber: '4711-0012-2607',
  model: 'SATURN1000F2',
};

export const pairing: Pairing = {
  accountId: 'T12345678',
  clients: { checkout: 'till-client-7' },
  store: { storeId: 'oslo-center', name: 'Oslo Center', payoutDestinationId: 'seller-1' },
  profile: { profileId: 'T12345678.in-person', enablesInPerson: true },
  terminals: [pairedTerminal],
  defaultTerminalId: pairedTerminal.terminalId,
  lockedToDefault: false,
  tillName: 'Counter 1',
  currency: nok,
  pairedAt: Date.parse('2026-11-02T09:15:00+01:00'),
};

export const terminal: TerminalView = {
  ...pairedTerminal,
  status: 'ACTIVE',
  checkedAt: now - 12_000,
  usualOpenMs: 1_400,
};

/** More terminals at the same counter: one that is free, one that is held, one that is not ready, one that is gone. */
export const otherTerminals: readonly TerminalView[] = [
  { terminalId: 'T12345678-T0004', serialNumber: '4711-0012-2619', model: 'SATURN1000F2', status: 'ACTIVE' },
  {
    terminalId: 'T12345678-T0005',
    serialNumber: '4711-0012-2623',
    status: 'ACTIVE',
    heldBy: 'counter1-k3f9-20261120-000182-1',
  },
  {
    terminalId: 'T12345678-T0006',
    serialNumber: '4711-0012-2624',
    status: 'ACTION_REQUIRED',
    fault: fault('terminal.not-active', { status: 'ACTION_REQUIRED' }),
  },
  { terminalId: 'T12345678-T0007', fault: fault('terminal.gone') },
];

/** The terminals of a till, of which the first is the one that the open sale goes to. */
export const tillTerminals = (...terminals: readonly TerminalView[]): TillTerminalsView => ({
  presentId: terminals[0]?.terminalId ?? '',
  canPick: terminals.length > 1,
  terminals,
  otherTills: [],
});

const neverLocks = { atStart: false, afterMinutes: null } as const;

/** A till that has no people yet. */
export const nobodyYet: Snapshot['staff'] = {
  people: [],
  locked: false,
  rules: usualRules,
  lock: neverLocks,
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
    refundReasons: [],
  },
  network: { online: true },
  pairing: { paired: pairing, journalFile: '/home/ola/.config/Tillside/live/journal-T12345678.sqlite' },
  tillTerminals: tillTerminals(terminal),
  operations: [],
  staff: {
    people: [manager, otherManager, cashier],
    signedIn: cashier,
    locked: false,
    rules: usualRules,
    lock: neverLocks,
  },
  basket: { ...basketView({ id: 'basket-1', lines: [] }), canUndo: false },
  payment: null,
  desk: { matters: [], alarms: [] },
  sales: { revision: 1 },
  refund: null,
  followedTerminals: [],
  seller: null,
  trainingScenarios: null,
  audit: { revision: 0, export: null },
  simulatedTerminal: null,
};
