import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestSellerId, proposeSellerId, readSellerId } from '../../../shared/seller-id.ts';

describe('a seller ID as typed', () => {
  it.each(['seller-1', 'PD032', 'a_b', 'x'.repeat(40)])('%s is taken', (id) => {
    expect(readSellerId(` ${id} `)).toEqual({ ok: true, value: id });
  });

  it.each([
    ['', 'input.required'],
    ['x'.repeat(41), 'input.too-long'],
    ['seller 1', 'input.seller-id'],
    ['kaffe-øst', 'input.seller-id'],
    ['a/b', 'input.seller-id'],
    ['a.b', 'input.seller-id'],
  ])('%s is refused as %s', (id, code) => {
    expect(readSellerId(id, 'payoutDestinationId')).toMatchObject({
      ok: false,
      error: { code, field: 'payoutDestinationId' },
    });
  });
});

describe('the proposed seller ID', () => {
  it.each([
    ['Kaffebaren Øst AS', [], 'kaffebaren-oest-as'],
    ['Blåbær & Sønn', [], 'blaabaer-soenn'],
    ['  Café Olé!  ', [], 'cafe-ole'],
    ['Kaffebaren', ['kaffebaren'], 'kaffebaren-2'],
    ['Kaffebaren', ['kaffebaren', 'kaffebaren-2'], 'kaffebaren-3'],
    ['', [], 'seller-1'],
    ['', ['seller-1', 'seller-2'], 'seller-3'],
    ['北京', ['seller-1'], 'seller-2'],
    ['a'.repeat(50), ['a'.repeat(40)], `${'a'.repeat(38)}-2`],
  ])('for %j beside %j is %s', (name, taken, id) => {
    expect(proposeSellerId(name, taken)).toBe(id);
  });

  it('is always one that can be used, and free', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (name) => {
        const first = proposeSellerId(name, []);
        const second = proposeSellerId(name, [first]);
        expect([readSellerId(first), readSellerId(second)]).toMatchObject([{ ok: true }, { ok: true }]);
        expect(second).not.toBe(first);
        expect(second.length).toBeLessThanOrEqual(longestSellerId);
      }),
    );
  });
});
