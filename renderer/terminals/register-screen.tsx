import { useTranslation } from 'react-i18next';
import { type TerminalWritten } from '../../shared/views/terminals.ts';
import { BackButton } from '../ui/back-button.tsx';
import { Card } from '../ui/card.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { RegisterForm } from './register-form.tsx';
import styles from './terminals-screen.module.css';

interface RegisterScreenProps {
  readonly accountId: string | undefined;
  readonly storeId: string | undefined;
  readonly onBack: () => void;
  readonly onDone: (written: TerminalWritten) => void;
}

/** Registers a terminal of the account. */
export function RegisterScreen({ accountId, storeId, onBack, onDone }: RegisterScreenProps) {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  return (
    <div className={styles.screen}>
      <ScreenTitle ref={heading} before={<BackButton onPress={onBack} />} lead={t('terminals.register.lead')}>
        {t('terminals.register.title')}
      </ScreenTitle>
      <Card padded>
        <RegisterForm accountId={accountId} storeId={storeId} onDone={onDone} onCancel={onBack} />
      </Card>
    </div>
  );
}
