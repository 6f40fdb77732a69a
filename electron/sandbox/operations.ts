import { randomUUID } from 'node:crypto';
import type { Fleet } from './fleet.ts';
import type { SandboxOptions } from './options.ts';
import type { Operation, Terminal } from './records.ts';
import { type Reply, refuse, reply } from './reply.ts';
import type { OperationBody } from './request-bodies.ts';
import { type World, timeOf } from './world.ts';

/** How long the terminal shows its menu when nobody closes it, in ms. */
const menuShownMs = 30_000;

const ends = { completed: 'COMPLETED', failed: 'FAILED', timeout: 'TIMEOUT' } as const;

/** How the key of an operation begins that somebody asked for in Backoffice, and that ends when they say so. */
const elsewhere = 'elsewhere';

/** How long an operation takes, and how it ends. */
function courseOf(
  operation: Operation['operation'],
  options: SandboxOptions,
): { readonly ms: number; readonly end: SandboxOptions['endOfDayEnds'] } {
  switch (operation) {
    case 'check_update':
      return { ms: options.checkUpdateMs, end: options.checkUpdateEnds };
    case 'send_logs':
      return { ms: options.sendLogsMs, end: options.sendLogsEnds };
    case 'open_menu':
      return { ms: options.openMenuMs, end: options.openMenuEnds };
    case 'end_of_day':
      return { ms: options.endOfDayMs, end: options.endOfDayEnds };
  }
}

/**
 * Terminal operations: one at a time on each terminal.
 * https://docs.dintero.com/docs/checkout/in-person/terminal-operations
 */
export class Operations {
  readonly #world: World;
  readonly #fleet: Pick<Fleet, 'updateChecked'>;

  constructor(world: World, fleet: Pick<Fleet, 'updateChecked'>) {
    this.#world = world;
    this.#fleet = fleet;
  }

  /** `POST /v1/admin/terminals/operations` */
  start(asked: OperationBody, key: string | undefined): Reply {
    const { state, agenda } = this.#world;
    const options = this.#world.options();
    const known = state.operations.find((one) => key !== undefined && one.idempotencyKey === key);
    if (known && options.operationKeys === 'honoured') return reply(served(known));
    const terminal = state.terminals.find(({ terminal_id: id }) => id === asked.terminal_id);
    if (!terminal) return refuse(404, 'There is no such terminal');
    if (state.operations.some((one) => one.terminal_id === asked.terminal_id && isPending(one))) {
      const seconds = options.operationRetryAfterSeconds;
      return refuse(409, 'An operation is pending on this terminal', {
        ...(seconds !== null && { headers: { 'retry-after': String(seconds) } }),
      });
    }
    const now = timeOf(this.#world);
    const operation: Operation = {
      id: randomUUID(),
      account_id: state.accountId,
      terminal_id: asked.terminal_id,
      operation: asked.operation,
      status: options.runningOperationStatus,
      created_at: now,
      updated_at: now,
      ...(asked.parameters && { parameters: asked.parameters }),
      ...(key !== undefined && { idempotencyKey: key }),
    };
    state.operations.push(operation);
    const { ms, end } = courseOf(operation.operation, options);
    if (end !== 'never') agenda.after(ms, 'end-operation', operation.id);
    return reply(served(operation), 201);
  }

  /** `GET /v1/admin/terminals/operations` */
  list(query: URLSearchParams): Reply {
    const terminalId = query.get('terminal_id');
    const operationId = query.get('operation_id');
    return reply(
      this.#world.state.operations
        .filter((one) => terminalId === null || one.terminal_id === terminalId)
        .filter((one) => operationId === null || one.id === operationId)
        .map(served),
    );
  }

  /** A terminal without power answers nobody. */
  end(operationId: string): void {
    const { state } = this.#world;
    const operation = state.operations.find(({ id }) => id === operationId);
    const terminal = state.terminals.find(({ terminal_id: id }) => id === operation?.terminal_id);
    if (!operation) return;
    const { end } = courseOf(operation.operation, this.#world.options());
    const told = end === 'never' ? 'completed' : end;
    operation.status = terminal?.plugged ? ends[told] : ends.timeout;
    operation.updated_at = timeOf(this.#world);
    if (terminal && operation.status === ends.completed) this.#carryOut(operation, terminal);
  }

  /** Whether a terminal is kept busy from elsewhere. */
  isOccupied(terminalId: string): boolean {
    return this.#occupying(terminalId) !== undefined;
  }

  /** Keeps a terminal busy with an operation that somebody asked for elsewhere, until it is let go. */
  setOccupied(terminalId: string, occupied: boolean): void {
    const running = this.#occupying(terminalId);
    if (occupied && !running) {
      this.start({ terminal_id: terminalId, operation: 'send_logs' }, `${elsewhere} ${randomUUID()}`);
      const started = this.#occupying(terminalId);
      if (started) this.#world.agenda.drop(started.id, 'end-operation');
    }
    if (!occupied && running) this.end(running.id);
  }

  #occupying(terminalId: string): Operation | undefined {
    return this.#world.state.operations.find(
      (one) =>
        one.terminal_id === terminalId &&
        isPending(one) &&
        one.idempotencyKey?.startsWith(elsewhere) === true,
    );
  }

  /** Somebody closed the menu, or the terminal did. */
  closeMenu(terminalId: string): void {
    const terminal = this.#world.state.terminals.find(({ terminal_id: id }) => id === terminalId);
    if (terminal) delete terminal.menu;
  }

  #carryOut(operation: Operation, terminal: Terminal): void {
    const { agenda, options } = this.#world;
    switch (operation.operation) {
      case 'check_update':
        this.#fleet.updateChecked(terminal.terminal_id);
        if (options().firmwareTold) operation.result = { software_version: '4.2.1' };
        return;
      case 'open_menu':
        terminal.menu = true;
        agenda.drop(terminal.terminal_id, 'close-menu');
        agenda.after(menuShownMs, 'close-menu', terminal.terminal_id);
        return;
      case 'send_logs':
        return;
      case 'end_of_day':
        operation.result = this.#endOfDay(terminal);
    }
  }

  /** What the terminal has taken and given back since it last closed its day. */
  #endOfDay({ terminal_id: terminalId, created_at: created }: Terminal): Operation['result'] {
    const { state } = this.#world;
    const closed = state.operations.filter(
      (one) => one.terminal_id === terminalId && one.operation === 'end_of_day' && one.result,
    );
    const since = closed.at(-1)?.updated_at ?? created;
    const entries = (what: 'captured' | 'refunded'): readonly number[] =>
      state.ledger
        .filter((entry) => entry.what === what && entry.terminalId === terminalId && entry.at > since)
        .map(({ amount }) => amount);
    const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);
    const purchases = entries('captured');
    const reversals = entries('refunded');
    return {
      outcome: 'accepted',
      batch_id: String(closed.length + 1),
      start_of_day_at: since,
      last_end_of_day_at: since,
      purchases_count: purchases.length,
      purchases_amount: sum(purchases),
      reversals_count: reversals.length,
      reversals_amount: sum(reversals),
      sale_amount: sum(purchases),
      tip_amount: 0,
    };
  }
}

const isPending = ({ status }: Operation): boolean => !Object.values<string>(ends).includes(status);

/** An operation as Dintero serves it. */
const served = ({ idempotencyKey: _, ...operation }: Operation) => operation;
