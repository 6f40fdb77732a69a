import { type FleetTerminal } from '../../shared/views/terminals.ts';

/** What a person looks for in a long list of terminals; an empty member asks for nothing. */
export interface FleetQuery {
  /** The end of the serial number, or any part of it, of the id, or of the store's name. */
  readonly text: string;
  readonly status: string;
  readonly storeId: string;
}

/** The terminals that fit, those whose serial number ends as typed first. */
export function matchingTerminals(
  terminals: readonly FleetTerminal[],
  { text, status, storeId }: FleetQuery,
  storeName: (storeId: string) => string,
): readonly FleetTerminal[] {
  const wanted = text.replaceAll(/\s/gu, '').toLowerCase();
  const fits = terminals.filter(
    (terminal) =>
      (status === '' || terminal.status === status) && (storeId === '' || terminal.storeId === storeId),
  );
  if (wanted === '') return fits;
  const ends: FleetTerminal[] = [];
  const has: FleetTerminal[] = [];
  for (const terminal of fits) {
    const serial = terminal.serialNumber?.toLowerCase() ?? '';
    if (serial.endsWith(wanted)) {
      ends.push(terminal);
    } else if (
      serial.includes(wanted) ||
      terminal.terminalId.toLowerCase().includes(wanted) ||
      nameOf(terminal, storeName).includes(wanted)
    ) {
      has.push(terminal);
    }
  }
  return [...ends, ...has];
}

const nameOf = ({ storeId }: FleetTerminal, storeName: (storeId: string) => string): string =>
  storeId === undefined ? '' : storeName(storeId).replaceAll(/\s/gu, '').toLowerCase();

/** The statuses that occur, in the order in which they ask for something to be done. */
export function statusesIn(terminals: readonly FleetTerminal[]): readonly string[] {
  const found = new Set(terminals.flatMap(({ status }) => status ?? []));
  const known = ['ACTION_REQUIRED', 'ERROR', 'PENDING', 'INACTIVE', 'ACTIVE', 'DELETED'];
  return [
    ...known.filter((status) => found.has(status)),
    ...[...found].filter((one) => !known.includes(one)),
  ];
}
