import { useTranslation } from 'react-i18next';
import { type StoreView } from '../../shared/views/stores.ts';
import { BackButton } from '../ui/back-button.tsx';
import { Card } from '../ui/card.tsx';
import { ScreenTitle } from '../ui/screen-title.tsx';
import { useScreenFocus } from '../ui/use-screen-focus.ts';
import { StoreForm } from './store-form.tsx';
import styles from './stores-screen.module.css';

interface NewStoreScreenProps {
  readonly onBack: () => void;
  readonly onDone: (store: StoreView) => void;
}

export function NewStoreScreen({ onBack, onDone }: NewStoreScreenProps) {
  const { t } = useTranslation();
  const heading = useScreenFocus<HTMLHeadingElement>();
  return (
    <div className={styles.screen}>
      <ScreenTitle ref={heading} before={<BackButton onPress={onBack} />} lead={t('stores.newLead')}>
        {t('stores.new')}
      </ScreenTitle>
      <Card padded>
        <StoreForm onDone={onDone} onCancel={onBack} />
      </Card>
    </div>
  );
}
