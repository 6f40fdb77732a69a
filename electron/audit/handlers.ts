import type { Handlers } from '../../shared/contract.ts';
import { type Result, ok } from '../../shared/result.ts';
import type { AuditRecords } from '../journal/audit.ts';
import type { AuditExports } from './export.ts';

/** The audit log, as the window asks for it. */
export const auditHandlers = (
  records: () => Result<AuditRecords>,
  exports: AuditExports,
): Handlers['audit'] => ({
  page: ({ filter, limit, before }) => {
    const read = records();
    if (!read.ok) return read;
    const entries = read.value.page(filter, limit + 1, before);
    return ok({ entries: entries.slice(0, limit), more: entries.length > limit });
  },
  people: () => {
    const read = records();
    return read.ok ? ok([...read.value.people()]) : read;
  },
  export: ({ format, filter }) => exports.start(format, filter),
  cancelExport: async () => {
    await exports.cancel();
    return ok(null);
  },
  dismissExport: () => {
    exports.dismiss();
    return ok(null);
  },
});
