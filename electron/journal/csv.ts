/**
 * Comma-separated values as RFC 4180 has them, for a spreadsheet: records end with CRLF, and a cell that a spreadsheet
 * would take for a formula begins with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection).
 */

/** Tells a spreadsheet that the file is UTF-8. */
export const byteOrderMark = '\u{feff}';

const formula = /^[=+\-@\t\r]/;
const special = /[",\r\n]/;

function cell(text: string): string {
  const safe = formula.test(text) ? `'${text}` : text;
  return special.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvRecord = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** The cells of the first record in a text, as they lie there; `undefined` where it does not end. */
export function readCsvRecord(
  text: string,
): { readonly cells: readonly string[]; readonly end: number } | undefined {
  const cells: string[] = [];
  // One cell, quoted or not, and what ends it.
  const next = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let match = next.exec(text); match; match = next.exec(text)) {
    cells.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') return { cells, end: next.lastIndex };
  }
  return undefined;
}
