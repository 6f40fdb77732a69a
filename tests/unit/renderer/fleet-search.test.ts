import { describe, expect, it } from 'vitest';
import { matchingTerminals, statusesIn } from '../../../renderer/terminals/fleet-search.ts';
import { fleetTerminals, largeFleet } from '../../renderer/samples/fleet-samples.ts';

const anything = { text: '', status: '', storeId: '' } as const;
const names = (storeId: string): string => (storeId === 'pop-up' ? 'Pop-up Grünerløkka' : 'Oslo Center');

const found = (query: Partial<typeof anything> | { readonly text: string }): readonly string[] =>
  matchingTerminals(fleetTerminals, { ...anything, ...query }, names).map(({ terminalId }) =>
    terminalId.slice(-5),
  );

describe('a search for a terminal', () => {
  it.each([
    ['2611', ['T0002']],
    [' 26 11 ', ['T0002']],
    ['261', ['T0002', 'T0003', 'T0004']],
    ['t0009', ['T0009']],
    ['grünerløkka', ['T0004']],
    ['nothing has this', []],
  ])('by "%s" finds %j', (text, ids) => {
    expect(found({ text })).toEqual(ids);
  });

  it('shows first those whose serial number ends as typed', () => {
    const [first] = matchingTerminals(largeFleet(5_000), { ...anything, text: '2607' }, names);
    expect(first?.serialNumber).toMatch(/2607$/);
  });

  it('by status and store leaves only what fits both', () => {
    const query = { ...anything, status: 'ACTIVE', storeId: 'pop-up' };
    expect(matchingTerminals(fleetTerminals, query, names)).toEqual([]);
  });

  it('takes few milliseconds among 5,000', () => {
    const fleet = largeFleet(5_000);
    const began = performance.now();
    matchingTerminals(fleet, { ...anything, text: '2607' }, names);
    expect(performance.now() - began).toBeLessThan(100);
  });
});

describe('the statuses to choose from', () => {
  it('are those that occur, what asks for something first, and unknown ones last', () => {
    expect(statusesIn(fleetTerminals)).toEqual([
      'ACTION_REQUIRED',
      'ERROR',
      'PENDING',
      'INACTIVE',
      'ACTIVE',
      'DELETED',
      'QUARANTINED',
    ]);
  });
});
