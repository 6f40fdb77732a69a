import { type PairingDraft } from '../../shared/views/pairing.ts';
import { type Navigation, type Route } from '../app/route.tsx';
import { NewStoreScreen } from '../onboarding/new-store-screen.tsx';
import { SellerScreens } from '../onboarding/seller-screens.tsx';
import { RegisterScreen } from '../terminals/register-screen.tsx';
import { TerminalScreen } from '../terminals/terminal-screen.tsx';
import { useStoreEntry, useTerminalEntry } from './step-drafts.ts';

/** The screens that the wizard leads to beside its steps, where an account lacks what a step asks for. */
const screens = ['sellers', 'seller', 'new-seller', 'new-store', 'new-terminal', 'terminal'] as const;

type BesideRoute = Extract<Route, { readonly screen: (typeof screens)[number] }>;

export const isBeside = (route: Route): route is BesideRoute =>
  screens.some((screen) => screen === route.screen);

interface BesideStepsProps {
  readonly route: BesideRoute;
  readonly go: Navigation['go'];
  readonly draft: PairingDraft | undefined;
  /** Back to the step. */
  readonly onBack: () => void;
}

/** Onboards a seller, a store or a terminal from within the wizard; what came about is picked in the step then. */
export function BesideSteps({ route, go, draft, onBack }: BesideStepsProps) {
  const store = useStoreEntry(draft);
  const terminal = useTerminalEntry(draft);
  switch (route.screen) {
    case 'sellers':
    case 'seller':
    case 'new-seller':
      return (
        <SellerScreens route={route} go={go} onBack={onBack} onNewStore={() => go({ screen: 'new-store' })} />
      );
    case 'new-store':
      return (
        <NewStoreScreen
          onBack={onBack}
          onDone={({ storeId, name, payoutDestinationId = '' }) => {
            store.change({ storeId, name, payoutId: payoutDestinationId });
            onBack();
          }}
        />
      );
    case 'new-terminal':
      return (
        <RegisterScreen
          accountId={draft?.accountId}
          storeId={draft?.store?.storeId}
          onBack={onBack}
          onDone={(written) =>
            go({
              screen: 'terminal',
              terminalId: written.terminal.terminalId,
              tookStoreId: written.tookStoreId,
            })
          }
        />
      );
    case 'terminal':
      return (
        <TerminalScreen
          key={route.terminalId}
          terminalId={route.terminalId}
          tookStoreId={route.tookStoreId}
          onBack={onBack}
          onUse={() => {
            terminal.change({ terminalId: route.terminalId });
            onBack();
          }}
        />
      );
  }
}
