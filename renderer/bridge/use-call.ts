import { useCallback, useRef, useState } from 'react';
import { type Fault } from '../../shared/fault.ts';
import { type Result } from '../../shared/result.ts';

/** A call in the hands of a component: one at a time, with what it was refused for. */
export interface Call<Arguments extends readonly unknown[], Value> {
  /** Does nothing while an earlier one still runs, so that a second click changes nothing. */
  readonly run: (...input: Arguments) => Promise<Result<Value> | undefined>;
  readonly busy: boolean;
  readonly fault: Fault | undefined;
  readonly clear: () => void;
}

/** Runs a call of the bridge and keeps its fault until the next run. */
export function useCall<Arguments extends readonly unknown[], Value>(
  call: (...input: Arguments) => Promise<Result<Value>>,
): Call<Arguments, Value> {
  const running = useRef(false);
  const [state, setState] = useState<{ readonly busy: boolean; readonly fault?: Fault }>({ busy: false });

  const run = useCallback(
    async (...input: Arguments): Promise<Result<Value> | undefined> => {
      if (running.current) return undefined;
      running.current = true;
      setState({ busy: true });
      const result = await call(...input);
      running.current = false;
      setState({ busy: false, ...(!result.ok && { fault: result.error }) });
      return result;
    },
    [call],
  );
  const clear = useCallback(() => setState(({ busy }) => ({ busy })), []);
  return { run, busy: state.busy, fault: state.fault, clear };
}

export interface RepeatableCall<Arguments extends readonly unknown[], Value> {
  readonly run: (...input: Arguments) => Promise<Result<Value>>;
  readonly fault: Fault | undefined;
  readonly clear: () => void;
}

/**
 * As `useCall`, for what may be asked for again while it still runs: each press counts, in order. Shows what the last
 * answer was refused for.
 */
export function useRepeatableCall<Arguments extends readonly unknown[], Value>(
  call: (...input: Arguments) => Promise<Result<Value>>,
): RepeatableCall<Arguments, Value> {
  const [fault, setFault] = useState<Fault>();
  const run = useCallback(
    async (...input: Arguments): Promise<Result<Value>> => {
      const result = await call(...input);
      setFault(result.ok ? undefined : result.error);
      return result;
    },
    [call],
  );
  const clear = useCallback(() => setFault(undefined), []);
  return { run, fault, clear };
}
