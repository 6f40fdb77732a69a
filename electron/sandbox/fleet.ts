import { randomUUID } from 'node:crypto';
import type { State, Store, Terminal } from './records.ts';
import { type Reply, refuse } from './reply.ts';
import type { TerminalBody, TerminalChange } from './request-bodies.ts';
import { type World, timeOf } from './world.ts';

const deviceNumber = /^\d{12}$/;
const simulatedNumber = /^SIMULATED-(T\d{8})-\d{3}$/;

/**
 * The terminals as the account knows them: registered, set up, changed, and taken away.
 * https://docs.dintero.com/docs/checkout/in-person/terminal-onboarding
 */
export class Fleet {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** `POST …/terminals`. Gives the new terminal, or why there is none. */
  register(body: TerminalBody): Terminal | Reply {
    const { state, options } = this.#world;
    const { device_serial_number: serial, device_model: model } = body;
    const simulated = simulatedNumber.exec(serial);
    if (simulated ? simulated[1] !== state.accountId : !deviceNumber.test(serial)) {
      return refuse(400, 'device_serial_number is none');
    }
    const store = this.#store(body.store_id);
    if (!('store_id' in store)) return store;
    if (state.terminals.some((one) => one.device_serial_number === serial && one.status !== 'DELETED')) {
      return refuse(options().alreadyThereStatus, 'device_serial_number is registered already');
    }
    const terminal: Terminal = {
      ...newTerminal(this.#world, store),
      device_serial_number: serial,
      ...(model !== undefined && { device_model: model }),
    };
    state.terminals.push(terminal);
    if (!simulated || options().simulatedTerminals === 'as-real-ones') this.#setUp(terminal);
    return terminal;
  }

  /** `PUT …/terminals/{id}`: another model, another store. */
  change(terminal: Terminal, { store_id: storeId, device_model: model }: TerminalChange): Terminal | Reply {
    const store = storeId === undefined ? undefined : this.#store(storeId);
    if (store && !('store_id' in store)) return store;
    if (store) terminal.store_id = store.store_id;
    if (model !== undefined) terminal.device_model = model;
    return terminal;
  }

  /** The time of being set up is over. */
  provision(terminalId: string): void {
    const terminal = this.#find(terminalId);
    if (terminal?.status !== 'PENDING') return;
    this.setStatus(
      terminalId,
      this.#world.options().afterPending === 'active' ? 'ACTIVE' : 'ACTION_REQUIRED',
    );
  }

  /** The terminal has fetched its settings: one that waited for that is ready. */
  updateChecked(terminalId: string): void {
    if (this.#find(terminalId)?.status === 'ACTION_REQUIRED') this.setStatus(terminalId, 'ACTIVE');
  }

  /** Gives a terminal another status, as Dintero's own people may. ACTION_REQUIRED asks for an update. */
  setStatus(terminalId: string, status: string): void {
    const terminal = this.#find(terminalId);
    if (!terminal) return;
    this.#world.agenda.drop(terminalId, 'provision');
    terminal.status = status;
    delete terminal.status_reason;
    if (status === 'ACTION_REQUIRED') terminal.status_reason = 'CHECK_UPDATE';
  }

  /** Takes a terminal out of the account, without a trace. */
  remove(terminalId: string): void {
    const { state, agenda } = this.#world;
    agenda.drop(terminalId, 'provision');
    state.terminals = state.terminals.filter(({ terminal_id: id }) => id !== terminalId);
  }

  /** Adds so many ACTIVE terminals to a store, to see how a client bears a large account. */
  grow(count: number, storeId: string): void {
    const store = this.#world.state.stores.find(({ store_id: id }) => id === storeId);
    if (!store) return;
    for (let one = 0; one < count; one += 1) {
      this.#world.state.terminals.push({
        ...newTerminal(this.#world, store),
        device_serial_number: String(700_000_000_000 + this.#world.state.terminals.length),
        device_model: 'SATURN1000',
      });
    }
  }

  #setUp(terminal: Terminal): void {
    terminal.status = 'PENDING';
    this.#world.agenda.after(this.#world.options().pendingMs, 'provision', terminal.terminal_id);
  }

  #store(named: string): Store | Reply {
    const { state, options } = this.#world;
    const { terminalStoreId, unknownReferenceStatus } = options();
    const store = state.stores.find(
      ({ store_id: merchants, id }) => (terminalStoreId === 'merchant' ? merchants : id) === named,
    );
    return store ?? refuse(unknownReferenceStatus, 'store_id is not a store of this account');
  }

  #find(terminalId: string): Terminal | undefined {
    return this.#world.state.terminals.find(({ terminal_id: id }) => id === terminalId);
  }
}

function newTerminal(world: World, store: Store): Omit<Terminal, 'device_serial_number'> {
  return {
    terminal_id: freeTerminalId(world.state),
    id: randomUUID(),
    created_at: timeOf(world),
    store_id: store.store_id,
    status: 'ACTIVE',
    plugged: true,
    prompts: [],
  };
}

/** One above the highest that is there: a number is not given out twice. */
function freeTerminalId({ accountId, terminals }: State): string {
  const last = terminals.at(-1)?.terminal_id ?? '';
  const number = Number(/-T(\d+)$/.exec(last)?.[1] ?? 0) + 1;
  return `${accountId}-T${String(number).padStart(4, '0')}`;
}
