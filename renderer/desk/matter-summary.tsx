import { useTranslation } from 'react-i18next';
import { type DeskMatter } from '../../shared/views/desk.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { Reference } from '../ui/reference.tsx';
import { matterTitle } from './matter-look.ts';
import styles from './matter-summary.module.css';

/** Which matter a question is about. */
export function MatterSummary({ matter }: { readonly matter: DeskMatter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts = [format.money(matter.amount), matterTitle(t, matter), format.dateTime(matter.startedAt)];
  return (
    <div className={styles.summary}>
      <p className={styles.name}>{facts.join(' · ')}</p>
      <p className={styles.reference}>
        <Reference>{matter.reference}</Reference>
      </p>
    </div>
  );
}
