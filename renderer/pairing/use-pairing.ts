import { useCallback } from 'react';
import { type Bridge } from '../../shared/contract.ts';
import { type PairingStep, type PairingView } from '../../shared/views/pairing.ts';
import { type Result } from '../../shared/result.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { type Call, useCall } from '../bridge/use-call.ts';
import { type Reading, useReading } from '../bridge/use-reading.ts';

export interface WizardUse {
  readonly view: PairingView;
  readonly step: PairingStep;
  readonly goTo: (step: PairingStep) => void;
  readonly leave: () => void;
}

export function useWizard(): WizardUse {
  const { pairing } = useBridge();
  const view = useSlice('pairing');
  const goTo = useCall(pairing.goTo);
  const leave = useCall(pairing.leave);
  return {
    view,
    step: view.draft?.step ?? 'account',
    goTo: (step) => void goTo.run({ step }),
    leave: () => void leave.run(),
  };
}

type PairingCalls = Bridge['pairing'];
type Argument<Name extends keyof PairingCalls> = Parameters<PairingCalls[Name]>;
type Value<Name extends keyof PairingCalls> =
  Awaited<ReturnType<PairingCalls[Name]>> extends Result<infer Content> ? Content : never;

export const useConnect = (): Call<Argument<'connect'>, null> => useCall(useBridge().pairing.connect);
export const useChooseStore = (): Call<Argument<'chooseStore'>, null> =>
  useCall(useBridge().pairing.chooseStore);
export const useChooseProfile = (): Call<Argument<'chooseProfile'>, null> =>
  useCall(useBridge().pairing.chooseProfile);
export const useChooseTerminal = (): Call<Argument<'chooseTerminal'>, null> =>
  useCall(useBridge().pairing.chooseTerminal);
export const useNameTill = (): Call<Argument<'nameTill'>, null> => useCall(useBridge().pairing.nameTill);
export const useFinish = (): Call<Argument<'finish'>, null> => useCall(useBridge().pairing.finish);

export const useManagementClient = (): Call<Argument<'useManagement'>, null> =>
  useCall(useBridge().pairing.useManagement);

/** Who else has used these terminals lately; their ids with a space between them. */
export function useOtherTills(terminalIds: string): Reading<Value<'otherTills'>> {
  const { pairing } = useBridge();
  return useReading(
    useCallback(
      () => pairing.otherTills({ terminalIds: terminalIds.split(' ').filter((id) => id !== '') }),
      [pairing, terminalIds],
    ),
  );
}

/** Who else has sold in the store lately. */
export const useTillsOfStore = (): Reading<Value<'tillsOfStore'>> =>
  useReading(useBridge().pairing.tillsOfStore);

export const useStores = (): Reading<Value<'stores'>> => useReading(useBridge().pairing.stores);
export const useProfiles = (): Reading<Value<'profiles'>> => useReading(useBridge().pairing.profiles);
export const useTerminals = (): Reading<Value<'terminals'>> => useReading(useBridge().pairing.terminals);
