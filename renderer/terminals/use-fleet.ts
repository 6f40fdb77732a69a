import { useCallback, useEffect, useMemo } from 'react';
import { type Bridge } from '../../shared/contract.ts';
import { ok } from '../../shared/result.ts';
import { type StoreView } from '../../shared/views/stores.ts';
import {
  type FleetTerminal,
  type FollowedTerminal,
  type TerminalWritten,
} from '../../shared/views/terminals.ts';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { type Call, useCall } from '../bridge/use-call.ts';
import { type Pages, usePages } from '../bridge/use-pages.ts';
import { type Reading, useReading } from '../bridge/use-reading.ts';

/** All terminals of the account, part after part. */
export function useFleet(): Pages<FleetTerminal> {
  const { terminals } = useBridge();
  return usePages(
    useCallback(
      async (after: string | undefined) => {
        const page = await terminals.page(after === undefined ? {} : { after });
        return page.ok ? ok({ entries: page.value.terminals, next: page.value.next }) : page;
      },
      [terminals],
    ),
  );
}

/** The stores of the account, which a terminal may stand in. */
export const useAccountStores = (): Reading<readonly StoreView[]> => useReading(useBridge().stores.list);

/** How a store is called; its id where the stores can't be read. */
export function useStoreName(stores: readonly StoreView[] | undefined): (storeId: string) => string {
  const names = useMemo(() => new Map(stores?.map(({ storeId, name }) => [storeId, name])), [stores]);
  return useCallback((storeId: string) => names.get(storeId) ?? storeId, [names]);
}

type TerminalCalls = Bridge['terminals'];
type Argument<Name extends keyof TerminalCalls> = Parameters<TerminalCalls[Name]>;

export const useRegister = (): Call<Argument<'register'>, TerminalWritten> =>
  useCall(useBridge().terminals.register);
export const useChange = (): Call<Argument<'change'>, TerminalWritten> =>
  useCall(useBridge().terminals.change);
export const useNextSimulated = (): Call<Argument<'nextSimulated'>, string | null> =>
  useCall(useBridge().terminals.nextSimulated);

/** Follows these terminals for as long as the screen is there. Gives what is known of each. */
export function useFollowed(terminalIds: readonly string[]): readonly FollowedTerminal[] {
  const { terminals } = useBridge();
  const followed = useSlice('followedTerminals');
  const wanted = terminalIds.join('\n');
  useEffect(() => {
    if (wanted !== '') void terminals.follow({ terminalIds: wanted.split('\n') });
  }, [terminals, wanted]);
  useEffect(() => () => void terminals.follow({ terminalIds: [] }), [terminals]);
  return followed;
}
