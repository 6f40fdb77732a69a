import { describe, expect, it } from 'vitest';
import { stepViews } from '../../../renderer/pairing/pairing-steps.ts';
import { stepsOf } from '../../../renderer/pay/steps.ts';
import { byDay } from '../../../renderer/sales/by-day.ts';
import { cardText } from '../../../renderer/sales/card-text.ts';
import { groupHues, matching } from '../../../renderer/sell/product-search.ts';
import { tailOf } from '../../../renderer/terminals/terminal-name.ts';
import { createTranslator } from '../../../renderer/i18n/i18n.ts';
import { products } from '../../renderer/samples/basket-samples.ts';
import { attemptOf, paymentOf } from '../../renderer/samples/payment-samples.ts';
import { sales } from '../../renderer/samples/sale-samples.ts';
import { pairing } from '../../renderer/samples/till-samples.ts';

const { t } = createTranslator('en');

describe('the steps of a payment', () => {
  const states = (attempt: Parameters<typeof stepsOf>[0]): string =>
    stepsOf(attempt)
      .map(({ name, state }) => `${name} ${state}`)
      .join(', ');

  it('go from the record on disk to the captured money', () => {
    expect(states(attemptOf())).toBe('recorded done, sent current, opened next, card next, captured next');
    expect(states(paymentOf('waiting-terminal').attempt)).toBe(
      'recorded done, sent done, opened current, card next, captured next',
    );
    expect(states(paymentOf('waiting-customer').attempt)).toBe(
      'recorded done, sent done, opened done, card current, captured next',
    );
    expect(states(paymentOf('authorized').attempt)).toBe(
      'recorded done, sent done, opened done, card done, captured current',
    );
    expect(states(paymentOf('approved').attempt)).toBe(
      'recorded done, sent done, opened done, card done, captured done',
    );
  });

  it('show a lost reply as lost, neither done nor to come', () => {
    expect(states(attemptOf({ replyLostAt: 1 }))).toContain('sent lost');
  });

  it('show a cancel that was asked for, until it is refused', () => {
    const { attempt } = paymentOf('cancelling');
    expect(states(attempt)).toContain('cancel current');
    expect(states({ ...attempt, cancelRefusedAt: 1 })).not.toContain('cancel');
  });
});

describe('the steps of pairing', () => {
  it('can be gone back to, and on to the first that is open', () => {
    const views = stepViews({ step: 'account', accountId: 'T12345678', store: pairing.store }, 'account');
    expect(views.map(({ step, state, reachable }) => [step, state, reachable])).toEqual([
      ['account', 'current', true],
      ['store', 'done', true],
      ['profile', 'next', true],
      ['terminal', 'next', false],
      ['till', 'next', false],
      ['manager', 'next', false],
    ]);
  });

  it('begin at the account', () => {
    expect(stepViews(undefined, 'account').filter((view) => view.reachable)).toHaveLength(1);
  });
});

describe('the product search', () => {
  it('finds every word in any order, whatever the case', () => {
    expect(matching(products, 'KG coffee').map((product) => product.productId)).toEqual(['beans']);
    expect(matching(products, '  ')).toEqual(products);
    expect(matching(products, 'kakao')).toEqual([]);
  });

  it('gives each group a hue of its own', () => {
    expect([...groupHues(products).values()]).toEqual([1, 2, 3]);
  });
});

describe('names', () => {
  it('tell a card by brand, last digits and how it was read', () => {
    const card = { brand: 'Visa', maskedPan: '476173******0416', entryMethod: 'CONTACTLESS_ICC' };
    expect(cardText(t, card)).toBe('Visa •••• 0416 · contactless');
    expect(cardText(t, {})).toBe('Card');
    expect(cardText(t, { brand: 'BankAxept', entryMethod: 'telepathy' })).toBe('BankAxept');
  });

  it('tell a terminal by the end of its serial number, else of its id', () => {
    expect(tailOf({ terminalId: 'T1-0001', serialNumber: '4711-0012-2607' })).toBe('2607');
    expect(tailOf({ terminalId: 'T1', serialNumber: 'SIMULATED-T12345678-001' })).toBe('001');
    expect(tailOf({ terminalId: 'T12345678-T0001' })).toBe('0001');
  });
});

describe('the list of sales', () => {
  it('is put under its days, in its order', () => {
    const days = byDay(sales);
    expect(days.length).toBeGreaterThan(1);
    expect(days.flatMap((day) => day.sales)).toEqual(sales);
    expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).toSorted((a, b) => b - a));
  });
});
