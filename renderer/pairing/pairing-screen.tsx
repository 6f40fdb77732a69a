import { useTranslation } from 'react-i18next';
import { assertNever } from '../../shared/result.ts';
import { type Navigation, useNavigation } from '../app/route.tsx';
import { Button } from '../ui/button.tsx';
import { AccountStep } from './account-step.tsx';
import { BesideSteps, isBeside } from './beside-steps.tsx';
import { ManagerStep } from './manager-step.tsx';
import styles from './pairing-screen.module.css';
import { ProfileStep } from './profile-step.tsx';
import { StepList } from './step-list.tsx';
import { StoreStep } from './store-step.tsx';
import { TerminalStep } from './terminal-step.tsx';
import { TillStep } from './till-step.tsx';
import { type WizardUse, useWizard } from './use-pairing.ts';

/** The wizard: from an account to a paired till. Each step is kept in main, so it can be left and gone on with. */
export function PairingScreen() {
  const { t } = useTranslation();
  const wizard = useWizard();
  const { route, go } = useNavigation();
  const toWizard = (): void => go({ screen: 'sell' });
  return (
    <div className={styles.screen}>
      <aside className={styles.aside}>
        <p className={styles.brand}>{t('common.appName')}</p>
        <p className={styles.title}>{t('pairing.title')}</p>
        <StepList
          draft={wizard.view.draft}
          step={wizard.step}
          onStep={(step) => {
            toWizard();
            wizard.goTo(step);
          }}
        />
        <div className={styles.leave}>
          <Button variant="quiet" onPress={wizard.leave}>
            {t('pairing.later')}
          </Button>
        </div>
      </aside>
      <main className={styles.body}>
        {isBeside(route) ? (
          <div className={styles.wide}>
            <BesideSteps route={route} go={go} draft={wizard.view.draft} onBack={toWizard} />
          </div>
        ) : (
          <div className={styles.content}>
            <Step key={wizard.step} wizard={wizard} go={go} />
          </div>
        )}
      </main>
    </div>
  );
}

interface StepProps {
  readonly wizard: WizardUse;
  readonly go: Navigation['go'];
}

function Step({ wizard, go }: StepProps) {
  const { view, step } = wizard;
  const { draft } = view;
  switch (step) {
    case 'account':
      return <AccountStep draft={draft} practice={view.practice} onGoOn={() => wizard.goTo('store')} />;
    case 'store':
      return (
        <StoreStep
          draft={draft}
          onSellers={() => go({ screen: 'sellers' })}
          onNewStore={() => go({ screen: 'new-store' })}
        />
      );
    case 'profile':
      return <ProfileStep draft={draft} />;
    case 'terminal':
      return (
        <TerminalStep
          draft={draft}
          onRegister={() => go({ screen: 'new-terminal' })}
          onOpen={(terminalId) => go({ screen: 'terminal', terminalId })}
        />
      );
    case 'till':
      return <TillStep tillName={draft?.tillName} />;
    case 'manager':
      return <ManagerStep />;
    default:
      return assertNever(step);
  }
}
