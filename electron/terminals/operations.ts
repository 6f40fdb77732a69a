import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { fault } from '../../shared/fault.ts';
import type { Actor } from '../../shared/person.ts';
import { type Result, err, ok } from '../../shared/result.ts';
import {
  type OperationKind,
  type OperationState,
  type OperationView,
  isOperationRunning,
} from '../../shared/views/operations.ts';
import type { DinteroClient } from '../dintero/client.ts';
import { type ApiFailure, askedPauseMs, isNotAllowed, isPassing } from '../dintero/failure.ts';
import type { TerminalOperation } from '../dintero/operations.ts';
import type { Settings } from '../settings/settings.ts';
import type { Clock } from '../support/clock.ts';
import { Follower } from '../support/follower.ts';
import type { Log } from '../support/log.ts';
import { type KeptOperation, broughtBy, keptOperationSchema } from './kept-operation.ts';

type OperationsClient = Pick<DinteroClient, 'accountId' | 'operations' | 'token'>;

export interface OperationsOptions {
  readonly settings: Pick<Settings, 'get' | 'set'>;
  /** The API clients that may be allowed to ask, of the account that terminals belong to now first. */
  readonly clients: () => readonly OperationsClient[];
  /** The reference of the payment or refund of this till that holds a terminal. */
  readonly heldBy: (terminalId: string) => string | undefined;
  readonly operator: () => Actor;
  /** An operation has come to an end: what is known of its terminal may be old. */
  readonly onEnded: (terminalId: string) => void;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long the till asks for an operation, and then how long it follows one, in ms. What has not ended by then is *not known*. */
export const operationDeadlineMs = 5 * 60_000;

/** The pauses between two looks, and until a terminal that is held or can't be asked now is tried again. In ms. */
const lookPauseMs = 1_000;
const retryPauseMs = 2_000;
const longestPauseMs = 30_000;
/** When a busy terminal does not say how long it will be. */
const busyPauseMs = 5_000;

/** How many operations are remembered. */
const mostKept = 200;

/**
 * Asks terminals to do what is no payment, one thing at a time each, and follows it to its end, whatever screen is open.
 * The start is the one POST that the till may send twice: each press of a button has an `Idempotency-Key`, which is kept
 * until the outcome is known, and Dintero starts the same key only once.
 * https://docs.dintero.com/docs/checkout/in-person/terminal-operations
 */
export class Operations {
  readonly #options: OperationsOptions;
  readonly #follower: Follower;
  #closed = false;

  constructor(options: OperationsOptions) {
    this.#options = options;
    this.#follower = new Follower({
      clock: options.clock,
      look: (key) => this.#look(key),
      onBug: (error) => options.log.error('operations.bug', { error }),
    });
  }

  /** Takes up what ran when the till was closed. */
  recover(): void {
    for (const operation of this.#kept().filter(isOperationRunning)) this.#follower.follow(operation.key);
  }

  /** Gives back at once; how it goes on is in the view. */
  start(terminalId: string, kind: OperationKind): Result<null> {
    const { clients, heldBy, operator, clock } = this.#options;
    const running = this.#kept().find((one) => one.terminalId === terminalId && isOperationRunning(one));
    if (running) return err(fault('terminal.operation-running', { terminalId }));
    const held = heldBy(terminalId);
    if (held !== undefined) return err(fault('terminal.operation-reserved', { reference: held }));
    const [client] = clients();
    if (!client) return err(fault('setup.not-paired'));
    const now = clock.now();
    const operation: KeptOperation = {
      key: randomUUID(),
      accountId: client.accountId,
      terminalId,
      kind,
      state: 'asking',
      startedAt: now,
      asked: 0,
      deadlineAt: now + operationDeadlineMs,
      ...(kind === 'end_of_day' && { operatorId: operator().id }),
    };
    this.#keep(operation);
    this.#follower.follow(operation.key);
    return ok(null);
  }

  /** What runs, and the last of each kind on each terminal; the newest last. */
  view(): readonly OperationView[] {
    return this.#kept();
  }

  /** The network is back, or the machine woke up. */
  lookAtAll(): void {
    this.#follower.lookNowAtAll();
  }

  close(): void {
    this.#closed = true;
    this.#follower.close();
  }

  async #look(key: string): Promise<number | undefined> {
    const operation = this.#kept().find((one) => one.key === key);
    if (!operation || !isOperationRunning(operation)) return undefined;
    const now = this.#options.clock.now();
    if (now >= operation.deadlineAt) return this.#giveUp(operation);
    // The till was closed while a busy terminal was waited for.
    const { againAt = now } = operation;
    if (againAt > now) return againAt - now;
    const clients = this.#options.clients().filter(({ accountId }) => accountId === operation.accountId);
    if (clients.length === 0) return retryPauseMs;
    return operation.operationId === undefined
      ? await this.#ask(operation, clients)
      : await this.#follow(operation, clients);
  }

  /** Asks Dintero to start it. Again and again with the same key: only the answer says whether it was started. */
  async #ask(operation: KeptOperation, clients: readonly OperationsClient[]): Promise<number | undefined> {
    const { terminalId, kind, operatorId } = operation;
    const held = this.#options.heldBy(terminalId);
    if (held !== undefined) {
      this.#keep({ ...without(operation, 'againAt'), state: 'waiting', heldBy: held });
      return retryPauseMs;
    }
    const asking: KeptOperation = {
      ...without(operation, 'againAt', 'heldBy'),
      state: 'asking',
      asked: operation.asked + 1,
      // Until its answer is here, it may have been started: the till may be closed at any moment.
      mayHaveStarted: true,
    };
    this.#keep(asking);
    const answer = await withRights(clients, (client) =>
      client.operations.start(operation.key, { terminalId, kind, operatorId }),
    );
    if (this.#closed) return undefined;
    if (answer.ok) return this.#heard({ ...asking, operationId: answer.value.id }, answer.value);
    return await this.#notStarted(asking, operation.mayHaveStarted ?? false, answer.error, clients);
  }

  async #notStarted(
    asking: KeptOperation,
    mayHaveStartedBefore: boolean,
    failure: ApiFailure,
    clients: readonly OperationsClient[],
  ): Promise<number | undefined> {
    const known = { ...asking, mayHaveStarted: mayHaveStartedBefore };
    // A wait of nothing at all would ask in a circle, as fast as the network goes.
    const busyMs = Math.max(lookPauseMs, askedPauseMs(failure) || busyPauseMs);
    if (failure.kind === 'status' && failure.status === 409) {
      // It may be this very one that is running, started by a request whose reply was lost.
      const ours = mayHaveStartedBefore ? await this.#running(asking, clients) : undefined;
      if (this.#closed) return undefined;
      if (ours) return this.#heard({ ...asking, operationId: ours.id }, ours);
      return this.#wait(known, busyMs);
    }
    if (failure.kind === 'status' && failure.status === 429) return this.#wait(known, busyMs);
    if (failure.kind === 'status' && failure.status === 401 && asking.asked === 1) {
      // A login that Dintero no longer takes; with a new one it is asked again.
      const renewed = await Promise.all(clients.map(({ token }) => token.renew()));
      if (this.#closed) return undefined;
      this.#keep(known);
      if (renewed.some(({ ok: isNew }) => isNew)) return 0;
    }
    if (failure.kind === 'not-sent' && asking.asked === 1) {
      return this.#end(known, 'refused', { fault: failure.fault });
    }
    if (isPassing(failure)) {
      const growing = Math.min(longestPauseMs, retryPauseMs * 2 ** (asking.asked - 1));
      this.#keep({
        ...asking,
        mayHaveStarted: failure.kind === 'not-sent' ? mayHaveStartedBefore : true,
        fault: failure.fault,
      });
      return Math.max(growing, askedPauseMs(failure));
    }
    const isPlain = failure.kind === 'status' && (failure.status === 400 || failure.status === 404);
    const why = isPlain
      ? fault('terminal.operation-refused', { status: failure.status, terminalId: asking.terminalId })
      : failure.fault;
    return this.#end(known, mayHaveStartedBefore ? 'unknown' : 'refused', { fault: why });
  }

  /** Visibly: the screen says when the terminal is asked again. */
  #wait(operation: KeptOperation, pauseMs: number): number {
    this.#keep({
      ...without(operation, 'fault'),
      state: 'waiting',
      againAt: this.#options.clock.now() + pauseMs,
    });
    return pauseMs;
  }

  /** An operation of the same kind that runs on the terminal. */
  async #running(
    { terminalId, kind }: KeptOperation,
    clients: readonly OperationsClient[],
  ): Promise<TerminalOperation | undefined> {
    const found = await withRights(clients, ({ operations }) => operations.find(terminalId));
    return found.ok
      ? found.value.find((one) => one.operation === kind && endOf(one.status) === undefined)
      : undefined;
  }

  async #follow(operation: KeptOperation, clients: readonly OperationsClient[]): Promise<number | undefined> {
    const { terminalId, operationId } = operation;
    const read = await withRights(clients, ({ operations }) => operations.find(terminalId, operationId));
    if (this.#closed) return undefined;
    if (!read.ok) {
      if (!isPassing(read.error)) return this.#end(operation, 'unknown', { fault: read.error.fault });
      this.#keep({ ...operation, fault: read.error.fault });
      return Math.max(retryPauseMs, askedPauseMs(read.error));
    }
    const told = read.value.find(({ id }) => id === operation.operationId);
    return told ? this.#heard(without(operation, 'fault'), told) : lookPauseMs;
  }

  /** What Dintero says of it. A word that we do not know is still running. */
  #heard(operation: KeptOperation, told: TerminalOperation): number | undefined {
    const end = endOf(told.status);
    if (end) return this.#end(without(operation, 'word', 'fault'), end, broughtBy(operation, told));
    const { clock } = this.#options;
    this.#keep({
      ...without(operation, 'word', 'fault'),
      state: 'running',
      // Asking has its deadline, and following another.
      ...(operation.state !== 'running' && { deadlineAt: clock.now() + operationDeadlineMs }),
      ...(told.status !== 'PENDING' && { word: told.status }),
    });
    return lookPauseMs;
  }

  /** The till's own deadline: what has been started may still end, and nobody will tell. */
  #giveUp(operation: KeptOperation): number | undefined {
    const { operationId, mayHaveStarted = false, heldBy, fault: last } = operation;
    if (operationId !== undefined || mayHaveStarted) {
      return this.#end(operation, 'unknown', last && { fault: last });
    }
    const why =
      heldBy === undefined
        ? fault('terminal.operation-busy')
        : fault('terminal.operation-reserved', { reference: heldBy });
    return this.#end(operation, 'refused', { fault: last ?? why });
  }

  #end(
    operation: KeptOperation,
    state: OperationState,
    more: Partial<KeptOperation> = {},
  ): number | undefined {
    const { clock, log, onEnded } = this.#options;
    const { terminalId, kind } = operation;
    log.info('operations.ended', { terminalId, kind, state, code: more.fault?.code });
    this.#keep({ ...without(operation, 'againAt', 'heldBy'), state, endedAt: clock.now(), ...more });
    onEnded(terminalId);
    return undefined;
  }

  #kept(): readonly KeptOperation[] {
    return this.#options.settings.get('operations');
  }

  /** In the place of what it was, and of the last of its kind on its terminal. */
  #keep(operation: KeptOperation): void {
    const { terminalId, kind } = operation;
    const before = this.#kept().find((one) => one.key === operation.key);
    // It is looked at each second, and the settings are a file.
    if (before && isDeepStrictEqual(keptOperationSchema.parse(operation), before)) return;
    const others = this.#kept().filter((one) => one.terminalId !== terminalId || one.kind !== kind);
    this.#options.settings.set('operations', [...others, operation].slice(-mostKept));
  }
}

/** Asks with the first API client that is allowed to. One that is not has had no effect. */
async function withRights<Value>(
  clients: readonly OperationsClient[],
  ask: (client: OperationsClient) => Promise<Result<Value, ApiFailure>>,
): Promise<Result<Value, ApiFailure>> {
  let refusal: Result<Value, ApiFailure> = err({ kind: 'not-sent', fault: fault('setup.not-paired') });
  for (const [index, client] of clients.entries()) {
    const answer = await ask(client);
    if (answer.ok || !isNotAllowed(answer.error)) return answer;
    if (index === 0) refusal = answer;
  }
  return refusal;
}

/** The end that a status says, if it is one. */
function endOf(status: string): OperationState | undefined {
  switch (status) {
    case 'COMPLETED':
      return 'completed';
    case 'FAILED':
      return 'failed';
    case 'TIMEOUT':
      return 'timeout';
    default:
      return undefined;
  }
}

function without<Key extends keyof KeptOperation>(
  operation: KeptOperation,
  ...keys: readonly Key[]
): Omit<KeptOperation, Key> {
  return Object.fromEntries(
    Object.entries(operation).filter(([key]) => !keys.some((one) => one === key)),
  ) as Omit<KeptOperation, Key>;
}
