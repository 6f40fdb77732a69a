import type { LedgerEntry, Transaction } from '../../electron/sandbox/records.ts';
import type { RequestRecord } from '../../electron/sandbox/server.ts';
import { type Attempt, isSettled } from '../../shared/attempt.ts';
import { countsAsRefunded, isRefundOpen, isRefundSettled } from '../../shared/refund.ts';
import type { Report } from './protocol.ts';

/** What a till says of its money, and what truly happened. */
export interface Evidence {
  readonly till: Report;
  readonly sandbox: {
    readonly transactions: readonly Transaction[];
    readonly ledger: readonly LedgerEntry[];
    readonly requests: readonly RequestRecord[];
  };
  /** The most prompts that a terminal of this till had at once. */
  readonly mostPrompts: number;
  /** Whether the sandbox counts refunds that still run against what is left. */
  readonly countsRunningRefunds: boolean;
}

type Check = (evidence: Evidence) => readonly string[];

const sumOf = (amounts: readonly (number | undefined)[]): number =>
  amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);

const eventsOf = (transaction: Transaction, name: string): Transaction['events'] =>
  transaction.events.filter(({ event, success }) => event === name && success);

const amountIn = (transaction: Transaction, name: string): number =>
  sumOf(eventsOf(transaction, name).map(({ amount }) => amount));

const captured = (transaction: Transaction): number => amountIn(transaction, 'CAPTURE');
const refunded = (transaction: Transaction): number => amountIn(transaction, 'REFUND');
const isHeld = ({ status }: Transaction): boolean => status === 'AUTHORIZED';

const onDesk = ({ desk }: Report, id: string): boolean => desk.matters.some((matter) => matter.id === id);

/** The attempts that mean a transaction: by its id, else by its reference. */
const attemptsOf = ({ attempts }: Report, transaction: Transaction): readonly Attempt[] =>
  attempts.filter(
    ({ transactionId, reference }) =>
      transactionId === transaction.id ||
      (transactionId === undefined && reference === transaction.merchant_reference),
  );

/** P11, P14: what the bank took is approved here for the same amount, or somebody is told to look after it. */
const takenIsKnown: Check = ({ till, sandbox }) =>
  sandbox.transactions
    .filter((transaction) => captured(transaction) > 0)
    .filter(
      (transaction) =>
        !attemptsOf(till, transaction).some(
          (attempt) =>
            onDesk(till, attempt.attemptId) ||
            (attempt.state === 'approved' &&
              (attempt.captured ?? attempt.amount.amount) === captured(transaction)),
        ),
    )
    .map(
      (transaction) =>
        `P11: ${captured(transaction)} was captured for ${transaction.merchant_reference}, and the till says ` +
        (attemptsOf(till, transaction)
          .map(({ state, captured: taken }) => `${state} ${taken ?? ''}`)
          .join() || 'nothing'),
    );

/** P11, P13: what the till calls approved was captured; what it calls over was not taken. */
const outcomesAreTrue: Check = ({ till, sandbox }) =>
  till.attempts.flatMap((attempt) => {
    const transactions = sandbox.transactions.filter(
      ({ id, merchant_reference: reference }) =>
        id === attempt.transactionId ||
        (attempt.transactionId === undefined && reference === attempt.reference),
    );
    const taken = transactions.some((transaction) => captured(transaction) > 0 || isHeld(transaction));
    if (attempt.state === 'approved' && !transactions.some((one) => captured(one) > 0)) {
      return [`P11: ${attempt.reference} is approved, and nothing was captured`];
    }
    if (isSettled(attempt) && attempt.state !== 'approved' && taken) {
      return [`P13: ${attempt.reference} is ${attempt.state}, and its money was taken`];
    }
    return [];
  });

/** P2, P3: the terminals of this till ask for one thing at a time. */
const onePrompt: Check = ({ mostPrompts }) =>
  mostPrompts > 1 ? [`P2: a terminal was asked for ${mostPrompts} things at once`] : [];

/** P13, P18: a sale that was paid twice alarms. */
const doublePaymentAlarms: Check = ({ till, sandbox }) => {
  const paid = till.attempts.filter((attempt) =>
    sandbox.transactions.some(
      (transaction) => captured(transaction) > 0 && attemptsOf(till, transaction).includes(attempt),
    ),
  );
  return [...Map.groupBy(paid, ({ saleId }) => saleId).values()]
    .filter((attempts) => attempts.length > 1 && !attempts.some(({ alarm }) => alarm))
    .map((attempts) => `P18: sale ${attempts[0]?.saleNumber ?? ''} was paid twice without an alarm`);
};

/** P18: a basket that went on without its payment hears of it when that was approved after all, unless a manager said so. */
const setAsideAlarms: Check = ({ till }) =>
  till.attempts
    .filter(({ state, setAsideAt }) => state === 'approved' && setAsideAt !== undefined)
    .filter(({ alarm, mark }) => !alarm && mark?.verdict !== 'paid')
    .map(({ reference }) => `P18: ${reference} was set aside, then approved, without an alarm`);

/** P3, R2: a reference is sent once. */
const sentOnce: Check = ({ sandbox }) =>
  (
    [
      ['P3', /^\/v1\/sessions-profile$/, 'order.merchant_reference'],
      ['R2', /^\/v1\/transactions\/[^/]+\/refund$/, 'refund_reference'],
    ] as const
  ).flatMap(([rule, path, member]) => {
    const references = sandbox.requests
      .filter((request) => request.method === 'POST' && path.test(request.path))
      .map(({ body }) => memberOf(body, member))
      .filter((reference) => reference !== undefined);
    return [...Map.groupBy(references, (reference) => reference)]
      .filter(([, times]) => times.length > 1)
      .map(([reference, times]) => `${rule}: ${reference} was sent ${times.length} times`);
  });

function memberOf(body: unknown, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null
          ? Object.entries(value).find(([key]) => key === name)?.[1]
          : undefined,
      body,
    );
  return typeof found === 'string' ? found : undefined;
}

/** R1, R4: no more goes back than was taken, per line and in all; where Dintero lets it, the till has noticed. */
const notTooMuchRefunded: Check = ({ till, sandbox, countsRunningRefunds }) =>
  sandbox.transactions.flatMap((transaction) => {
    const back = eventsOf(transaction, 'REFUND').flatMap(({ items }) => items ?? []);
    const lines = (transaction.items ?? []).filter(
      (line) =>
        sumOf(back.filter(({ line_id: id }) => id === line.line_id).map(({ amount }) => amount)) >
        line.amount,
    );
    const tooMuch = refunded(transaction) > captured(transaction) || lines.length > 0;
    if (!tooMuch) return [];
    const ours = till.refunds.some((refund) => refund.transactionId === transaction.id);
    if (!ours) return [];
    const noticed = till.refunds.some(
      (refund) => refund.transactionId === transaction.id && refund.overlapAt !== undefined,
    );
    if (!countsRunningRefunds && noticed) return [];
    return [
      `R1: ${refunded(transaction)} of ${captured(transaction)} went back for ${transaction.merchant_reference}` +
        (countsRunningRefunds ? '' : ', unnoticed'),
    ];
  });

/** R3: a refund is done here when its event says so there, and the other way round. */
const refundsAreTrue: Check = ({ till, sandbox }) => {
  const ends = new Map(
    sandbox.transactions
      .flatMap(({ events }) => events)
      .filter(({ event }) => event === 'REFUND')
      .map(({ event_reference: reference, success }) => [reference, success]),
  );
  return till.refunds.flatMap((refund) => {
    const end = ends.get(refund.reference);
    const said = isRefundSettled(refund) ? refund.state === 'done' : undefined;
    if (said === (end ?? (refund.state === 'refused' ? false : undefined))) return [];
    if (said === undefined && (onDesk(till, refund.refundId) || refund.mark !== undefined)) return [];
    return [`R3: ${refund.reference} is ${refund.state}, and its event says ${String(end)}`];
  });
};

/** P14: whatever came from this till is in its journal. */
const nothingIsForgotten: Check = ({ till, sandbox }) => {
  const known = new Set([...till.attempts, ...till.refunds].map(({ reference }) => reference));
  return sandbox.ledger
    .filter(({ what, reference }) => what === 'session' && !known.has(reference))
    .map(({ reference }) => `P1: the terminal asked for ${reference}, which the journal does not know`);
};

/** P18, P22, R3: what is open is on the desk, or in front of the cashier. */
const openIsOnTheDesk: Check = ({ till }) => [
  ...till.attempts
    // What a manager has said the last word on is nobody's task any more (rule P20).
    .filter((attempt) => !isSettled(attempt) && attempt.mark === undefined)
    .filter(({ attemptId }) => !onDesk(till, attemptId) && till.inFront !== attemptId)
    .map(({ reference, state }) => `P18: ${reference} is ${state}, and neither on the desk nor in front`),
  ...till.refunds
    .filter((refund) => isRefundOpen(refund) && !onDesk(till, refund.refundId))
    .map(({ reference, state }) => `R3: ${reference} is ${state}, and not on the desk`),
];

/** The list of sales says what became of the money. */
const salesAddUp: Check = ({ till }) =>
  till.sales.flatMap(({ saleId, refunded: shown }) => {
    const done = till.refunds.filter((refund) => refund.saleId === saleId && countsAsRefunded(refund));
    const sum = sumOf(done.map(({ amount }) => amount.amount));
    return sum === shown ? [] : [`R3: the sale shows ${shown} refunded, and its refunds are ${sum}`];
  });

const checks: readonly Check[] = [
  takenIsKnown,
  outcomesAreTrue,
  onePrompt,
  doublePaymentAlarms,
  setAsideAlarms,
  sentOnce,
  notTooMuchRefunded,
  refundsAreTrue,
  nothingIsForgotten,
  openIsOnTheDesk,
  salesAddUp,
];

/** What must hold whatever went wrong, and does not: one sentence for each, with its rule. Empty when all is well. */
export const violations = (evidence: Evidence): readonly string[] =>
  checks.flatMap((check) => check(evidence));
