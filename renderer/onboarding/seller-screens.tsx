import { type Navigation, type SellerRoute } from '../app/route.tsx';
import { NewSellerScreen } from './new-seller-screen.tsx';
import { SellerScreen } from './seller-screen.tsx';
import { SellersScreen } from './sellers-screen.tsx';

interface SellerScreensProps {
  readonly route: SellerRoute;
  readonly go: Navigation['go'];
  /** Where the sellers were opened from. */
  readonly onBack: () => void;
  /** To the store that a seller can carry, where stores can be created. */
  readonly onNewStore?: (() => void) | undefined;
}

/** The sellers, opened from the settings or from the wizard. */
export function SellerScreens({ route, go, onBack, onNewStore }: SellerScreensProps) {
  const toList = (): void => go({ screen: 'sellers' });
  const toSeller = (payoutDestinationId: string): void => go({ screen: 'seller', payoutDestinationId });
  switch (route.screen) {
    case 'sellers':
      return <SellersScreen onBack={onBack} onOpen={toSeller} onNew={() => go({ screen: 'new-seller' })} />;
    case 'seller':
      return (
        <SellerScreen
          key={route.payoutDestinationId}
          payoutDestinationId={route.payoutDestinationId}
          onBack={toList}
          onNewStore={onNewStore}
        />
      );
    case 'new-seller':
      return <NewSellerScreen onBack={toList} onDone={toSeller} />;
  }
}
