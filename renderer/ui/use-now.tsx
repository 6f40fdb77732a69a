import { type ReactNode, createContext, useContext, useState, useSyncExternalStore } from 'react';
import { type Ticker, createTicker } from './ticker.ts';

const TickerContext = createContext<Ticker | undefined>(undefined);

export function TickerProvider({ children }: { readonly children: ReactNode }) {
  const [ticker] = useState(createTicker);
  return <TickerContext value={ticker}>{children}</TickerContext>;
}

/** The time in ms since 1970, to the second, kept up for as long as the component is mounted and seen. */
export function useNow(): number {
  const ticker = useContext(TickerContext);
  if (!ticker) throw new Error('Outside of TickerProvider');
  return useSyncExternalStore(ticker.subscribe, ticker.now);
}
