import { type Fault, fault, inputFault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import type { PairedTerminal, Pairing } from '../../shared/views/pairing.ts';
import type { DinteroClient } from '../dintero/client.ts';
import type { Terminal } from '../dintero/terminals.ts';
import type { Transaction } from '../dintero/transactions.ts';
import type { TillTerminals } from '../terminals/till-terminals.ts';

export interface RefundTerminalsOptions {
  readonly pairing: Pick<Pairing, 'store' | 'lockedToDefault'>;
  readonly terminals: Pick<TillTerminals, 'presentId' | 'ids' | 'forSale'>;
  /** The client that may read terminals. */
  readonly managing: () => Pick<DinteroClient, 'terminals'>;
}

/**
 * On which terminal a customer may confirm a refund: an ACTIVE one of the same payout destination. That is any of this
 * store, also one that is no terminal of this till.
 * https://docs.dintero.com/checkout-api/transactions/transactions_id_refund_post
 */
export class RefundTerminals {
  readonly #options: RefundTerminalsOptions;

  constructor(options: RefundTerminalsOptions) {
    this.#options = options;
  }

  get presentId(): string {
    return this.#options.terminals.presentId;
  }

  /** Why no terminal here may refund a payment: its money went to another payout destination. */
  refusal({ payout_destination_id: paidTo, store }: Transaction): Fault | undefined {
    const destination = paidTo ?? store?.payout_destination_id;
    return destination === undefined || destination === this.#options.pairing.store.payoutDestinationId
      ? undefined
      : inputFault('input.refund-other-seller');
  }

  /** The store's ACTIVE terminals that are not this till's, where they may be listed and picked. */
  async others(): Promise<Result<PairedTerminal[]>> {
    if (this.#options.pairing.lockedToDefault) return ok([]);
    const listed = await this.#others();
    return listed.ok
      ? ok(listed.value.filter(({ status }) => status === 'ACTIVE').map(pairedTerminal))
      : listed;
  }

  /** The terminal that a person saw, if it may refund: one of this till, else one that is ACTIVE in this store now. */
  async check(seenId: string | undefined): Promise<Result<string>> {
    const { pairing, terminals } = this.#options;
    if (seenId === undefined || terminals.ids.includes(seenId) || pairing.lockedToDefault) {
      return terminals.forSale(seenId);
    }
    const listed = await this.#others();
    if (!listed.ok) return listed;
    const terminal = listed.value.find(({ terminal_id: id }) => id === seenId);
    if (!terminal) return err(fault('terminal.gone', { terminalId: seenId }));
    const { status = 'UNKNOWN' } = terminal;
    return status === 'ACTIVE'
      ? ok(seenId)
      : err(fault('terminal.not-active', { status, terminalId: seenId }));
  }

  async #others(): Promise<Result<readonly Terminal[]>> {
    const { pairing, terminals, managing } = this.#options;
    const read = await managing().terminals.ofStore(pairing.store.storeId);
    if (!read.ok) return err(read.error.fault);
    return ok(read.value.filter(({ terminal_id: id }) => !terminals.ids.includes(id)));
  }
}

const pairedTerminal = (terminal: Terminal): PairedTerminal => ({
  terminalId: terminal.terminal_id,
  ...(terminal.device_serial_number !== undefined && { serialNumber: terminal.device_serial_number }),
  ...(terminal.device_model !== undefined && { model: terminal.device_model }),
});
