import { type DinteroClient, createDinteroClient } from '../../../electron/dintero/client.ts';
import { Line } from '../../../electron/dintero/line.ts';
import { type Journal, openJournal } from '../../../electron/journal/journal.ts';
import { PairedTill } from '../../../electron/paired-till.ts';
import type { Sandbox } from '../../../electron/sandbox/sandbox.ts';
import { trainingAccountId, trainingClients } from '../../../electron/sandbox/training-account.ts';
import type { Clock } from '../../../electron/support/clock.ts';
import type { Log } from '../../../electron/support/log.ts';
import type { Fault } from '../../../shared/fault.ts';
import { currency } from '../../../shared/money.ts';
import { type Result, ok } from '../../../shared/result.ts';
import type { Pairing } from '../../../shared/views/pairing.ts';
import { type People, peopleOf } from './people.ts';

export const terminalId = `${trainingAccountId}-T0001`;

/** What may differ from the usual till. Times in ms. */
export interface TillSetUp {
  readonly deadlineMs?: number;
  readonly notFoundMarginMs?: number;
  readonly refundsOnTerminal?: boolean;
  readonly tillName?: string;
  readonly terminalId?: string;
  readonly otherTerminalIds?: readonly string[];
  readonly lockedToDefault?: boolean;
  readonly journalFault?: () => Fault | undefined;
}

/** What a running till is made of, wired as `electron/till.ts` does it. */
export interface Parts {
  readonly journal: Journal;
  readonly line: Line;
  readonly dintero: DinteroClient;
  readonly paired: PairedTill;
  readonly people: People;
}

/** The value of a result; anything else is a failed test. */
export const unwrap = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

/** The terminals of a pairing: one, which is the default, and perhaps others. */
export const tillTerminals = (
  defaultTerminalId: string,
  others: readonly string[] = [],
): Pick<Pairing, 'terminals' | 'defaultTerminalId' | 'lockedToDefault'> => ({
  terminals: [defaultTerminalId, ...others].map((id) => ({ terminalId: id })),
  defaultTerminalId,
  lockedToDefault: false,
});

const pairing: Pairing = {
  accountId: trainingAccountId,
  store: { storeId: 'oslo-center', name: 'Oslo Center', payoutDestinationId: 'seller-1' },
  profile: { profileId: 'in-person', enablesInPerson: true },
  ...tillTerminals(terminalId),
  tillName: 'Counter 7',
  currency: currency('NOK'),
  pairedAt: 0,
};

/** An error in the log is a bug, whatever the test is about. */
const strictLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event, detail) => {
    throw new Error(event, { cause: detail?.['error'] ?? detail });
  },
};

export function openParts({
  sandbox,
  clock,
  journalFile,
  setUp,
  onChange,
}: {
  readonly sandbox: Pick<Sandbox, 'accountId' | 'url'>;
  readonly clock: Clock;
  readonly journalFile: string;
  readonly setUp: TillSetUp;
  readonly onChange: () => void;
}): Parts {
  const { journal } = unwrap(
    openJournal({
      file: journalFile,
      accountId: sandbox.accountId,
      clock,
      onHeadFailure: (error) => {
        throw error;
      },
    }),
  );
  const address = new URL(sandbox.url);
  const line = new Line({
    clock,
    probe: (host) => dintero.probe(host),
    onChange,
    onReturn: () => paired.lookAtAll(),
    onServerTime: () => undefined,
  });
  const dintero = createDinteroClient({
    addresses: { checkout: address, api: address },
    accountId: sandbox.accountId,
    credentials: () => Promise.resolve(ok({ accountId: sandbox.accountId, ...trainingClients.full })),
    clock,
    log: strictLog,
    version: '1.2.3',
    observer: line,
    proxyFor: () => Promise.resolve(undefined),
    onSecret: () => undefined,
    onLogin: onChange,
  });
  const { deadlineMs = 180_000, notFoundMarginMs = 60_000, refundsOnTerminal = true } = setUp;
  const people = peopleOf(clock, onChange);
  const paired = new PairedTill({
    pairing: {
      ...pairing,
      tillName: setUp.tillName ?? pairing.tillName,
      ...tillTerminals(setUp.terminalId ?? terminalId, setUp.otherTerminalIds),
      lockedToDefault: setUp.lockedToDefault ?? false,
    },
    journal,
    journalFault: () => setUp.journalFault?.(),
    dintero,
    managing: () => dintero,
    offline: () => line.downReason('checkout'),
    actor: () => people.staff.actor(),
    settings: () => ({
      returnUrl: 'https://till.example.com/',
      callbackUrl: '',
      deadlineMs,
      notFoundMarginMs,
    }),
    refundsOnTerminal: () => refundsOnTerminal,
    refundDeadlineMs: 300_000,
    clock,
    log: strictLog,
    onChange,
  });
  paired.start();
  return { journal, line, dintero, paired, people };
}
