import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecord, readCsvRecord } from '../../../electron/journal/csv.ts';

describe('a record of comma-separated values', () => {
  it.each([
    [['a', 'b'], 'a,b\r\n'],
    [['', ''], ',\r\n'],
    [['Kåre', 'kr 100,00'], 'Kåre,"kr 100,00"\r\n'],
    [['say "no"'], '"say ""no"""\r\n'],
    [['two\nlines'], '"two\nlines"\r\n'],
  ])('of %j is as RFC 4180 has it', (cells, text) => {
    expect(csvRecord(cells)).toBe(text);
  });

  it.each(['=1+1', '+47 99', '-1', '@SUM(A1)', '\tx', '\rx', '=HYPERLINK("http://x","y")'])(
    'gives a spreadsheet no formula: %j',
    (text) => {
      const [cell = ''] = readCsvRecord(csvRecord([text]))?.cells ?? [];
      expect(cell).toBe(`'${text}`);
    },
  );

  it('reads back as it was written, whatever is in it', () => {
    const text = fc.string({ unit: 'binary' }).filter((value) => !/^[=+\-@\t\r]/.test(value));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fc.string(), (cells, rest) => {
        const record = csvRecord(cells);
        expect(readCsvRecord(record + rest)).toEqual({ cells, end: record.length });
      }),
    );
  });

  it('that does not end is none', () => {
    expect(readCsvRecord('a,"b')).toBeUndefined();
  });
});
