import { useCallback } from 'react';
import { type Bridge } from '../../shared/contract.ts';
import { type Fault } from '../../shared/fault.ts';
import { type Result } from '../../shared/result.ts';
import { type PairedTerminal } from '../../shared/views/pairing.ts';
import { type PaymentView } from '../../shared/views/payment.ts';
import { useBridge } from '../bridge/till-context.tsx';
import { useCall } from '../bridge/use-call.ts';
import { useTerminal } from '../terminals/use-terminal.ts';

type Act = Exclude<keyof Bridge['payments'], 'charge' | 'tryAgain' | 'alarmSeen' | 'void'>;

export interface PaymentUse {
  readonly view: PaymentView;
  readonly terminal: PairedTerminal | undefined;
  readonly act: (act: Act) => void;
  readonly busy: boolean;
  readonly fault: Fault | undefined;
}

/** The payment in front of the cashier, with every act bound to its attempt (rules P14, P22). */
export function usePayment(view: PaymentView): PaymentUse {
  const { payments } = useBridge();
  const { attemptId, terminalId } = view.attempt;
  const call = useCall(
    useCallback((act: Act): Promise<Result<null>> => payments[act]({ attemptId }), [payments, attemptId]),
  );
  return {
    view,
    terminal: useTerminal(terminalId),
    act: (act) => void call.run(act),
    busy: call.busy,
    fault: call.fault,
  };
}
