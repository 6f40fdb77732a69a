import { type Fault } from '../../shared/fault.ts';
import { type PairingStep } from '../../shared/views/pairing.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { useCall } from '../bridge/use-call.ts';

export interface WelcomeUse {
  readonly connect: () => void;
  readonly train: () => void;
  readonly busy: 'connect' | 'train' | undefined;
  readonly fault: Fault | undefined;
  /** Where a pairing that was begun goes on. */
  readonly nextStep: PairingStep | undefined;
}

export function useWelcome(): WelcomeUse {
  const { app, pairing } = useBridge();
  const { draft } = useSlice('pairing');
  const begin = useCall(pairing.begin);
  const train = useCall(app.enterTraining);
  return {
    connect: () => void begin.run({}),
    train: () => void train.run(),
    busy: begin.busy ? 'connect' : train.busy ? 'train' : undefined,
    fault: begin.fault ?? train.fault,
    nextStep: draft && draft.step !== 'account' ? draft.step : undefined,
  };
}
