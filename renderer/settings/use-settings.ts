import { type Bridge } from '../../shared/contract.ts';
import { type Fault } from '../../shared/fault.ts';
import { type Person } from '../../shared/person.ts';
import { type AppView, type SettingsView } from '../../shared/views/app.ts';
import { type PairingView } from '../../shared/views/pairing.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { type Call, useCall } from '../bridge/use-call.ts';
import { type ApprovalUse, useApproval } from '../staff/use-approval.ts';

export type SettingsInput = Parameters<Bridge['settings']['save']>[0];
type Look = Parameters<Bridge['settings']['look']>[0];

export interface SettingsUse {
  readonly app: AppView;
  readonly settings: SettingsView;
  readonly pairing: PairingView;
  /** Language and look: kept at once. */
  readonly look: Call<readonly [Look], null>;
  readonly begin: () => void;
  readonly train: () => void;
  readonly leaveTraining: () => void;
  readonly busy: boolean;
  readonly fault: Fault | undefined;
}

export function useSettings(): SettingsUse {
  const bridge = useBridge();
  const look = useCall(bridge.settings.look);
  const begin = useCall(bridge.pairing.begin);
  const train = useCall(bridge.app.enterTraining);
  const leave = useCall(bridge.app.leaveTraining);
  return {
    app: useSlice('app'),
    settings: useSlice('settings'),
    pairing: useSlice('pairing'),
    look,
    begin: () => void begin.run({}),
    train: () => void train.run(),
    leaveTraining: () => void leave.run(),
    busy: begin.busy || train.busy || leave.busy,
    fault: look.fault ?? begin.fault ?? train.fault ?? leave.fault,
  };
}

export interface PairedClientsUse {
  /** Another secret, or another client, for payments. */
  readonly replace: Call<Parameters<Bridge['pairing']['replaceClient']>, null>;
  readonly removeSecond: Call<Parameters<Bridge['pairing']['removeManagement']>, null>;
}

/** The API clients of a till that is paired. */
export function usePairedClients(): PairedClientsUse {
  const { pairing } = useBridge();
  return { replace: useCall(pairing.replaceClient), removeSecond: useCall(pairing.removeManagement) };
}

export const useUnpair = (approvers: readonly Person[]): ApprovalUse<object> =>
  useApproval<object>(approvers, useBridge().pairing.unpair);

export const useSaveSettings = (): Call<readonly [SettingsInput], null> => useCall(useBridge().settings.save);
