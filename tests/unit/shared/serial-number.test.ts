import { describe, expect, it } from 'vitest';
import { nextSimulatedSerial, readSerialNumber } from '../../../shared/serial-number.ts';

const test = 'T12345678';
const live = 'P12345678';

describe('a serial number', () => {
  it.each([
    ['158222607285', '158222607285'],
    [' 1582 2260 7285 ', '158222607285'],
    ['1582-2260-7285', '158222607285'],
    ['SIMULATED-T12345678-001', 'SIMULATED-T12345678-001'],
    [' simulated-t12345678-042', 'SIMULATED-T12345678-042'],
  ])('typed as "%s" is read as %s', (typed, serial) => {
    expect(readSerialNumber(typed, test)).toEqual({ ok: true, value: serial });
  });

  it.each([
    ['', test, 'input.required'],
    ['   ', test, 'input.required'],
    ['15822260728', test, 'input.serial-length'],
    ['1582226072855', test, 'input.serial-length'],
    ['S58222607285', test, 'input.serial-letters'],
    ['15822260728é', test, 'input.serial-letters'],
    ['--', test, 'input.serial-letters'],
    ['SIMULATED', test, 'input.serial-simulated'],
    ['SIMULATED-T12345678-1', test, 'input.serial-simulated'],
    ['SIMULATED-T12345678-0001', test, 'input.serial-simulated'],
    ['SIMULATED-T87654321-001', test, 'input.serial-simulated'],
    ['SIMULATED-P12345678-001', live, 'input.serial-simulated-live'],
  ])('typed as "%s" on %s is refused with %s', (typed, accountId, code) => {
    expect(readSerialNumber(typed, accountId, 'serialNumber')).toMatchObject({
      error: { code, field: 'serialNumber' },
    });
  });
});

describe('the next simulated serial number', () => {
  it.each([
    ['of an account without any is the first', test, [], 'SIMULATED-T12345678-001'],
    [
      'fills a gap',
      test,
      ['SIMULATED-T12345678-001', 'SIMULATED-T12345678-003', '158222607285'],
      'SIMULATED-T12345678-002',
    ],
    ['of a live account is none', live, [], undefined],
  ])('%s', (_, accountId, taken, next) => {
    expect(nextSimulatedSerial(accountId, taken)).toBe(next);
  });

  it('is none when all are given out', () => {
    const all = Array.from(
      { length: 999 },
      (_, index) => `SIMULATED-T12345678-${String(index + 1).padStart(3, '0')}`,
    );
    expect(nextSimulatedSerial(test, all)).toBeUndefined();
  });
});
