import { z } from 'zod';
import { type Attempt, isSettled } from '../../../shared/attempt.ts';
import { isRefundSettled } from '../../../shared/refund.ts';
import type { OpenTill } from '../../integration/payments/open-till.ts';
import { createCall, refundCall } from '../../integration/payments/calls.ts';
import type { Shop } from './shop.ts';

/** What the till promises, held against what truly happened once everything has settled. Gives what was broken. */
export function brokenPromises(shop: Shop): readonly string[] {
  return [
    ...shop.violations,
    ...sentTwice(shop),
    ...shop.tills.flatMap((till) => [
      ...capturesUntold(shop, till),
      ...approvalsUntrue(shop, till),
      ...doublesUnalarmed(shop, till),
      ...mattersOffTheDesk(till),
      ...refundsUntrue(shop, till),
    ]),
    ...refundedTooMuch(shop),
  ];
}

const attemptsOf = (till: OpenTill): readonly Attempt[] =>
  till.journal.sales.page(1_000).flatMap(({ saleId }) => till.journal.attempts.ofSale(saleId));

const capturedOf = ({ sandbox }: Shop, reference: string): number =>
  sandbox
    .ledger()
    .filter((entry) => entry.what === 'captured' && entry.reference === reference)
    .reduce((sum, { amount }) => sum + amount, 0);

/** P3, R2: one create per reference, one refund per refund reference. */
function sentTwice({ posts }: Shop): string[] {
  const bodySchema = z.object({
    refund_reference: z.string().optional(),
    session: z.object({ order: z.object({ merchant_reference: z.string() }) }).optional(),
  });
  const references = posts
    .filter(({ path }) => createCall.test(path) || refundCall.test(path))
    .flatMap(({ body }) => {
      const { refund_reference: refund, session } = bodySchema.parse(body);
      return refund ?? session?.order.merchant_reference ?? [];
    });
  const again = references.filter((reference, index) => references.indexOf(reference) !== index);
  return again.map((reference) => `P3/R2: ${reference} was sent more than once`);
}

/** No capture is lost: each one under a reference of the till's is approved there, with its amount. */
const capturesUntold = (shop: Shop, till: OpenTill): string[] =>
  attemptsOf(till)
    .filter((attempt) => capturedOf(shop, attempt.reference) > 0)
    .filter(
      (attempt) => attempt.state !== 'approved' || attempt.captured !== capturedOf(shop, attempt.reference),
    )
    .map(
      ({ reference, state, captured }) =>
        `${reference} took ${capturedOf(shop, reference)}, and is ${state} with ${captured ?? 'nothing'}`,
    );

/** Nothing is paid that the bank knows nothing of. */
const approvalsUntrue = (shop: Shop, till: OpenTill): string[] =>
  attemptsOf(till)
    .filter(({ state, reference }) => state === 'approved' && capturedOf(shop, reference) === 0)
    .map(({ reference }) => `P11: ${reference} is approved, and nothing was captured`);

/** P13, P18: two captures for one sale are never quiet. */
function doublesUnalarmed(shop: Shop, till: OpenTill): string[] {
  const bySale = Map.groupBy(
    attemptsOf(till).filter(({ reference }) => capturedOf(shop, reference) > 0),
    ({ saleId }) => saleId,
  );
  return [...bySale.values()]
    .filter((attempts) => attempts.length > 1 && attempts.every(({ alarm }) => alarm === undefined))
    .map(([first]) => `P18: sale ${first?.saleNumber ?? ''} was paid twice without an alarm`);
}

/** What is not certain is on the desk, or in front of the cashier, or a manager has said what became of it. */
function mattersOffTheDesk(till: OpenTill): string[] {
  const { matters } = till.paired.desk.view();
  const shown = new Set(matters.map(({ id }) => id));
  const inFront = till.payments.view()?.attempt.attemptId;
  const payments = attemptsOf(till).filter(
    (attempt) =>
      !isSettled(attempt) &&
      attempt.mark === undefined &&
      attempt.attemptId !== inFront &&
      !shown.has(attempt.attemptId),
  );
  const refunds = till.journal.refunds
    .unsettled()
    .filter(({ refundId, mark }) => mark === undefined && !shown.has(refundId));
  return [...payments, ...refunds].map(({ reference }) => `${reference} is open, and not on the desk`);
}

/** R3: done means that the money went back, and what went back is not called failed. */
const refundsUntrue = ({ sandbox }: Shop, till: OpenTill): string[] =>
  till.journal.sales
    .page(1_000)
    .flatMap(({ saleId }) => till.journal.refunds.ofSale(saleId))
    .flatMap((refund) => {
      const paidBack = sandbox
        .ledger()
        .some(({ what, reference }) => what === 'refunded' && reference === refund.reference);
      if (refund.state === 'done') return paidBack ? [] : [`R3: ${refund.reference} is done, and was not`];
      return paidBack && isRefundSettled(refund)
        ? [`R3: ${refund.reference} is ${refund.state}, and was paid back`]
        : paidBack
          ? [`R2: ${refund.reference} was paid back, and is ${refund.state} still`]
          : [];
    });

/** R1: never above what was captured, in all and per line, where Dintero itself counts what runs. */
const refundedTooMuch = ({ sandbox }: Shop): string[] =>
  sandbox.transactions().flatMap((transaction) => {
    const sumOf = (name: string): number =>
      transaction.events
        .filter(({ event, success }) => event === name && success)
        .reduce((sum, { amount = 0 }) => sum + amount, 0);
    return sumOf('REFUND') > sumOf('CAPTURE')
      ? [`R1: more than captured went back on ${transaction.id}`]
      : [];
  });
