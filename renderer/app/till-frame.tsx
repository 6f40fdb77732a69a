import { useEffect, useRef, useState } from 'react';
import { isRefundOpen } from '../../shared/refund.ts';
import { assertNever } from '../../shared/result.ts';
import { AuditScreen } from '../audit/audit-screen.tsx';
import { useBridge, useSlice } from '../bridge/till-context.tsx';
import { DeskScreen } from '../desk/desk-screen.tsx';
import { NewStoreScreen } from '../onboarding/new-store-screen.tsx';
import { SellerScreens } from '../onboarding/seller-screens.tsx';
import { StoreScreen } from '../onboarding/store-screen.tsx';
import { StoresScreen } from '../onboarding/stores-screen.tsx';
import { PayScreen } from '../pay/pay-screen.tsx';
import { RefundScreen } from '../refund/refund-screen.tsx';
import { SaleScreen } from '../sales/sale-screen.tsx';
import { type ListedSale } from '../sales/sale-row.tsx';
import { everySale } from '../sales/sales-query.ts';
import { SalesScreen } from '../sales/sales-screen.tsx';
import { TransactionScreen } from '../sales/transaction-screen.tsx';
import { useFindSale } from '../sales/use-store-sales.ts';
import { SellScreen } from '../sell/sell-screen.tsx';
import { SettingsScreen } from '../settings/settings-screen.tsx';
import { PeopleScreen } from '../staff/people-screen.tsx';
import { SwitchDialog } from '../staff/switch-dialog.tsx';
import { useStaff } from '../staff/use-staff.ts';
import { RegisterScreen } from '../terminals/register-screen.tsx';
import { TerminalScreen } from '../terminals/terminal-screen.tsx';
import { TerminalsScreen } from '../terminals/terminals-screen.tsx';
import { usePresentTerminal } from '../terminals/use-terminal.ts';
import { SimulatedTerminalPanel } from '../training/simulated-terminal-panel.tsx';
import { useSimulatedTerminal } from '../training/use-simulated-terminal.ts';
import { Alarms } from './alarms.tsx';
import { KeyMap } from './key-map.tsx';
import { Messages } from './messages.tsx';
import { Notices } from './notices.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { Rail } from './rail.tsx';
import { type Navigation, type PaymentIds, type RefundTarget, useNavigation } from './route.tsx';
import styles from './till-frame.module.css';
import { TopBar } from './top-bar.tsx';
import { useApp } from './use-app.ts';
import { useKeyActs } from './use-keys.ts';
import { useScanner } from './use-scanner.ts';

/** Where the simulated terminal stands beside the screen: it is asked for something there. */
const withTerminalBeside: ReadonlySet<Navigation['route']['screen']> = new Set([
  'sell',
  'refund',
  'terminals',
  'terminal',
]);

/** The paired till: rail, top bar, what must be seen everywhere, and the screen. */
export function TillFrame() {
  const navigation = useNavigation();
  const { route, go } = navigation;
  const { app, alarms, dismissNotice, alarmSeen } = useApp();
  const network = useSlice('network');
  const pairing = useSlice('pairing');
  const terminal = usePresentTerminal();
  const desk = useSlice('desk');
  const staff = useStaff();
  const simulated = useSimulatedTerminal();
  const [keyMap, setKeyMap] = useState(false);
  const [switching, setSwitching] = useState(false);
  const openRefund = useOpenRefund(navigation);

  const main = useRef<HTMLElement>(null);
  // Another screen begins at its top, however far down the last one was read.
  useEffect(() => {
    main.current?.scrollTo(0, 0);
  }, [route]);

  useKeyActs({
    sales: () => go({ screen: 'sales' }),
    lock: staff.lock,
    help: () => setKeyMap(true),
  });

  const standsBeside = withTerminalBeside.has(route.screen);
  return (
    <div className={styles.frame}>
      <Rail
        screen={route.screen}
        openMatters={desk.matters.length}
        onGo={(screen) => go({ screen })}
        onLock={staff.lock}
      />
      <div className={styles.main}>
        <TopBar
          paired={pairing.paired}
          terminal={terminal}
          network={network}
          staff={staff.view}
          onPerson={() => setSwitching(true)}
          training={app.mode === 'training'}
          onTerminals={() => go({ screen: 'terminals' })}
        />
        <div className={styles.content}>
          <div className={styles.messages}>
            <Messages>
              <Alarms
                alarms={alarms}
                acts={{
                  onRefund: (payment) => openRefund(targetOf(payment)),
                  onOpen: (saleId) => go({ screen: 'sale', saleId }),
                  onSeen: alarmSeen,
                }}
              />
              <Notices notices={app.notices} onDismiss={dismissNotice} />
              {!network.online && <OfflineBanner network={network} />}
            </Messages>
          </div>
          <div
            className={styles.work}
            data-beside={(standsBeside && simulated.terminal !== null) || undefined}
          >
            <main ref={main} className={styles.screen} data-screen={route.screen}>
              <CurrentScreen navigation={navigation} onRefund={openRefund} />
            </main>
            {standsBeside && simulated.terminal && (
              <div className={styles.beside}>
                <SimulatedTerminalPanel terminal={simulated.terminal} onPress={simulated.press} />
              </div>
            )}
          </div>
        </div>
      </div>
      <KeyMap open={keyMap} onClose={() => setKeyMap(false)} />
      {switching && (
        <SwitchDialog
          people={staff.view.people}
          signedIn={staff.view.signedIn}
          training={app.mode === 'training'}
          onUnlock={staff.unlock}
          onTyping={staff.clear}
          busy={staff.busy}
          fault={staff.fault}
          onClose={() => {
            staff.clear();
            setSwitching(false);
          }}
        />
      )}
    </div>
  );
}

interface CurrentScreenProps {
  readonly navigation: Navigation;
  readonly onRefund: (target: RefundTarget) => void;
}

function CurrentScreen({ navigation, onRefund }: CurrentScreenProps) {
  const { route, go } = navigation;
  const payment = useSlice('payment');
  const { paired } = useSlice('pairing');
  const { signedIn } = useSlice('staff');
  const training = useSlice('app').mode === 'training';
  // Kept here, so that the list is as it was when one comes back to it.
  const [salesQuery, setSalesQuery] = useState(everySale);
  const findSale = useFindSale();
  const openSale = (saleId: string): void => go({ screen: 'sale', saleId });
  const openTerminal = (terminalId: string): void => go({ screen: 'terminal', terminalId });
  const openTransaction = (transactionId: string): void => go({ screen: 'transaction', transactionId });
  const openListed = (sale: ListedSale): void => {
    if (sale.saleId !== undefined) openSale(sale.saleId);
    else if ('transactionId' in sale && sale.transactionId !== undefined) openTransaction(sale.transactionId);
  };
  const openReference = async (reference: string): Promise<void> => {
    const found = await findSale(reference);
    if (found?.kind === 'sale') openSale(found.saleId);
    else if (found) openTransaction(found.transactionId);
    else {
      // The list says that nothing fits, or why nobody could be asked.
      setSalesQuery({ ...everySale, scope: 'store', text: reference });
      go({ screen: 'sales' });
    }
  };
  const scans =
    ['sales', 'sale', 'transaction'].includes(route.screen) || (route.screen === 'sell' && !payment);
  useScanner({ onReference: (reference) => void openReference(reference), enabled: scans });
  switch (route.screen) {
    case 'sell':
      return payment ? (
        <PayScreen
          key={payment.attempt.attemptId}
          view={payment}
          onRefund={(ids) => onRefund(targetOf(ids))}
        />
      ) : (
        <SellScreen onDesk={() => go({ screen: 'desk' })} />
      );
    case 'sales':
      return <SalesScreen query={salesQuery} onQuery={setSalesQuery} onOpen={openListed} />;
    case 'sale':
      return (
        <SaleScreen
          key={route.saleId}
          saleId={route.saleId}
          onBack={() => go({ screen: 'sales' })}
          onRefund={(attemptId) => onRefund(targetOf({ saleId: route.saleId, attemptId }))}
        />
      );
    case 'transaction':
      return (
        <TransactionScreen
          key={route.transactionId}
          transactionId={route.transactionId}
          onBack={() => go({ screen: 'sales' })}
          onSale={openSale}
          onRefund={() => onRefund({ payment: { transactionId: route.transactionId } })}
        />
      );
    case 'refund': {
      const { payment: refunded, saleId } = route;
      return (
        <RefundScreen
          key={JSON.stringify(refunded)}
          payment={refunded}
          training={training}
          onBack={() => {
            if (saleId !== undefined) openSale(saleId);
            else if ('transactionId' in refunded) go({ screen: 'transaction', ...refunded });
          }}
        />
      );
    }
    case 'desk':
      return <DeskScreen onOpen={openSale} />;
    case 'terminals':
      return <TerminalsScreen onOpen={openTerminal} onRegister={() => go({ screen: 'new-terminal' })} />;
    case 'terminal':
      return (
        <TerminalScreen
          key={route.terminalId}
          terminalId={route.terminalId}
          tookStoreId={route.tookStoreId}
          onBack={() => go({ screen: 'terminals' })}
        />
      );
    case 'new-terminal':
      return (
        <RegisterScreen
          accountId={paired?.accountId}
          storeId={route.storeId ?? paired?.store.storeId}
          onBack={() => go({ screen: 'terminals' })}
          onDone={({ terminal, tookStoreId }) =>
            go({ screen: 'terminal', terminalId: terminal.terminalId, tookStoreId })
          }
        />
      );
    case 'stores':
      return (
        <StoresScreen
          onBack={() => go({ screen: 'settings' })}
          onOpen={(storeId) => go({ screen: 'store', storeId })}
          onNew={() => go({ screen: 'new-store' })}
        />
      );
    case 'store':
      return (
        <StoreScreen
          key={route.storeId}
          storeId={route.storeId}
          onBack={() => go({ screen: 'stores' })}
          onRegister={() => go({ screen: 'new-terminal', storeId: route.storeId })}
        />
      );
    case 'new-store':
      return (
        <NewStoreScreen
          onBack={() => go({ screen: 'stores' })}
          onDone={({ storeId }) => go({ screen: 'store', storeId })}
        />
      );
    case 'people':
      return <PeopleScreen training={training} onBack={() => go({ screen: 'settings' })} />;
    case 'audit':
      // What one person may read is not left open for the next.
      return <AuditScreen key={signedIn?.id} onBack={() => go({ screen: 'settings' })} />;
    case 'settings':
      return (
        <SettingsScreen
          onAudit={() => go({ screen: 'audit' })}
          onPeople={() => go({ screen: 'people' })}
          onSellers={() => go({ screen: 'sellers' })}
          onStores={() => go({ screen: 'stores' })}
        />
      );
    case 'sellers':
    case 'seller':
    case 'new-seller':
      return (
        <SellerScreens
          route={route}
          go={go}
          onBack={() => go({ screen: 'settings' })}
          onNewStore={() => go({ screen: 'new-store' })}
        />
      );
    default:
      return assertNever(route);
  }
}

const targetOf = ({ saleId, attemptId }: PaymentIds): RefundTarget => ({ saleId, payment: { attemptId } });

/**
 * Opens the refund of a payment. One that is over, or of which a manager has said what became of it, makes room for the
 * next choice; one that runs is shown as it is.
 */
function useOpenRefund({ go }: Navigation): (target: RefundTarget) => void {
  const { refunds } = useBridge();
  const refund = useSlice('refund');
  return (target) => {
    const open = (): void => go({ screen: 'refund', ...target });
    if (refund && !isRefundOpen(refund.refund)) {
      void refunds.leave().then(open);
    } else {
      open();
    }
  };
}
