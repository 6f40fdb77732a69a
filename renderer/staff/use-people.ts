import { type Bridge } from '../../shared/contract.ts';
import { type Person } from '../../shared/person.ts';
import { useBridge } from '../bridge/till-context.tsx';
import { type Call, useCall } from '../bridge/use-call.ts';
import { type ApprovalUse, useApproval } from './use-approval.ts';
import { useApprovers } from './use-approvers.ts';

type StaffCall<Name extends keyof Bridge['staff']> = Call<Parameters<Bridge['staff'][Name]>, null>;

export const useAddPerson = (): StaffCall<'add'> => useCall(useBridge().staff.add);
export const useChangePerson = (): StaffCall<'change'> => useCall(useBridge().staff.change);
export const useRemovePerson = (): StaffCall<'remove'> => useCall(useBridge().staff.remove);
export const useChangePin = (): StaffCall<'changePin'> => useCall(useBridge().staff.changePin);
export const useSaveRules = (): StaffCall<'saveRules'> => useCall(useBridge().staff.saveRules);
export const useSaveLock = (): StaffCall<'saveLock'> => useCall(useBridge().staff.saveLock);

type Reset = Omit<Parameters<Bridge['staff']['resetPin']>[0], 'approval'>;

export interface ResetPinUse extends ApprovalUse<Reset> {
  readonly approvers: readonly Person[];
}

/** A new PIN for somebody; anybody who may but themselves answers for it. */
export function useResetPin(person: Person): ResetPinUse {
  const approvers = useApprovers('manage-people').filter(({ id }) => id !== person.id);
  return { approvers, ...useApproval<Reset>(approvers, useBridge().staff.resetPin) };
}
