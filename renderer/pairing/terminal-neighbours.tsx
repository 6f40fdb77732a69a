import { useTranslation } from 'react-i18next';
import { OtherTillsNotice } from '../terminals/other-tills-notice.tsx';
import { useOtherTills } from './use-pairing.ts';
import styles from './choices.module.css';

interface TerminalNeighboursProps {
  readonly terminalIds: readonly string[];
  readonly tillName: string | undefined;
}

/** Who else has used the chosen terminals lately. What can't be read is said, and stands in nobody's way. */
export function TerminalNeighbours({ terminalIds, tillName }: TerminalNeighboursProps) {
  const { t } = useTranslation();
  const { value, fault } = useOtherTills(terminalIds.join(' '));
  if (fault) return <p className={styles.note}>{t('terminals.otherTill.unread')}</p>;
  return value ? <OtherTillsNotice tills={value} tillName={tillName} /> : null;
}
