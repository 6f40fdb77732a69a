import { CSPProvider } from '@base-ui/react/csp-provider';
import { type i18n } from 'i18next';
import { useEffect } from 'react';
import { I18nextProvider } from 'react-i18next';
import { assertNever } from '../../shared/result.ts';
import { useSlice } from '../bridge/till-context.tsx';
import { languageTag } from '../i18n/format.ts';
import { FormatProvider } from '../i18n/use-format.tsx';
import { PairingScreen } from '../pairing/pairing-screen.tsx';
import { ApprovalDialog } from '../staff/approval-dialog.tsx';
import { LockScreen } from '../staff/lock-screen.tsx';
import { useActivity } from '../staff/use-activity.ts';
import { useStaff } from '../staff/use-staff.ts';
import { TickerProvider } from '../ui/use-now.tsx';
import { WelcomeScreen } from '../welcome/welcome-screen.tsx';
import { Alarms } from './alarms.tsx';
import styles from './app.module.css';
import { DraftsProvider } from './drafts.tsx';
import { Messages } from './messages.tsx';
import { Notices } from './notices.tsx';
import { RouteProvider } from './route.tsx';
import { TillFrame } from './till-frame.tsx';
import { TrainingBand } from './training-band.tsx';
import { useApp } from './use-app.ts';

/** Everything that is on screen, in the language and the look that were picked. */
export function App({ translator }: { readonly translator: i18n }) {
  const { locale, theme } = useSlice('settings');
  const { currency } = useSlice('basket');

  useEffect(() => {
    void translator.changeLanguage(locale);
    document.documentElement.lang = languageTag(locale);
  }, [translator, locale]);

  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);

  useEffect(() => {
    // Whoever started the window waits for the first screen.
    document.documentElement.dataset['ready'] = 'true';
  }, []);

  return (
    <CSPProvider disableStyleElements>
      <I18nextProvider i18n={translator}>
        <FormatProvider locale={locale} currency={currency}>
          <TickerProvider>
            <Stage />
          </TickerProvider>
        </FormatProvider>
      </I18nextProvider>
    </CSPProvider>
  );
}

/** Welcome, pairing, the till, or its lock; the training band is above them all. */
function Stage() {
  const { app, leaveTraining } = useApp();
  const { locked } = useSlice('staff');
  useActivity();
  return (
    <div className={styles.app}>
      {app.mode === 'training' && <TrainingBand liveMatters={app.liveMatters} onLeave={leaveTraining} />}
      <div className={styles.stage}>
        {/* Another profile, or a till paired anew, begins where a till begins. */}
        <RouteProvider key={`${app.mode} ${app.stage}`}>
          <DraftsProvider>
            <StageContent />
          </DraftsProvider>
        </RouteProvider>
        {/* What waits for approval while the till is locked waits on. */}
        {!locked && <ApprovalDialog />}
      </div>
    </div>
  );
}

function StageContent() {
  const { app, alarms, dismissNotice } = useApp();
  const staff = useStaff();
  const payment = useSlice('payment');
  const notices = <Notices notices={app.notices} onDismiss={dismissNotice} />;
  if (staff.view.locked) {
    return (
      <div className={styles.plain}>
        <Messages>
          <Alarms alarms={alarms} barredBy="lock" />
        </Messages>
        <LockScreen
          people={staff.view.people}
          last={staff.view.signedIn}
          paymentRuns={payment !== null}
          training={app.mode === 'training'}
          onUnlock={staff.unlock}
          onTyping={staff.clear}
          busy={staff.busy}
          fault={staff.fault}
        />
      </div>
    );
  }
  switch (app.stage) {
    case 'welcome':
      return (
        <div className={styles.plain}>
          <Messages>{notices}</Messages>
          <WelcomeScreen />
        </div>
      );
    case 'pairing':
      return (
        <div className={styles.plain}>
          <Messages>
            <Alarms alarms={alarms} barredBy="pairing" />
            {notices}
          </Messages>
          <PairingScreen />
        </div>
      );
    case 'till':
      return <TillFrame />;
    default:
      return assertNever(app.stage);
  }
}
