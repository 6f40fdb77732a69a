import { describe, expect, it } from 'vitest';
import { openAccount, saleBody } from './account.ts';

const captured = { options: { captureDelayMs: 0 } } as const;
const twoLines = saleBody(30_000, {
  order: {
    items: [
      { line_id: '1', amount: 20_000 },
      { line_id: '2', amount: 10_000 },
    ],
  },
});

describe('a refund is refused with 400', () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['without a terminal', { amount: 100, terminal_id: undefined }],
    ['on a terminal that is not there', { amount: 100, terminal_id: 'T0292' }],
    ['on a terminal that is not ACTIVE', { amount: 100, terminal_id: 'T00000001-T0003' }],
    ['of nothing', { amount: 0 }],
    ['of more than was captured', { amount: 30_001 }],
    ['with a field that is not documented', { amount: 100, reference: 'x' }],
    ['whose lines are not its amount', { amount: 100, items: [{ line_id: '1', amount: 99 }] }],
    ['of a line that was not sold', { amount: 100, items: [{ line_id: '9', amount: 100 }] }],
    ['of more than a line', { amount: 10_001, items: [{ line_id: '2', amount: 10_001 }] }],
    [
      'that names a line twice',
      {
        amount: 200,
        items: [
          { line_id: '1', amount: 100 },
          { line_id: '1', amount: 100 },
        ],
      },
    ],
    ['with metadata that is not ours', { amount: 100, metadata: { note: 'x' } }],
  ])('%s', async (_, body) => {
    const account = await openAccount(captured);
    await account.session(twoLines);
    account.press('tap');
    expect((await account.refund(body)).status).toBe(400);
  });

  it('of what is not captured yet', async () => {
    const account = await openAccount();
    await account.sale();
    expect((await account.refund({ amount: 100 })).status).toBe(400);
  });

  it('above what earlier refunds have left', async () => {
    const account = await openAccount({ options: { captureDelayMs: 0, refundDelayMs: 0 } });
    await account.sale();
    await account.refund({ amount: 30_000 });
    expect((await account.refund({ amount: 9_901 })).status).toBe(400);
  });
});

describe('a refund that is taken', () => {
  it('is answered with 202 and the request by which its end is found', async () => {
    const account = await openAccount(captured);
    await account.sale();
    const answer = await account.refund({ amount: 100, refund_reference: 'till-r1' });
    await account.clock.pass(500);
    const request = answer.headers.get('event-request-id');
    expect(account.last.events.slice(-2)).toMatchObject([
      { event: 'INITIATE_REFUND', request_id: request, event_reference: 'till-r1' },
      { event: 'REFUND', correlation_request_id: request, event_reference: 'till-r1', success: true },
    ]);
  });

  it.each([
    [39_900, 'REFUNDED', 39_900],
    [10_000, 'PARTIALLY_REFUNDED', 39_900],
    [57, 'REFUNDED', 114],
    [50, 'PARTIALLY_CAPTURED_REFUNDED', 114],
  ])('of %i øre leaves the transaction %s', async (amount, status, sold) => {
    const account = await openAccount({ options: { captureDelayMs: 0, refundDelayMs: 0 } });
    await account.sale(sold);
    await account.refund({ amount });
    expect(account.last.status).toBe(status);
  });

  it.each([
    [116, 2_999, undefined],
    [116, 3_000, true],
    [117, 3_000, false],
    [119, 3_600_000, undefined],
  ])('of %i øre has after %i ms succeeded: %s', async (amount, ms, success) => {
    const account = await openAccount(captured);
    await account.sale();
    await account.refund({ amount });
    await account.clock.pass(ms);
    expect(account.last.events.find(({ event }) => event === 'REFUND')?.success).toBe(success);
  });

  it('of 1.18 is answered with 503, and nothing is done', async () => {
    const account = await openAccount(captured);
    await account.sale();
    const before = account.last.events.length;
    const { status } = await account.refund({ amount: 118 });
    expect([status, account.last.events.length]).toEqual([503, before]);
  });

  it('that failed leaves no trace in the ledger', async () => {
    const account = await openAccount(captured);
    await account.sale();
    await account.refund({ amount: 117 });
    await account.clock.pass(3_000);
    expect(account.sandbox.ledger().map(({ what }) => what)).not.toContain('refunded');
  });
});

describe('void and capture', () => {
  it('void takes back what is authorized', async () => {
    const account = await openAccount();
    const { id } = await account.sale();
    await account.post(`/v1/transactions/${id}/void`);
    await account.clock.pass(600_000);
    expect(account.last.status).toBe('AUTHORIZATION_VOIDED');
  });

  it('void is refused once captured (R6)', async () => {
    const account = await openAccount(captured);
    const { id } = await account.sale();
    expect((await account.post(`/v1/transactions/${id}/void`)).status).toBe(400);
  });

  it('capture takes what is authorized, once', async () => {
    const account = await openAccount({ options: { lingeringCaptureMs: 60_000 } });
    const { id } = await account.sale(111);
    await account.post(`/v1/transactions/${id}/capture`, { amount: 111 });
    await account.clock.pass(60_000);
    expect(account.sandbox.ledger().filter(({ what }) => what === 'captured')).toHaveLength(1);
  });

  it.each([[{ amount: 110 }], [{ amount: 111, all: true }], [{}]])(
    'capture of %j is refused',
    async (body) => {
      const account = await openAccount();
      const { id } = await account.sale(111);
      expect((await account.post(`/v1/transactions/${id}/capture`, body)).status).toBe(400);
    },
  );

  it('capture of what is captured is refused', async () => {
    const account = await openAccount(captured);
    const { id } = await account.sale();
    expect((await account.post(`/v1/transactions/${id}/capture`, { amount: 39_900 })).status).toBe(400);
  });
});
