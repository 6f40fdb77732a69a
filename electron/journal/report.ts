import { basename } from 'node:path';
import type { AuditFilter } from '../../shared/audit.ts';
import type { ExportVerdict } from './audit-file.ts';
import type { ChainBreak } from './chain-walk.ts';
import { currentVersion } from './migrate.ts';
import { type HeadVerdict, type Verdict, problemsOf } from './verify.ts';

const breakTexts: Readonly<Record<ChainBreak['what'], string>> = {
  gap: 'events before it are missing',
  double: 'its number was used before',
  previous: 'previous_hash is not the hash of the event before it',
  own: 'hash is not that of its content',
};

const headTexts: Readonly<Record<HeadVerdict, string>> = {
  agrees: 'names the last event, with its hash',
  older: 'names an earlier event, with its hash',
  newer: 'names an event that is not there: the end of the journal is lost',
  contradicts: 'names an event that has another hash',
  missing: 'is not there',
};

/** A verdict for a person to read, in lines. */
export function reportOn(file: string, verdict: Verdict): readonly string[] {
  const { version, events, lastAt, breaks, chainHead, headRecord, damage } = verdict;
  const sound = problemsOf(verdict).length === 0;
  return [
    `file         ${basename(file)}`,
    `version      ${version} (this till writes ${currentVersion})`,
    `events       ${events}${lastAt === undefined ? '' : `, the last of ${new Date(lastAt).toISOString()}`}`,
    `chain        ${breaks.length === 0 ? 'holds' : 'is broken'}`,
    ...breaks.map(
      ({ seq, table, subject, what }) =>
        `             event ${seq}, ${table}, ${subject}: ${breakTexts[what]}`,
    ),
    `chain_head   ${headTexts[chainHead]}`,
    `head record  ${headTexts[headRecord]}`,
    `SQLite       ${damage.length === 0 ? 'finds nothing wrong' : 'finds damage'}`,
    ...damage.map((line) => `             ${line}`),
    `verdict      ${sound ? 'sound' : 'NOT SOUND'}`,
  ];
}

/** What was found of an export of the audit log, for a person to read, in lines. */
export function reportOnExport(file: string, { header, problem }: ExportVerdict): readonly string[] {
  return [
    `export       ${basename(file)}`,
    ...(header
      ? [
          `             ${header.entries} entries as ${header.format}, made ${new Date(header.madeAt).toISOString()} by ${header.by.name}`,
          `             of ${filterText(header.filter)}`,
          `             when event ${header.head.events} was the last, ${header.head.hash}`,
        ]
      : []),
    ...(problem === undefined ? [] : [`             ${problem}`]),
    `verdict      ${problem === undefined ? 'true to the journal' : 'NOT TRUE to the journal'}`,
  ];
}

const filterText = ({ topic, personId, from, to, text }: AuditFilter): string => {
  const time = (at: number): string => new Date(at).toISOString();
  const parts = [
    ...(topic === undefined ? [] : [`topic ${topic}`]),
    ...(personId === undefined ? [] : [`person ${personId}`]),
    ...(from === undefined ? [] : [`from ${time(from)}`]),
    ...(to === undefined ? [] : [`before ${time(to)}`]),
    ...(text === undefined ? [] : [`words “${text}”`]),
  ];
  return parts.length === 0 ? 'the whole log' : parts.join(', ');
};
