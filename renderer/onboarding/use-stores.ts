import { useCallback } from 'react';
import { type Bridge } from '../../shared/contract.ts';
import { type StoreSeller, type StoreView } from '../../shared/views/stores.ts';
import { useBridge } from '../bridge/till-context.tsx';
import { type Call, useCall } from '../bridge/use-call.ts';
import { type Reading, useReading } from '../bridge/use-reading.ts';

type StoreCalls = Bridge['stores'];

/** All stores of the account. */
export const useStoreList = (): Reading<readonly StoreView[]> => useReading(useBridge().stores.list);

/** One store, as Dintero has it now. */
export function useStore(storeId: string): Reading<StoreView> {
  const { stores } = useBridge();
  return useReading(useCallback(() => stores.read({ storeId }), [stores, storeId]));
}

/** The payout destinations that a store may be tied to. */
export const useStoreSellers = (): Reading<readonly StoreSeller[]> => useReading(useBridge().stores.sellers);

export const useCreateStore = (): Call<Parameters<StoreCalls['create']>, StoreView> =>
  useCall(useBridge().stores.create);
