import { useCallback, useEffect, useState } from 'react';
import { type AuditFilter, type AuditFormat, type KeptEntry } from '../../shared/audit.ts';
import { type Fault } from '../../shared/fault.ts';
import { type Actor } from '../../shared/person.ts';
import { type AuditExportView } from '../../shared/views/audit.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { type Call, useCall } from '../bridge/use-call.ts';
import { useReading } from '../bridge/use-reading.ts';

const pageSize = 100;

/** What was read at once. Parts stay as they came, so that a long list is not drawn anew when it grows. */
export type Part = readonly [KeptEntry, ...KeptEntry[]];

interface Parts {
  readonly filter: AuditFilter;
  readonly parts: readonly Part[];
  readonly more: boolean;
  readonly fault: Fault | undefined;
}

export interface AuditUse {
  /** Newest first. */
  readonly parts: readonly Part[];
  readonly more: boolean;
  readonly loading: boolean;
  readonly fault: Fault | undefined;
  readonly showOlder: () => void;
  readonly readAgain: () => void;
}

const partOf = (entries: readonly KeptEntry[]): readonly Part[] => {
  const [first, ...others] = entries;
  return first ? [[first, ...others]] : [];
};

/** The entries that fit, newest first: more of them on demand, and new ones as they come. */
export function useAudit(filter: AuditFilter): AuditUse {
  const { audit } = useBridge();
  const { revision } = useSlice('audit');
  const [shown, setShown] = useState<Parts>();
  const [round, setRound] = useState(0);
  const [reading, setReading] = useState<number>();
  const fresh = shown?.filter === filter ? shown : undefined;

  useEffect(() => {
    let current = true;
    void audit.page({ filter, limit: pageSize }).then((read) => {
      if (!current) return;
      setShown((before) => {
        const known = before?.filter === filter ? before : undefined;
        if (!read.ok) return { filter, parts: [], more: false, ...known, fault: read.error };
        const { entries, more } = read.value;
        const newest = known?.parts[0]?.[0].seq;
        const added = entries.filter(({ seq }) => newest === undefined || seq > newest);
        // What is new meets what is there, or the list begins anew.
        return known && added.length < entries.length
          ? { ...known, parts: [...partOf(added), ...known.parts], fault: undefined }
          : { filter, parts: partOf(entries), more, fault: undefined };
      });
    });
    return () => {
      current = false;
    };
  }, [audit, filter, revision, round]);

  const last = fresh?.parts.at(-1)?.at(-1)?.seq;
  const showOlder = useCallback(() => {
    if (last === undefined || reading === last) return;
    setReading(last);
    void audit.page({ filter, limit: pageSize, before: last }).then((read) => {
      setReading(undefined);
      setShown((before) => {
        if (before?.filter !== filter || before.parts.at(-1)?.at(-1)?.seq !== last) return before;
        if (!read.ok) return { ...before, fault: read.error };
        const { entries, more } = read.value;
        return { ...before, parts: [...before.parts, ...partOf(entries)], more, fault: undefined };
      });
    });
  }, [audit, filter, last, reading]);

  const readAgain = useCallback(() => setRound((before) => before + 1), []);
  return {
    parts: fresh?.parts ?? [],
    more: fresh?.more ?? false,
    loading: fresh === undefined,
    fault: fresh?.fault,
    showOlder,
    readAgain,
  };
}

const nobody: readonly Actor[] = [];

/** Everybody whom an entry is about. */
export function useAuditPeople(): readonly Actor[] {
  const { audit } = useBridge();
  const { value } = useReading(useCallback(() => audit.people({}), [audit]));
  return value ?? nobody;
}

export interface ExportUse {
  readonly view: AuditExportView | null;
  readonly begin: Call<readonly [{ readonly filter: AuditFilter; readonly format: AuditFormat }], null>;
  readonly cancel: () => void;
  readonly dismiss: () => void;
}

/** The export of the log that runs, or how the last one ended. */
export function useAuditExport(): ExportUse {
  const { audit } = useBridge();
  const { export: view } = useSlice('audit');
  const begin = useCall(audit.export);
  const cancel = useCall(audit.cancelExport);
  const dismiss = useCall(audit.dismissExport);
  return { view, begin, cancel: () => void cancel.run({}), dismiss: () => void dismiss.run({}) };
}
