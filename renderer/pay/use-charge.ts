import { useCallback, useState } from 'react';
import { type Fault } from '../../shared/fault.ts';
import { type Result } from '../../shared/result.ts';
import { useBasketCalls, useBridge, useMirror } from '../bridge/till-context.tsx';
import { useCall } from '../bridge/use-call.ts';

/** An earlier attempt of the sale that may have taken the money. */
export interface ChargeRisk {
  readonly reference: string | undefined;
}

export interface ChargeUse {
  readonly charge: () => void;
  /** The same sale again on this terminal, after an attempt that took nothing. */
  readonly tryAgain: (attemptId: string, terminalId: string) => void;
  readonly busy: boolean;
  readonly fault: Fault | undefined;
  /** An earlier attempt may have taken the money: a person must say yes to that first (rule P16). */
  readonly risk: ChargeRisk | undefined;
  readonly acceptRisk: () => void;
  readonly dismissRisk: () => void;
}

type Start = { readonly acceptRisk: boolean } | { readonly attemptId: string; readonly terminalId: string };

/** Starts a payment, once per press, and asks for the clear yes where one is needed. */
export function useCharge(): ChargeUse {
  const { payments } = useBridge();
  const basketCalls = useBasketCalls();
  const mirror = useMirror();
  const [risk, setRisk] = useState<ChargeRisk>();
  const start = useCall(
    useCallback(
      async (wanted: Start): Promise<Result<null>> => {
        await basketCalls.settled();
        const { basket, tillTerminals } = mirror.getState();
        const started = await ('attemptId' in wanted
          ? payments.tryAgain(wanted)
          : payments.charge({
              acceptRisk: wanted.acceptRisk,
              basketId: basket.basket.id,
              total: basket.total,
              terminalId: tillTerminals?.presentId ?? '',
            }));
        setRisk(started.ok ? undefined : riskOf(started.error));
        return started;
      },
      [payments, basketCalls, mirror],
    ),
  );
  const { run, clear } = start;
  return {
    charge: () => void run({ acceptRisk: false }),
    tryAgain: (attemptId, terminalId) => void run({ attemptId, terminalId }),
    busy: start.busy,
    fault: risk ? undefined : start.fault,
    risk,
    acceptRisk: () => {
      setRisk(undefined);
      void run({ acceptRisk: true });
    },
    dismissRisk: () => {
      setRisk(undefined);
      clear();
    },
  };
}

function riskOf({ code, detail }: Fault): ChargeRisk | undefined {
  if (code !== 'unknown.earlier-attempt') return undefined;
  const reference = detail?.['reference'];
  return { reference: typeof reference === 'string' ? reference : undefined };
}
