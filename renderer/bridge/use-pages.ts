import { useCallback, useEffect, useState } from 'react';
import { type Fault, type FaultCode } from '../../shared/fault.ts';
import { type Result } from '../../shared/result.ts';

/** A part of a list, and what asks for the part after it. */
export interface Part<Entry> {
  readonly entries: readonly Entry[];
  readonly next: string | undefined;
}

export interface Pages<Entry> {
  /** What has come so far. */
  readonly entries: readonly Entry[];
  /** Whether that is all. */
  readonly complete: boolean;
  readonly busy: boolean;
  /** Why the reading stopped before its end. */
  readonly fault: Fault | undefined;
  /** Goes on where a reading stopped; begins anew after one that came to its end, or that Dintero lets nobody go on with. */
  readonly readAgain: () => void;
}

interface Progress<Entry> extends Part<Entry> {
  readonly complete: boolean;
  readonly fault?: Fault;
}

/** What asks for a part may be good for a while only; once it is refused, it is refused for ever. */
const endsReading: ReadonlySet<FaultCode> = new Set(['setup.rejected', 'setup.not-found']);

const nothing = { entries: [], next: undefined, complete: false } as const;

/** Reads a long list part by part to its end, and shows what is there meanwhile. */
export function usePages<Entry>(
  read: (after: string | undefined) => Promise<Result<Part<Entry>>>,
): Pages<Entry> {
  const [round, setRound] = useState(0);
  const [shown, setShown] = useState<Progress<Entry>>(nothing);
  const [begin, setBegin] = useState<Part<Entry>>(nothing);
  const [busy, setBusy] = useState(true);

  useEffect(() => {
    let current = true;
    const run = async (): Promise<void> => {
      let so: Part<Entry> = begin;
      const asked = new Set<string>();
      for (;;) {
        const part = await read(so.next);
        if (!current) return;
        if (!part.ok) {
          setShown({ ...so, complete: false, fault: part.error });
          break;
        }
        const { entries } = part.value;
        if (so.next !== undefined) asked.add(so.next);
        // A server that leads in a circle would fill the memory.
        const next = asked.has(part.value.next ?? '') ? undefined : part.value.next;
        so = { entries: [...so.entries, ...entries], next };
        setShown({ ...so, complete: next === undefined });
        if (next === undefined) break;
      }
      setBusy(false);
    };
    void run();
    return () => {
      current = false;
    };
  }, [read, begin, round]);

  const readAgain = useCallback(() => {
    setBusy(true);
    const goesOn = shown.fault !== undefined && !endsReading.has(shown.fault.code);
    setBegin(goesOn ? { entries: shown.entries, next: shown.next } : nothing);
    setRound((before) => before + 1);
  }, [shown]);
  return { entries: shown.entries, complete: shown.complete, busy, fault: shown.fault, readAgain };
}
