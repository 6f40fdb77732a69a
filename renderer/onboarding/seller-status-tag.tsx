import { useTranslation } from 'react-i18next';
import { Tag } from '../ui/tag.tsx';
import { isReady, sellerStatus } from './seller-status.ts';
import styles from './seller-status-tag.module.css';

/** How far a seller has come, in an icon and a word. */
export function SellerStatusTag({ status }: { readonly status: string | undefined }) {
  const { t } = useTranslation();
  const { Icon, word } = sellerStatus(t, status);
  return (
    <Tag icon={<Icon size="1.125rem" className={isReady(status) ? styles.ready : undefined} aria-hidden />}>
      {word}
    </Tag>
  );
}
