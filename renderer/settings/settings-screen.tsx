import { type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { localeSchema, themeSchema } from '../../shared/views/app.ts';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { TrainingScenarios, useTrainingScenarios } from '../training/training-scenarios.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Chips } from '../ui/chips.tsx';
import { Facts } from '../ui/facts.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { PairingCard } from './pairing-card.tsx';
import { PaymentSettings } from './payment-settings.tsx';
import { RefundReasons } from './refund-reasons.tsx';
import styles from './settings-screen.module.css';
import { useSettings } from './use-settings.ts';

interface SettingsScreenProps {
  readonly onAudit: () => void;
  readonly onPeople: () => void;
  readonly onSellers: () => void;
  readonly onStores: () => void;
}

export function SettingsScreen({ onAudit, onPeople, onSellers, onStores }: SettingsScreenProps) {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const { app, settings, pairing, look, begin, train, leaveTraining, busy, fault } = useSettings();
  const training = app.mode === 'training';
  const scenarios = useTrainingScenarios();
  return (
    <div className={styles.screen}>
      <ScreenTitle ref={heading}>{t('settings.title')}</ScreenTitle>
      {fault && <FaultMessage fault={fault} about="reading" />}
      <div className={styles.sections}>
        <Section title={t('settings.look')}>
          <div className={styles.row}>
            <span>{t('settings.language')}</span>
            <Chips
              label={t('settings.language')}
              value={settings.locale}
              onChange={(locale) => void look.run({ locale: localeSchema.parse(locale) })}
              options={localeSchema.options.map((locale) => ({
                value: locale,
                label: t(`settings.languages.${locale}`),
              }))}
            />
          </div>
          <div className={styles.row}>
            <span>{t('settings.theme')}</span>
            <Chips
              label={t('settings.theme')}
              value={settings.theme}
              onChange={(theme) => void look.run({ theme: themeSchema.parse(theme) })}
              options={themeSchema.options.map((theme) => ({
                value: theme,
                label: t(`settings.themes.${theme}`),
              }))}
            />
          </div>
        </Section>
        <Section title={t('settings.pairing')}>
          <PairingCard pairing={pairing} training={training} busy={busy} onBegin={begin} />
        </Section>
        <Section title={t('staff.peopleList')}>
          <p className={styles.soft}>{t('staff.peopleText')}</p>
          <div>
            <Button onPress={onPeople}>{t('staff.peopleAndPins')}</Button>
          </div>
        </Section>
        <Section title={t('settings.audit')}>
          <p className={styles.soft}>{t('settings.auditText')}</p>
          <div>
            <Button onPress={onAudit}>{t('settings.openAudit')}</Button>
          </div>
        </Section>
        <Section title={t('settings.onboarding')}>
          <p className={styles.soft}>{t('settings.onboardingText')}</p>
          <div className={styles.links}>
            <Button onPress={onSellers}>{t('settings.sellers')}</Button>
            <Button onPress={onStores}>{t('settings.stores')}</Button>
          </div>
        </Section>
        <Section title={t('settings.payments')}>
          <PaymentSettings settings={settings} />
        </Section>
        <Section title={t('settings.refundReasons.title')}>
          <p className={styles.soft}>{t('settings.refundReasons.text')}</p>
          <RefundReasons />
        </Section>
        {scenarios && (
          <Section title={t('training.scenarios')}>
            <p className={styles.soft}>{t('training.scenariosText')}</p>
            <TrainingScenarios scenarios={scenarios} />
          </Section>
        )}
        <Section title={t('settings.training')}>
          <p className={styles.soft}>{t('settings.enterTrainingText')}</p>
          <div>
            <Button busy={busy} onPress={training ? leaveTraining : train}>
              {t(training ? 'frame.training.leave' : 'settings.enterTraining')}
            </Button>
          </div>
        </Section>
        <Section title={t('settings.about')}>
          <Facts
            facts={[
              { label: t('settings.version'), value: app.version },
              { label: t('settings.host'), value: t(`settings.hosts.${app.host}`) },
              { label: t('settings.mode'), value: t(`settings.modes.${app.mode}`) },
            ]}
          />
        </Section>
      </div>
    </div>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <Card padded label={title} className={styles.section}>
      <h2>{title}</h2>
      {children}
    </Card>
  );
}
