import Lock from 'lucide-react/icons/lock';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Fault } from '../../shared/fault.ts';
import { type Person } from '../../shared/person.ts';
import { digitOf } from '../app/keyboard.ts';
import { useWindowKeys } from '../app/use-keys.ts';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { FaultMessage } from '../ui/fault-message.tsx';
import { RadioList } from '../ui/radio-list.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './lock-screen.module.css';

interface LockScreenProps {
  readonly people: readonly Person[];
  /** Who was at the till last. */
  readonly last: Person | undefined;
  readonly paymentRuns: boolean;
  readonly training: boolean;
  readonly onUnlock: (personId: string, pin: string) => Promise<boolean>;
  readonly onTyping: () => void;
  readonly busy: boolean;
  readonly fault: Fault | undefined;
}

const longestPin = 12;

export function LockScreen(props: LockScreenProps) {
  const { people, last, paymentRuns, training, onUnlock, onTyping, busy, fault } = props;
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  const [personId, setPersonId] = useState(last?.id ?? people[0]?.id ?? '');
  const [pin, setPin] = useState('');
  const field = useRef<HTMLInputElement>(null);

  const type = (next: string): void => {
    setPin(next);
    onTyping();
  };
  useWindowKeys((press) => {
    const digit = digitOf(press);
    if (digit === undefined) return false;
    field.current?.focus();
    type(`${pin}${digit}`.slice(0, longestPin));
    return true;
  });

  const unlock = async (): Promise<void> => {
    const open = await onUnlock(personId, pin);
    // What was typed is gone, right or wrong.
    if (!open) setPin('');
  };
  const isAboutPin = fault?.code.startsWith('input.') === true;

  return (
    <main className={styles.screen}>
      <Card padded className={styles.card}>
        <div className={styles.head}>
          <span className={styles.icon}>
            <Lock aria-hidden />
          </span>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {t('staff.locked')}
          </h1>
          <p className={styles.lead}>{t('staff.lead')}</p>
          {paymentRuns && <p className={styles.lead}>{t('staff.running')}</p>}
        </div>
        <RadioList
          label={t('staff.people')}
          value={personId}
          onChange={(next) => {
            setPersonId(next);
            // A PIN belongs to a person and is never carried over to another.
            type('');
          }}
          options={people.map((person) => ({
            value: person.id,
            label: person.name,
            details: t(`common.person.${person.role}`),
          }))}
        />
        <TextField
          label={t('staff.pin')}
          value={pin}
          onChange={type}
          inputRef={field}
          kind="digits"
          masked
          maxLength={longestPin}
          hint={training ? t('staff.trainingPin') : undefined}
          fault={isAboutPin ? fault : undefined}
          onEnter={() => void unlock()}
        />
        {fault && !isAboutPin && <FaultMessage fault={fault} about="reading" />}
        <Button variant="primary" size="large" wide busy={busy} onPress={() => void unlock()}>
          {t('staff.unlock')}
        </Button>
      </Card>
    </main>
  );
}
