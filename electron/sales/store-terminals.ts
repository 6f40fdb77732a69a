import type { Pairing } from '../../shared/views/pairing.ts';
import type { SaleTerminal } from '../../shared/views/store-sale.ts';
import type { DinteroClient } from '../dintero/client.ts';

export interface StoreTerminalsOptions {
  readonly dintero: Pick<DinteroClient, 'transactions'>;
  /** Dintero by the API client that may list terminals, where there is one. */
  readonly managing: () => Pick<DinteroClient, 'terminals'>;
  readonly pairing: Pick<Pairing, 'store' | 'terminals'>;
}

/** How many of the newest payments tell where the store sells, when its terminals may not be listed. */
const newest = 100;

/**
 * The terminals that sales of the store are looked for by: this till's own first, then the store's others. An API client for
 * payments often may not list them: then those that took the newest payments are known. Never fails, for a filter may be
 * short of a terminal; the list itself says when Dintero can't be read.
 */
export async function storeTerminals(options: StoreTerminalsOptions): Promise<readonly SaleTerminal[]> {
  const { pairing } = options;
  const own: SaleTerminal[] = pairing.terminals.map(({ terminalId, serialNumber }) => ({
    terminalId,
    serialNumber,
  }));
  const listed = await options.managing().terminals.ofStore(pairing.store.storeId);
  const others = listed.ok
    ? listed.value.map(({ terminal_id: terminalId, device_serial_number: serialNumber }): SaleTerminal => ({
        terminalId,
        serialNumber,
      }))
    : await soldOn(options);
  const known = new Map([...others, ...own].map((terminal) => [terminal.terminalId, terminal]));
  const isOwn = new Set(own.map(({ terminalId }) => terminalId));
  const rest = [...known.values()]
    .filter(({ terminalId }) => !isOwn.has(terminalId))
    .toSorted((a, b) => a.terminalId.localeCompare(b.terminalId));
  return [...own, ...rest];
}

async function soldOn({ dintero, pairing }: StoreTerminalsOptions): Promise<readonly SaleTerminal[]> {
  const read = await dintero.transactions.search({ storeId: pairing.store.storeId, limit: newest });
  if (!read.ok) return [];
  return read.value.flatMap(({ store }) =>
    store?.terminal_id === undefined ? [] : [{ terminalId: store.terminal_id }],
  );
}
