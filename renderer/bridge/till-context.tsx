import { type ReactNode, createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { type Bridge, type SliceName, type Snapshot } from '../../shared/contract.ts';
import { type Mirror } from '../stores/mirror.ts';

interface Till {
  readonly bridge: Bridge;
  readonly mirror: Mirror;
}

const TillContext = createContext<Till | undefined>(undefined);

export function TillProvider({ bridge, mirror, children }: Till & { readonly children: ReactNode }) {
  return <TillContext value={{ bridge, mirror }}>{children}</TillContext>;
}

function useTill(): Till {
  const till = useContext(TillContext);
  if (!till) throw new Error('Outside of TillProvider');
  return till;
}

/** The calls to main. For the hooks of features; components take values and callbacks. */
export const useBridge = (): Bridge => useTill().bridge;

/** A slice of main's state, kept up by pushes. */
export const useSlice = <Name extends SliceName>(name: Name): Snapshot[Name] =>
  useStore(useTill().mirror, (snapshot) => snapshot[name]);
