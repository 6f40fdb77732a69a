import { describe, expect, it } from 'vitest';
import {
  attemptReference,
  isFromJournal,
  isReference,
  readReference,
  refundReference,
  tillPart,
} from '../../../shared/reference.ts';

const day = new Date(2026, 10, 20, 23, 59);

describe('a merchant reference (P4)', () => {
  const reference = attemptReference({ till: 'Counter 7', journal: 'k3f9x', day, sale: 184, attempt: 1 });

  it('says till, journal, day, sale and attempt', () => {
    expect(reference).toBe('counter7-k3f9x-20261120-000184-1');
  });

  it('is known by its journal', () => {
    expect(isFromJournal(reference, 'k3f9x')).toBe(true);
    expect(isFromJournal(reference, 'k3f9')).toBe(false);
  });

  it('tells its till and its journal to another till', () => {
    expect(readReference(reference)).toEqual({ till: 'counter7', journal: 'k3f9x' });
  });

  it.each([
    ['a web shop’s', 'order-20261120-000184'],
    ['a refund’s', 'counter7-k3f9x-20261120-r000031'],
    ['one with more behind it', 'counter7-k3f9x-20261120-000184-1-x'],
    ['none', ''],
  ])('is told from %s', (_, other) => {
    expect(readReference(other)).toBeUndefined();
  });

  it('of a refund has a number of its own', () => {
    expect(refundReference({ till: 'Counter 7', journal: 'k3f9x', day, refund: 31 })).toBe(
      'counter7-k3f9x-20261120-r000031',
    );
  });

  it.each([
    ['Blåbær & Fløte', 'blaabaerfloete'],
    ['Café', 'cafe'],
    ['收银台', 'till'],
    ['A till with a very long name', 'atillwithaverylo'],
  ])('writes the till %s as %s', (name, part) => {
    expect(tillPart(name)).toBe(part);
  });

  it.each([
    ['an attempt', reference],
    ['a refund', refundReference({ till: 'Counter 7', journal: 'k3f9x', day, refund: 31 })],
  ])('of %s is known by its shape', (_, text) => {
    expect(isReference(text)).toBe(true);
  });

  it.each(['', 'web-77', 'counter7-k3f9x-20261120-000184', '7038010055690', `${reference} `])(
    'is not taken for one: “%s”',
    (text) => {
      expect(isReference(text)).toBe(false);
    },
  );
});
