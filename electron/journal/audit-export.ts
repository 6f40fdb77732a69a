import { z } from 'zod';
import { type KeptEntry, auditFilterSchema, auditFormatSchema } from '../../shared/audit.ts';
import { millisecondsSchema } from '../../shared/moment.ts';
import { exponentOf, moneySchema } from '../../shared/money.ts';
import { actorSchema } from '../../shared/person.ts';
import { byteOrderMark, csvRecord, readCsvRecord } from './csv.ts';

/**
 * The audit log as a file to be handed out. It begins by saying what was asked for and where the journal's chain ended
 * then, and names each entry's own hash: so it can be written once more from the journal, and must come out the same.
 */

/** What an export says of itself. */
export const exportHeaderSchema = z
  .object({
    tillsideAudit: z.literal(1),
    format: auditFormatSchema,
    account: z.string(),
    /** The journal's own part of every reference. */
    part: z.string(),
    madeAt: millisecondsSchema,
    by: actorSchema,
    filter: auditFilterSchema,
    /** How many events the journal had, and the hash of the last. Hexadecimal. */
    head: z.object({ events: z.int().min(0), hash: z.string() }).readonly(),
    entries: z.int().min(0),
  })
  .readonly();
export type ExportHeader = z.infer<typeof exportHeaderSchema>;

/** An entry with the hash of its event. */
export interface HashedEntry extends KeptEntry {
  /** Hexadecimal. */
  readonly hash: string;
}

const columns = [
  'event',
  'time',
  'kind',
  'person',
  'person id',
  'approved by',
  'approver id',
  'reason',
  'details',
  'hash',
] as const;

/** What stands before the entries. */
export function exportBeginning(header: ExportHeader): string {
  if (header.format === 'jsonl') return `${JSON.stringify(header)}\n`;
  const { head, madeAt, by } = header;
  const record = csvRecord([
    head.events.toString(),
    timeOf(madeAt),
    'export',
    by.name,
    by.id,
    '',
    '',
    '',
    JSON.stringify(header),
    head.hash,
  ]);
  return `${byteOrderMark}${csvRecord(columns)}${record}`;
}

/** One entry, with the end of its line. */
export function exportLine(format: ExportHeader['format'], { seq, at, entry, hash }: HashedEntry): string {
  const { kind, person, approver, reason, ...details } = entry;
  if (format === 'jsonl') {
    const line = { event: seq, time: timeOf(at), kind, person, approver, reason, ...details, hash };
    return `${JSON.stringify(line)}\n`;
  }
  return csvRecord([
    seq.toString(),
    timeOf(at),
    kind,
    person.name,
    person.id,
    approver?.name ?? '',
    approver?.id ?? '',
    reason ?? '',
    detailsText(details),
    hash,
  ]);
}

/** What an export says of itself, read from its beginning; `undefined` for another file. */
export function readExportHeader(beginning: string): ExportHeader | undefined {
  try {
    return exportHeaderSchema.parse(JSON.parse(headerText(beginning) ?? ''));
  } catch {
    return undefined;
  }
}

function headerText(beginning: string): string | undefined {
  if (!beginning.startsWith(byteOrderMark)) return beginning.split('\n', 1)[0];
  const table = beginning.slice(byteOrderMark.length);
  const names = readCsvRecord(table);
  return names && readCsvRecord(table.slice(names.end))?.cells[columns.indexOf('details')];
}

const timeOf = (at: number): string => new Date(at).toISOString();

const changesSchema = z.array(z.object({ name: z.string(), before: z.string(), after: z.string() }));

function detailsText(details: object): string {
  return Object.entries(details)
    .flatMap(([name, value]: [string, unknown]) => {
      const changes = changesSchema.safeParse(value);
      return changes.success
        ? changes.data.map((change) => `${change.name}: ${change.before} → ${change.after}`)
        : [`${name}: ${valueText(value)}`];
    })
    .join('; ');
}

function valueText(value: unknown): string {
  const actor = actorSchema.safeParse(value);
  if (actor.success) return `${actor.data.name} (${actor.data.id})`;
  const money = moneySchema.safeParse(value);
  if (!money.success) return String(value);
  const { amount, currency } = money.data;
  const decimals = exponentOf(currency);
  return `${(amount / 10 ** decimals).toFixed(decimals)} ${currency}`;
}
