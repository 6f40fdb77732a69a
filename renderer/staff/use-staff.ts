import { type Fault } from '../../shared/fault.ts';
import { type StaffView } from '../../shared/views/app.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { useCall } from '../bridge/use-call.ts';

export interface StaffUse {
  readonly view: StaffView;
  readonly lock: () => void;
  readonly unlock: (personId: string, pin: string) => Promise<boolean>;
  readonly busy: boolean;
  readonly fault: Fault | undefined;
  readonly clear: () => void;
}

export function useStaff(): StaffUse {
  const { staff } = useBridge();
  const view = useSlice('staff');
  const lock = useCall(staff.lock);
  const unlock = useCall(staff.unlock);
  return {
    view,
    lock: () => void lock.run(),
    unlock: async (personId, pin) => (await unlock.run({ personId, pin }))?.ok === true,
    busy: unlock.busy,
    fault: unlock.fault,
    clear: unlock.clear,
  };
}
