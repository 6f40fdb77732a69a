import { summarise } from '../../../electron/journal/sale-summary.ts';
import { type Attempt, type AttemptMark, paymentState } from '../../../shared/attempt.ts';
import { type Basket, totalOf, vatTotals } from '../../../shared/basket.ts';
import { type Fault } from '../../../shared/fault.ts';
import { minorUnits } from '../../../shared/money.ts';
import { remainderOf, splitRefund } from '../../../shared/refund-split.ts';
import { type Refund, beginRefund } from '../../../shared/refund.ts';
import { type RefundOffer, type RefundView } from '../../../shared/views/refund.ts';
import { type SaleDetail, type SaleSummary } from '../../../shared/views/sale.ts';
import { type StoreSale, type TransactionView } from '../../../shared/views/store-sale.ts';
import { vatRate } from '../../../shared/vat.ts';
import { cashier, manager, nok, now, usualBasket } from './basket-samples.ts';
import { attemptOf, learned, reference, visa } from './payment-samples.ts';
import { pairing } from './till-samples.ts';

const second = 1_000;
const minute = 60 * second;

const summaryOf = (number: number, over: Partial<SaleSummary> = {}): SaleSummary => ({
  saleId: `sale-${number}`,
  number,
  reference: `counter1-k3f9-20261120-${number.toString().padStart(6, '0')}-1`,
  state: 'approved',
  amount: { amount: minorUnits(12_900 + number * 37), currency: nok },
  refunded: minorUnits(0),
  startedAt: now - (184 - number) * 23 * minute,
  person: { id: cashier.id, name: cashier.name },
  card: visa,
  ...over,
});

const bankAxept = { brand: 'BankAxept', maskedPan: '957814******8812', entryMethod: 'chip' };

/** A morning's sales, one in every state. */
export const sales: readonly SaleSummary[] = [
  summaryOf(184, { amount: { amount: totalOf(usualBasket.lines), currency: nok } }),
  summaryOf(183, { state: 'partly-refunded', refunded: minorUnits(4_200), card: bankAxept }),
  summaryOf(182, { state: 'unknown', card: undefined }),
  summaryOf(181, { state: 'declined' }),
  summaryOf(180, { state: 'cancelled', card: undefined }),
  summaryOf(179, { state: 'refunded', refunded: minorUnits(12_900 + 179 * 37), card: bankAxept }),
  summaryOf(178, { state: 'failed', card: undefined }),
  summaryOf(177, { state: 'refused', card: undefined }),
  summaryOf(176, { state: 'marked-paid', card: undefined }),
  summaryOf(175, { state: 'marked-not-paid', card: undefined }),
  ...Array.from({ length: 58 }, (_, index) =>
    summaryOf(174 - index, index % 3 === 0 ? { card: bankAxept } : {}),
  ),
];

export const refundOffer = (
  taken: readonly { readonly lineId: string; readonly amount: number }[] = [],
  { lines }: Pick<Basket, 'lines'> = usualBasket,
): RefundOffer => {
  const remainder = remainderOf(
    lines,
    totalOf(lines),
    taken.map(({ lineId, amount }) => ({
      amount: minorUnits(amount),
      running: false,
      items: [{ lineId, amount: minorUnits(amount), quantity: 1 }],
    })),
  );
  return {
    ...remainder,
    lines: [...remainder.lines],
    saleId: 'sale-184',
    payment: { attemptId: 'attempt-1' },
    reference,
    currency: nok,
    card: visa,
    readAt: now - 2 * second,
    terminalId: pairing.defaultTerminalId,
  };
};

export function refundOf(over: Partial<Refund> = {}): Refund {
  const offer = refundOffer();
  const split = splitRefund(offer, {
    by: 'lines',
    lines: [
      { lineId: '1', quantity: 1 },
      { lineId: '3', quantity: 1 },
    ],
  });
  if (!split.ok) throw new Error(split.error.code);
  return {
    ...beginRefund({
      refundId: 'refund-1',
      reference: 'counter1-k3f9-20261120-r000012',
      attemptId: 'attempt-1',
      saleId: 'sale-184',
      transactionId: 'T12345678.transaction-1',
      amount: { amount: split.value.amount, currency: nok },
      items: split.value.items.map((item) => ({ ...item, description: '' })),
      reason: 'Customer return',
      terminalId: pairing.defaultTerminalId,
      person: { id: cashier.id, name: cashier.name },
      approver: { id: manager.id, name: manager.name },
      startedAt: now - 8 * second,
      deadlineAt: now + 292 * second,
    }),
    ...over,
  };
}

export const refundViewOf = (over: Partial<Refund> = {}, fault?: Fault): RefundView => ({
  refund: refundOf(over),
  lastCheckedAt: now - second,
  ...(fault && { fault }),
});

const timeline = [
  { at: now - 13 * second, step: 'started', by: cashier.name },
  { at: now - 13 * second + 240, step: 'evidence.created' },
  { at: now - 12 * second + 300, step: 'evidence.transaction', word: 'INITIATED' },
  { at: now - 2 * second, step: 'evidence.transaction', word: 'AUTHORIZED' },
  { at: now, step: 'evidence.transaction', word: 'CAPTURED' },
];

export const saleDetail = (refunds: readonly Refund[] = []): SaleDetail => ({
  summary: summaryOf(184, {
    amount: { amount: totalOf(usualBasket.lines), currency: nok },
    ...(refunds.length > 0 && {
      state: 'partly-refunded',
      refunded: minorUnits(refunds.reduce((total, refund) => total + refund.amount.amount, 0)),
    }),
  }),
  lines: [...usualBasket.lines],
  vat: [...vatTotals(usualBasket.lines)],
  attempts: [
    {
      attempt: attemptOf({ ...learned.declined, attemptId: 'attempt-0', startedAt: now - 2 * minute }),
      shown: 'declined',
      timeline: [
        { at: now - 2 * minute, step: 'started', by: cashier.name },
        { at: now - 2 * minute + 200, step: 'evidence.created' },
        { at: now - 100 * second, step: 'evidence.transaction', word: 'FAILED' },
        { at: now - 95 * second, step: 'closed', by: cashier.name },
      ],
    },
    {
      attempt: attemptOf({
        ...learned.approved,
        attemptNumber: 2,
        reference: 'counter1-k3f9-20261120-000184-2',
      }),
      shown: 'approved',
      timeline,
    },
  ],
  refunds: [...refunds],
  refundable: ['attempt-1'],
});

/** A sale with these attempts and refunds, as main sums them up. */
function saleOf(attempts: SaleDetail['attempts'], refunds: readonly Refund[]): SaleDetail {
  const made = attempts.map(({ attempt }) => attempt);
  const summary = summarise(made, refunds);
  if (!summary) throw new Error('A sale has an attempt');
  return {
    summary,
    lines: [...usualBasket.lines],
    vat: [...vatTotals(usualBasket.lines)],
    attempts: [...attempts],
    refunds: [...refunds],
    refundable: made.filter(({ state }) => state === 'approved').map(({ attemptId }) => attemptId),
  };
}

/** A sale whose payment is authorized, and not captured. */
export function reservedSale(): SaleDetail {
  const attempt = attemptOf({ ...learned.authorized, closedAt: now });
  return saleOf([{ attempt, shown: 'authorized', timeline: timeline.slice(0, -1) }], []);
}

/** A sale of which a manager has said what became of its one payment. */
export function markedSale(mark: AttemptMark, over: Partial<Attempt> = {}): SaleDetail {
  const startedAt = now - 22 * minute;
  const attempt = attemptOf({ ...learned.unknown, startedAt, mark, ...over });
  const steps = [
    { at: startedAt, step: 'started', by: cashier.name },
    { at: startedAt + 240, step: 'evidence.created' },
    { at: startedAt + 3 * minute, step: 'evidence.deadline' },
    { at: mark.at, step: 'marked', word: mark.verdict, by: cashier.name },
  ];
  return saleOf([{ attempt, shown: paymentState(attempt), timeline: steps }], []);
}

/** A sale that was paid by two of its attempts. */
export function saleTwicePaid(refunds: readonly Refund[] = []): SaleDetail {
  const attempts = saleDetail().attempts.map(({ attempt }, index) => ({
    attempt: { ...attempt, ...learned.approved, startedAt: attempt.startedAt },
    shown: 'approved' as const,
    timeline: timeline.map((step) => ({ ...step, at: step.at - (1 - index) * 110 * second })),
  }));
  return saleOf(attempts, refunds);
}

const storeSaleOf = (
  over: Partial<StoreSale> & Pick<StoreSale, 'key' | 'madeAt' | 'reference'>,
): StoreSale => ({
  transactionId: over.key,
  state: 'approved',
  amount: { amount: minorUnits(24_900), currency: nok },
  refunded: minorUnits(0),
  startedAt: now - 6 * minute,
  terminalId: 'T12345678-T0002',
  card: bankAxept,
  ...over,
});

const otherTill = { kind: 'other-till', name: 'counter2' } as const;

export const otherTillSale = storeSaleOf({
  key: 'T12345678.transaction-2',
  reference: 'counter2-v8p4x-20261120-000091-1',
  madeAt: otherTill,
});

const ownSale = (sale: SaleSummary): StoreSale => ({
  ...sale,
  key: sale.saleId,
  transactionId: sale.saleId,
  madeAt: { kind: 'this-till' },
});

/** The store's morning: this till, another one and another app, one of them under a status that nobody knows. */
export const storeSales: readonly StoreSale[] = [
  ...sales.slice(0, 1).map(ownSale),
  otherTillSale,
  ...sales.slice(1, 4).map(ownSale),
  storeSaleOf({
    key: 'T12345678.transaction-3',
    reference: 'weborder-10077',
    madeAt: { kind: 'other-app' },
    state: 'partly-refunded',
    refunded: minorUnits(4_900),
    startedAt: now - 3 * 60 * minute,
    card: undefined,
  }),
  storeSaleOf({
    key: 'T12345678.transaction-4',
    reference: 'counter2-v8p4x-20261120-000090-1',
    madeAt: otherTill,
    state: 'unknown',
    word: 'AWAITING_REVIEW',
    startedAt: now - 4 * 60 * minute,
    card: undefined,
  }),
];

export const transactionView = (over: Partial<TransactionView> = {}): TransactionView => ({
  sale: { ...otherTillSale, state: 'partly-refunded', refunded: minorUnits(4_900) },
  transactionId: otherTillSale.key,
  status: 'PARTIALLY_REFUNDED',
  storeId: 'oslo-center',
  receiptNumber: '000231',
  settlement: 'NOT_SETTLED',
  lines: [
    {
      lineId: '1',
      description: 'Cinnamon bun',
      quantity: 2,
      amount: minorUnits(9_800),
      vatRate: vatRate(15),
    },
    { lineId: '2', description: '', quantity: 1, amount: minorUnits(15_100), vatRate: vatRate(25) },
  ],
  events: [
    { at: now - 6 * minute, event: 'INITIALIZE', success: true },
    { at: now - 6 * minute + 9_000, event: 'AUTHORIZE', success: true, amount: minorUnits(24_900) },
    { at: now - 6 * minute + 9_500, event: 'CAPTURE', success: true, amount: minorUnits(24_900) },
    { at: now - 2 * minute, event: 'REFUND', success: false, amount: minorUnits(4_900) },
    { at: now - minute, event: 'REFUND', success: true, amount: minorUnits(4_900) },
  ],
  refunds: [
    {
      at: now - 2 * minute,
      amount: minorUnits(4_900),
      reference: 'counter2-v8p4x-20261120-r000003',
      state: 'failed',
    },
    {
      at: now - minute,
      amount: minorUnits(4_900),
      reference: 'counter2-v8p4x-20261120-r000004',
      state: 'done',
    },
    { at: now - 5_000, amount: minorUnits(10_000), reference: 'weborder-r2', state: 'running' },
  ],
  supportCopy: JSON.stringify(
    {
      id: otherTillSale.key,
      merchant_reference: otherTillSale.reference,
      status: 'PARTIALLY_REFUNDED',
      amount: 24_900,
      currency: 'NOK',
      card: { brand: 'BankAxept', masked_pan: '957814******8812', expiry_date: '[left out]' },
      customer: '[left out]',
    },
    null,
    2,
  ),
  ...over,
});
