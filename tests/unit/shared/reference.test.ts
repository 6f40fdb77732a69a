import { describe, expect, it } from 'vitest';
import { attemptReference, isFromJournal, refundReference, tillPart } from '../../../shared/reference.ts';

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
});
