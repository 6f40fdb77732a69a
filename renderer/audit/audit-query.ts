import { type AuditFilter, type AuditTopic } from '../../shared/audit.ts';

/** What is looked for in the log, as it is filled in. */
export interface AuditQuery {
  readonly text: string;
  /** Empty for any. */
  readonly topic: AuditTopic | '';
  /** The id of a person; empty for anybody. */
  readonly personId: string;
  /** The first day, `2026-11-20`; empty for any. */
  readonly from: string;
  /** The last day. */
  readonly to: string;
}

export const everything: AuditQuery = { text: '', topic: '', personId: '', from: '', to: '' };

/** Whether anything is left out. */
export const isNarrowed = (query: AuditQuery): boolean =>
  Object.values(filterOf(query)).some((value) => value !== undefined);

/** The first moment of a day of the till's calendar, and `days` later. In ms since 1970. */
function momentOf(day: string, days = 0): number | undefined {
  const [year, month, date] = day.split('-').map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const at = new Date(year, month - 1, date + days).getTime();
  return Number.isNaN(at) || at < 0 ? undefined : at;
}

/** The question as main takes it. */
export function filterOf({ text, topic, personId, from, to }: AuditQuery): AuditFilter {
  const [first, end] = [momentOf(from), momentOf(to, 1)];
  return {
    ...(text.trim() !== '' && { text: text.trim() }),
    ...(topic !== '' && { topic }),
    ...(personId !== '' && { personId }),
    ...(first !== undefined && { from: first }),
    ...(end !== undefined && { to: end }),
  };
}
