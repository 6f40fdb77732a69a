import { type ReactNode, createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import { type Bridge, type SliceName, type Snapshot } from '../../shared/contract.ts';
import { type Mirror } from '../stores/mirror.ts';
import { type Approvals, type WaitingAct } from './approvals.ts';
import { BasketCalls } from './basket-calls.ts';

interface Till {
  readonly bridge: Bridge;
  readonly mirror: Mirror;
  readonly approvals: Approvals;
}

const TillContext = createContext<(Till & { readonly basketCalls: BasketCalls }) | undefined>(undefined);

export function TillProvider({
  bridge,
  mirror,
  approvals,
  children,
}: Till & { readonly children: ReactNode }) {
  const till = useMemo(
    () => ({ bridge, mirror, approvals, basketCalls: new BasketCalls() }),
    [bridge, mirror, approvals],
  );
  return <TillContext value={till}>{children}</TillContext>;
}

function useTill(): Till & { readonly basketCalls: BasketCalls } {
  const till = useContext(TillContext);
  if (!till) throw new Error('Outside of TillProvider');
  return till;
}

/** The calls to main. For the hooks of features; components take values and callbacks. */
export const useBridge = (): Bridge => useTill().bridge;

/** The calls that change the basket and are still on their way. */
export const useBasketCalls = (): BasketCalls => useTill().basketCalls;

/** Main's state at the moment of a press, where the one that was last drawn may be older. */
export const useMirror = (): Mirror => useTill().mirror;

/** A slice of main's state, kept up by pushes. */
export const useSlice = <Name extends SliceName>(name: Name): Snapshot[Name] =>
  useStore(useTill().mirror, (snapshot) => snapshot[name]);

/** What waits for a manager's yes, the first one first. */
export const useWaitingActs = (): readonly WaitingAct[] => useStore(useTill().approvals.waiting);
