import { describe, expect, it } from 'vitest';
import { supportCopy } from '../../../electron/sales/support-copy.ts';

describe('a transaction’s copy for support', () => {
  it.each([
    ['a name', { billing_address: { first_name: 'Kari' } }, 'Kari'],
    ['a mail address', { customer: { email: 'kari@example.com' } }, 'kari@example.com'],
    ['a phone number', { items: [{ phone_number: '+4799999999' }] }, '99999999'],
    ['a token', { card: { payment_token: 'tok_123' } }, 'tok_123'],
    ['a member that nobody knows', { something_new: 'Kari' }, 'Kari'],
    ['a slip', { events: [{ metadata: { 'seitatech:customerReceipt': 'Kari' } }] }, 'Kari'],
    ['a card’s whole number', { card: { masked_pan: '4761730000000416' } }, '4761730000000416'],
    ['a card’s number in groups', { error: { message: '4761 7300 0000 0416' } }, '7300 0000'],
  ])('leaves out %s', (_, raw, secret) => {
    expect(supportCopy(raw)).not.toContain(secret);
  });

  it('names what it left out', () => {
    expect(JSON.parse(supportCopy({ customer: { name: 'Kari' } }))).toEqual({ customer: '[left out]' });
  });

  it.each([
    ['references', { merchant_reference: 'counter7-k3f9x-20261120-000184-1' }],
    ['the masked number', { card: { brand: 'Visa', masked_pan: '476173******0416' } }],
    ['amounts and times', { amount: 39_900, created_at: '2026-11-20T11:00:00.000Z', status: 'CAPTURED' }],
    ['what failed', { events: [{ event: 'AUTHORIZE', success: false, error: { type: ['DECLINED'] } }] }],
    ['the terminal', { events: [{ metadata: { 'seitatech:terminalSerialNumber': '123456789012' } }] }],
  ])('keeps %s', (_, raw) => {
    expect(JSON.parse(supportCopy(raw))).toEqual(raw);
  });
});
