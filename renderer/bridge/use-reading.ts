import { useCallback, useEffect, useState } from 'react';
import { type Fault } from '../../shared/fault.ts';
import { type Result } from '../../shared/result.ts';

/** Something read from main: what came last, and what the last look was refused for. */
export interface Reading<Value> {
  readonly value: Value | undefined;
  readonly fault: Fault | undefined;
  readonly busy: boolean;
  readonly readAgain: () => void;
}

interface Answer<Value> {
  readonly read: () => Promise<Result<Value>>;
  readonly round: number;
  readonly value: Value | undefined;
  readonly fault: Fault | undefined;
}

/** Reads at first sight, whenever `read` changes, and when asked. An answer to an older question is dropped. */
export function useReading<Value>(read: () => Promise<Result<Value>>): Reading<Value> {
  const [round, setRound] = useState(0);
  const [answer, setAnswer] = useState<Answer<Value>>();

  useEffect(() => {
    let current = true;
    void read().then((result) => {
      if (!current) return;
      setAnswer((before) => ({
        read,
        round,
        value: result.ok ? result.value : before?.read === read ? before.value : undefined,
        fault: result.ok ? undefined : result.error,
      }));
    });
    return () => {
      current = false;
    };
  }, [read, round]);

  const fresh = answer?.read === read ? answer : undefined;
  const readAgain = useCallback(() => setRound((before) => before + 1), []);
  return {
    value: fresh?.value,
    fault: fresh?.fault,
    busy: fresh?.round !== round,
    readAgain,
  };
}
