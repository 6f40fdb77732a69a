import { useTranslation } from 'react-i18next';
import { BackButton } from '../ui/back-button.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { SellerForm } from './seller-form.tsx';
import styles from './sellers-screen.module.css';

interface NewSellerScreenProps {
  readonly onBack: () => void;
  readonly onDone: (payoutDestinationId: string) => void;
}

export function NewSellerScreen({ onBack, onDone }: NewSellerScreenProps) {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  return (
    <div className={styles.screen}>
      <ScreenTitle ref={heading} before={<BackButton onPress={onBack} />} lead={t('sellers.newLead')}>
        {t('sellers.new')}
      </ScreenTitle>
      <SellerForm onDone={onDone} onCancel={onBack} />
    </div>
  );
}
