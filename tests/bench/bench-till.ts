import { Baskets } from '../../electron/baskets/baskets.ts';
import { type DinteroClient, createDinteroClient } from '../../electron/dintero/client.ts';
import { type Journal, openJournal } from '../../electron/journal/journal.ts';
import { Payments } from '../../electron/payments/payments.ts';
import { systemClock } from '../../electron/support/clock.ts';
import { silentLog } from '../../electron/support/log.ts';
import { currency } from '../../shared/money.ts';
import { type Result, ok } from '../../shared/result.ts';
import { unobserved } from '../integration/dintero/client.ts';

export const accountId = 'T00000001';
export const terminalId = 'T00000001-T0001';
export const nok = currency('NOK');

/** The value of a result; anything else ends the benchmark. */
export function unwrap<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Opens a journal. One that would have to be set aside ends the benchmark. */
export function journalAt(file: string): Journal {
  const opened = unwrap(
    openJournal({
      file,
      accountId,
      clock: systemClock,
      onHeadFailure: (error) => {
        throw error;
      },
    }),
  );
  if (opened.setAside !== undefined) throw new Error(`The journal was set aside: ${opened.setAside}`);
  return opened.journal;
}

/** The real client of one account. */
export const clientAt = (origin: URL): DinteroClient =>
  createDinteroClient({
    addresses: { checkout: origin, api: origin },
    accountId,
    credentials: () => Promise.resolve(ok({ accountId, clientId: 'client', clientSecret: 'secret' })),
    clock: systemClock,
    log: silentLog,
    version: '1.2.3',
    observer: unobserved,
    proxyFor: () => Promise.resolve(undefined),
    onSecret: () => undefined,
    onLogin: () => undefined,
  });

/** What sells, of a till. */
export interface BenchTill {
  readonly baskets: Baskets;
  readonly payments: Payments;
}

/** The real baskets and payments on a journal, as a paired till wires them. */
export function tillOn(journal: Journal, dintero: DinteroClient): BenchTill {
  const baskets: Baskets = new Baskets({
    records: journal.baskets,
    currency: nok,
    frozenFor: (saleId) => payments.openReference(saleId),
    onChange: () => undefined,
  });
  const payments: Payments = new Payments({
    journal,
    baskets,
    dintero,
    pairing: {
      accountId,
      store: { storeId: 'oslo-center', name: 'Oslo Center', payoutDestinationId: 'seller-1' },
      profile: { profileId: 'in-person', enablesInPerson: true },
      terminals: [{ terminalId }],
      defaultTerminalId: terminalId,
      lockedToDefault: false,
      tillName: 'Counter 7',
      currency: nok,
      pairedAt: 0,
    },
    terminals: { forSale: () => ok(terminalId), pick: () => ok(null) },
    settings: () => ({
      returnUrl: 'https://till.example.com/',
      callbackUrl: '',
      deadlineMs: 180_000,
      notFoundMarginMs: 60_000,
    }),
    actor: () => ({ id: 'person-ola', name: 'Ola' }),
    blocked: () => undefined,
    clock: systemClock,
    log: silentLog,
    onChange: () => undefined,
  });
  return { baskets, payments };
}
