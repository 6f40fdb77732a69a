import { type ReactNode, createContext, useContext, useMemo, useState } from 'react';
import { type PaymentKey } from '../../shared/views/refund.ts';
import { type StoreIdKind } from '../../shared/views/terminals.ts';

/** One payment of a sale; a sale that was paid twice has two. */
export interface PaymentIds {
  readonly saleId: string;
  readonly attemptId: string;
}

/** The sellers of the account, which the wizard shows too. */
export type SellerRoute =
  | { readonly screen: 'sellers' | 'new-seller' }
  | { readonly screen: 'seller'; readonly payoutDestinationId: string };

/** A payment to be refunded; its sale is known when it is one of this till. */
export interface RefundTarget {
  readonly payment: PaymentKey;
  readonly saleId?: string;
}

/** Where the person is. Sell shows the payment while one is open. */
export type Route =
  | SellerRoute
  | { readonly screen: 'sell' | 'sales' | 'desk' | 'terminals' | 'settings' | 'people' | 'stores' | 'audit' }
  | { readonly screen: 'new-store' }
  | {
      readonly screen: 'terminal';
      readonly terminalId: string;
      /** By which id of its store it was registered, a moment ago. */
      readonly tookStoreId?: StoreIdKind | undefined;
    }
  | { readonly screen: 'new-terminal'; readonly storeId?: string | undefined }
  | { readonly screen: 'store'; readonly storeId: string }
  | { readonly screen: 'sale'; readonly saleId: string }
  /** A payment that another till or app made. */
  | { readonly screen: 'transaction'; readonly transactionId: string }
  | ({ readonly screen: 'refund' } & RefundTarget);

export type Screen = Route['screen'];

export interface Navigation {
  readonly route: Route;
  readonly go: (route: Route) => void;
}

const RouteContext = createContext<Navigation | undefined>(undefined);

export function RouteProvider({ children }: { readonly children: ReactNode }) {
  const [route, go] = useState<Route>({ screen: 'sell' });
  const navigation = useMemo(() => ({ route, go }), [route]);
  return <RouteContext value={navigation}>{children}</RouteContext>;
}

export function useNavigation(): Navigation {
  const navigation = useContext(RouteContext);
  if (!navigation) throw new Error('Outside of RouteProvider');
  return navigation;
}
