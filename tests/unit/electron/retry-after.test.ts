import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../electron/dintero/answer.ts';

const asked = (header: string): number | undefined =>
  retryAfterMs({ status: 503, text: '', header: () => header }, Date.parse('2026-11-20T12:00:00Z'));

describe('Retry-After', () => {
  it.each([
    ['30', 30_000],
    ['Fri, 20 Nov 2026 12:01:00 GMT', 60_000],
    ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
    ['86400', 120_000],
    ['3000000', 120_000],
  ])('of “%s” is a wait of %i ms', (header, delay) => {
    expect(asked(header)).toBe(delay);
  });

  it('that can’t be read is none', () => {
    expect(asked('soon')).toBeUndefined();
  });
});
