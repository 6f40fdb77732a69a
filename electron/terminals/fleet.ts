import { type Fault, fault, inputFault } from '../../shared/fault.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import { nextSimulatedSerial, readSerialNumber } from '../../shared/serial-number.ts';
import type { FleetTerminal, TerminalWritten } from '../../shared/views/terminals.ts';
import type { DinteroClient } from '../dintero/client.ts';
import { hadNoEffect, isNotAllowed, isNotFound, isRefused } from '../dintero/failure.ts';
import type { Store } from '../dintero/stores.ts';
import type { Terminal } from '../dintero/terminals.ts';
import { withEitherStoreId } from './store-id.ts';

/** What of Dintero the fleet needs. */
export type FleetClient = Pick<DinteroClient, 'accountId' | 'terminals' | 'stores'>;

export interface FleetOptions {
  /** The account that terminals belong to now. */
  readonly dintero: () => Result<FleetClient>;
  /** The reference of the payment or refund of this till that holds a terminal. */
  readonly heldBy: (terminalId: string) => string | undefined;
}

/** As a person fills it in: an empty model is none. */
interface Place {
  readonly storeId: string;
  readonly model: string;
}

/** The terminals of the whole account: lists, registers and moves them. Keeps nothing: Dintero has them. */
export class Fleet {
  readonly #options: FleetOptions;

  constructor(options: FleetOptions) {
    this.#options = options;
  }

  /** A part of the list. An account may have thousands: who shows it asks for part after part. */
  async page(
    after: string | undefined,
  ): Promise<Result<{ readonly terminals: readonly FleetTerminal[]; readonly next?: string | undefined }>> {
    const client = this.#options.dintero();
    if (!client.ok) return client;
    const page = await client.value.terminals.page(after);
    if (!page.ok) return err(page.error.fault);
    return ok({ terminals: page.value.entries.map(fleetTerminal), next: page.value.next });
  }

  /** A serial number for one more simulated terminal; `null` on a live account, which has none. */
  async nextSimulated(): Promise<Result<string | null>> {
    const client = this.#options.dintero();
    if (!client.ok) return client;
    const { accountId, terminals } = client.value;
    if (nextSimulatedSerial(accountId, []) === undefined) return ok(null);
    const all = await terminals.all();
    if (!all.ok) return err(all.error.fault);
    const taken = all.value.flatMap(({ device_serial_number: serial }) => serial ?? []);
    return ok(nextSimulatedSerial(accountId, taken) ?? null);
  }

  /** Gives the new terminal. When Dintero's reply is lost, the list tells whether it is there. */
  async register({
    serialNumber,
    ...place
  }: Place & { readonly serialNumber: string }): Promise<Result<TerminalWritten>> {
    const client = this.#options.dintero();
    if (!client.ok) return client;
    const { accountId, terminals } = client.value;
    const serial = readSerialNumber(serialNumber, accountId, 'serialNumber');
    if (!serial.ok) return serial;
    const store = await storeFor(client.value, place.storeId);
    if (!store.ok) return store;
    const { kind, answer } = await withEitherStoreId(store.value, (storeId) =>
      terminals.register({ serialNumber: serial.value, storeId, model: modelOf(place) }),
    );
    if (answer.ok) return ok({ terminal: fleetTerminal(answer.value), tookStoreId: kind });
    if (hadNoEffect(answer.error) && !isRefused(answer.error)) return err(answer.error.fault);
    const known = await terminals.withSerialNumber(serial.value);
    const same = known.ok ? known.value.find(({ status }) => status !== 'DELETED') : undefined;
    if (!hadNoEffect(answer.error)) {
      if (!same) return err(fault('setup.reply-lost'));
      return isIn(same, store.value) ? ok({ terminal: fleetTerminal(same) }) : err(takenFault(same));
    }
    return err(same ? takenFault(same) : fault('setup.terminal-refused'));
  }

  /** Gives a terminal another model, or moves it to another store. */
  async change({
    terminalId,
    ...place
  }: Place & { readonly terminalId: string }): Promise<Result<TerminalWritten>> {
    const client = this.#options.dintero();
    if (!client.ok) return client;
    const held = this.#options.heldBy(terminalId);
    if (held !== undefined) return err(fault('terminal.operation-reserved', { reference: held }));
    const { terminals } = client.value;
    const store = await storeFor(client.value, place.storeId);
    if (!store.ok) return store;
    const { kind, answer } = await withEitherStoreId(store.value, (storeId) =>
      terminals.change(terminalId, { storeId, model: modelOf(place) }),
    );
    if (answer.ok) return ok({ terminal: fleetTerminal(answer.value), tookStoreId: kind });
    const now = await terminals.get(terminalId);
    if (!now.ok && isNotFound(now.error)) return err(fault('terminal.gone', { terminalId }));
    if (hadNoEffect(answer.error)) {
      return err(isRefused(answer.error) ? fault('setup.terminal-refused') : answer.error.fault);
    }
    const done =
      now.ok && isIn(now.value, store.value) && [undefined, now.value.device_model].includes(modelOf(place));
    return done ? ok({ terminal: fleetTerminal(now.value) }) : err(fault('setup.reply-lost'));
  }
}

/** A terminal as lists show it. */
export const fleetTerminal = (terminal: Terminal): FleetTerminal => ({
  terminalId: terminal.terminal_id,
  serialNumber: terminal.device_serial_number,
  model: terminal.device_model,
  storeId: terminal.store_id,
  status: terminal.status,
  statusReason: terminal.status_reason,
});

/**
 * The store that a terminal is to stand in, as Dintero has it now; as it was typed where this API client may not read
 * stores. Without a payout destination it takes no payments.
 */
async function storeFor(
  { stores }: FleetClient,
  typed: string,
): Promise<Result<Pick<Store, 'store_id' | 'id'>>> {
  const storeId = typed.trim();
  if (storeId === '') return err(inputFault('input.choose', 'storeId'));
  const all = await stores.all();
  if (!all.ok) return isNotAllowed(all.error) ? ok({ store_id: storeId }) : err(all.error.fault);
  const store = all.value.find(({ store_id: id }) => id === storeId);
  if (!store) return err(inputFault('input.store-unknown', 'storeId'));
  if (!store.payout_destination) return err(inputFault('input.store-no-seller', 'storeId'));
  // Both ids may look alike: one that names another store too is never sent, or the terminal might come to stand there.
  const isAmbiguous = all.value.some((other) => other !== store && other.store_id === store.id);
  return ok(isAmbiguous ? { store_id: store.store_id } : store);
}

const modelOf = ({ model }: Place): string | undefined => (model === '' ? undefined : model);

const isIn = ({ store_id: storeId }: Terminal, store: Pick<Store, 'store_id' | 'id'>): boolean =>
  storeId === store.store_id || storeId === store.id;

const takenFault = ({ terminal_id: terminalId, store_id: storeId }: Terminal): Fault =>
  inputFault('input.serial-taken', 'serialNumber', {
    terminalId,
    ...(storeId !== undefined && { storeId }),
  });
