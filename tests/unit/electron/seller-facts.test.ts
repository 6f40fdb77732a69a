import { describe, expect, it } from 'vitest';
import { detailsOf, newestOf, sellerOf, sellersOf } from '../../../electron/onboarding/seller-facts.ts';

const approval = (created_at: string, case_status: string) => ({
  payout_destination_id: 'kaffebaren',
  created_at,
  case_status,
});

describe('what is known of a seller', () => {
  it('is its newest case, where somebody applied again', () => {
    const cases = [approval('2026-11-20', 'DECLINED'), approval('2026-11-21', 'AUTOMATIC_REVIEW')];
    expect(newestOf(cases)?.case_status).toBe('AUTOMATIC_REVIEW');
    expect(newestOf(cases.toReversed())?.case_status).toBe('AUTOMATIC_REVIEW');
    expect(newestOf([])).toBeUndefined();
  });

  it('comes from the payout destination before its case', () => {
    const destination = { payout_destination_id: 'kaffebaren', case_status: 'ACTIVE' };
    expect(
      sellerOf('kaffebaren', { destination, approval: approval('2026-11-21', 'AUTOMATIC_REVIEW') }),
    ).toMatchObject({ status: 'ACTIVE' });
  });

  it.each([
    ['its own', { payout_destination_name: 'Kaffebaren' }, 'Kaffebaren'],
    ['its organisation’s', { organization: { name: 'KAFFEBAREN AS' } }, 'KAFFEBAREN AS'],
    ['its person’s', { individual: { name: 'Kari Nordmann' } }, 'Kari Nordmann'],
    ['none', {}, undefined],
  ])('has %s name', (_, told, name) => {
    const destination = { payout_destination_id: 'kaffebaren', ...told };
    expect(sellerOf('kaffebaren', { destination }).name).toBe(name);
  });

  it.each([
    ['day', 'daily'],
    ['week', 'weekly'],
    ['month', 'monthly'],
    ['manual', 'manual'],
    ['fortnight', 'fortnight'],
  ])('calls the interval %s %s, as the other list does', (payout_interval_type, interval) => {
    const destination = { payout_destination_id: 'kaffebaren', payout_interval_type };
    expect(detailsOf({ destination }).payoutInterval).toBe(interval);
  });

  it('of both lists is told once for each seller', () => {
    const list = sellersOf(
      [{ payout_destination_id: 'b', payout_destination_name: 'Berit' }, { payout_destination_id: 'c' }],
      [
        { payout_destination_id: 'b', case_status: 'ACTIVE' },
        { payout_destination_id: 'a', payout_destination_name: 'Anne' },
      ],
    );
    expect(list).toMatchObject([
      { payoutDestinationId: 'a', name: 'Anne' },
      { payoutDestinationId: 'b', name: 'Berit', status: 'ACTIVE' },
      { payoutDestinationId: 'c' },
    ]);
  });
});
