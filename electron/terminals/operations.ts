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
import { type ApiFailure, isPassing } from '../dintero/failure.ts';
import type { TerminalOperation } from '../dintero/operations.ts';
import type { Settings } from '../settings/settings.ts';
import type { Clock } from '../support/clock.ts';
import { Follower } from '../support/follower.ts';
import type { Log } from '../support/log.ts';
import { type KeptOperation, broughtBy, keptOperationSchema } from './kept-operation.ts';

type OperationsClient = Pick<DinteroClient, 'accountId' | 'operations' | 'token'>;

export interface OperationsOptions {
  readonly settings: Pick<Settings, 'get' | 'set'>;
  /** The account that terminals belong to now. */
  readonly dintero: () => Result<OperationsClient>;
  /** An account that the till works with or is being paired with. */
  readonly dinteroOf: (accountId: string) => OperationsClient | undefined;
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
    const { dintero, heldBy, operator, clock } = this.#options;
    const running = this.#kept().find((one) => one.terminalId === terminalId && isOperationRunning(one));
    if (running) return err(fault('terminal.operation-running', { terminalId }));
    const held = heldBy(terminalId);
    if (held !== undefined) return err(fault('terminal.operation-reserved', { reference: held }));
    const client = dintero();
    if (!client.ok) return client;
    const now = clock.now();
    const operation: KeptOperation = {
      key: randomUUID(),
      accountId: client.value.accountId,
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
    const client = this.#options.dinteroOf(operation.accountId);
    if (!client) return retryPauseMs;
    return operation.operationId === undefined
      ? await this.#ask(operation, client)
      : await this.#follow(operation, client);
  }

  /** Asks Dintero to start it. Again and again with the same key: only the answer says whether it was started. */
  async #ask(operation: KeptOperation, dintero: OperationsClient): Promise<number | undefined> {
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
    const answer = await dintero.operations.start(operation.key, { terminalId, kind, operatorId });
    if (this.#closed) return undefined;
    if (answer.ok) return this.#heard({ ...asking, operationId: answer.value.id }, answer.value);
    return await this.#notStarted(asking, operation.mayHaveStarted ?? false, answer.error, dintero);
  }

  async #notStarted(
    asking: KeptOperation,
    mayHaveStartedBefore: boolean,
    failure: ApiFailure,
    dintero: OperationsClient,
  ): Promise<number | undefined> {
    const known = { ...asking, mayHaveStarted: mayHaveStartedBefore };
    const asked = failure.kind === 'status' ? failure.retryAfterMs : undefined;
    if (failure.kind === 'status' && failure.status === 409) {
      // It may be this very one that is running, started by a request whose reply was lost.
      const ours = mayHaveStartedBefore ? await this.#running(asking, dintero) : undefined;
      if (this.#closed) return undefined;
      if (ours) return this.#heard({ ...asking, operationId: ours.id }, ours);
      return this.#wait(known, asked ?? busyPauseMs);
    }
    if (failure.kind === 'status' && failure.status === 429) return this.#wait(known, asked ?? busyPauseMs);
    if (failure.kind === 'status' && failure.status === 401 && asking.asked === 1) {
      // A login that Dintero no longer takes; with a new one it is asked again.
      const renewed = await dintero.token.renew();
      if (this.#closed) return undefined;
      this.#keep(known);
      if (renewed.ok) return 0;
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
      return Math.max(growing, asked ?? 0);
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
    dintero: OperationsClient,
  ): Promise<TerminalOperation | undefined> {
    const found = await dintero.operations.find(terminalId);
    return found.ok
      ? found.value.find((one) => one.operation === kind && endOf(one.status) === undefined)
      : undefined;
  }

  async #follow(operation: KeptOperation, dintero: OperationsClient): Promise<number | undefined> {
    const read = await dintero.operations.find(operation.terminalId, operation.operationId);
    if (this.#closed) return undefined;
    if (!read.ok) {
      if (!isPassing(read.error)) return this.#end(operation, 'unknown', { fault: read.error.fault });
      this.#keep({ ...operation, fault: read.error.fault });
      return retryPauseMs;
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
