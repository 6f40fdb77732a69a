import { useEffect } from 'react';
import { isLiveAccount } from '../../shared/account.ts';
import { type Bridge } from '../../shared/contract.ts';
import { type LinkOutcome, type Seller, type SellerView } from '../../shared/views/sellers.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { type Call, useCall } from '../bridge/use-call.ts';
import { type Reading, useReading } from '../bridge/use-reading.ts';

type SellerCalls = Bridge['sellers'];

/** All sellers of the account. */
export const useSellerList = (): Reading<readonly Seller[]> => useReading(useBridge().sellers.list);

export const useApplyForSeller = (): Call<Parameters<SellerCalls['apply']>, null> =>
  useCall(useBridge().sellers.apply);

export const useSignerLink = (): Call<Parameters<SellerCalls['link']>, LinkOutcome> =>
  useCall(useBridge().sellers.link);

export interface OpenSeller {
  /** What main knows of it so far. */
  readonly view: SellerView | undefined;
  readonly readAgain: Call<readonly [], null>;
}

/** One seller, followed for as long as it is on the screen. */
export function useSeller(payoutDestinationId: string): OpenSeller {
  const { sellers } = useBridge();
  const view = useSlice('seller');
  const readAgain = useCall(sellers.readAgain);
  useEffect(() => {
    void sellers.open({ payoutDestinationId });
    return () => void sellers.leave();
  }, [sellers, payoutDestinationId]);
  const mine = view?.seller.payoutDestinationId === payoutDestinationId ? view : undefined;
  return { view: mine, readAgain };
}

/** Whether the account that is worked on is a test account, where a case can be told how to end. */
export function useTestAccount(): boolean {
  const { stage } = useSlice('app');
  const { draft, paired } = useSlice('pairing');
  const accountId = stage === 'pairing' ? draft?.accountId : paired?.accountId;
  return accountId !== undefined && !isLiveAccount(accountId);
}
