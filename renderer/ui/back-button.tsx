import ArrowLeft from 'lucide-react/icons/arrow-left';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.tsx';

/** The way back, before the title of a screen. */
export function BackButton({ onPress }: { readonly onPress: () => void }) {
  const { t } = useTranslation();
  return <IconButton label={t('common.back')} icon={<ArrowLeft aria-hidden />} outlined onPress={onPress} />;
}
