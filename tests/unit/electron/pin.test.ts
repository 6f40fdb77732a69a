import { describe, expect, it } from 'vitest';
import { hashPin, isSamePin } from '../../../electron/staff/pin.ts';

describe('a stored PIN', () => {
  it('is known again, and no other is', async () => {
    const stored = await hashPin('1234');
    expect(await isSamePin('1234', stored)).toBe(true);
    expect(await isSamePin('1235', stored)).toBe(false);
  });

  it('does not hold the digits, and two of one PIN differ', async () => {
    const [a, b] = [await hashPin('987654'), await hashPin('987654')];
    expect(a).not.toContain('987654');
    expect(a).not.toBe(b);
  });
});
