import GraduationCap from 'lucide-react/icons/graduation-cap';
import Nfc from 'lucide-react/icons/nfc';
import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { Button } from '../ui/button.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { useWelcome } from './use-welcome.ts';
import styles from './welcome-screen.module.css';

/** The two ways in. */
export function WelcomeScreen() {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const { connect, train, busy, fault, nextStep } = useWelcome();
  return (
    <main className={styles.screen}>
      <div className={styles.content}>
        <p className={styles.brand}>{t('common.appName')}</p>
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {t('welcome.title')}
        </h1>
        <p className={styles.lead}>{t('welcome.lead')}</p>
        {fault && <FaultMessage fault={fault} about="reading" />}
        <div className={styles.ways}>
          <Way
            icon={<Nfc size="2rem" aria-hidden />}
            text={t('welcome.connectText')}
            note={nextStep && t('welcome.resume', { step: t(`pairing.step.${nextStep}`) })}
          >
            <Button variant="primary" size="large" wide busy={busy === 'connect'} onPress={connect}>
              {t('welcome.connect')}
            </Button>
          </Way>
          <Way icon={<GraduationCap size="2rem" aria-hidden />} text={t('welcome.trainingText')}>
            <Button size="large" wide busy={busy === 'train'} onPress={train}>
              {t('welcome.training')}
            </Button>
          </Way>
        </div>
      </div>
    </main>
  );
}

interface WayProps {
  readonly icon: ReactNode;
  readonly text: string;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

function Way({ icon, text, note, children }: WayProps) {
  return (
    <div className={styles.way}>
      <span className={styles.icon}>{icon}</span>
      <p className={styles.text}>
        {text}
        {note !== undefined && <strong className={styles.note}>{note}</strong>}
      </p>
      {children}
    </div>
  );
}
