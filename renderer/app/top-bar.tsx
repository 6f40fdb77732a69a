import User from 'lucide-react/icons/user';
import Wifi from 'lucide-react/icons/wifi';
import WifiOff from 'lucide-react/icons/wifi-off';
import { useTranslation } from 'react-i18next';
import { isLiveAccount } from '../../shared/account.ts';
import { type NetworkView, type StaffView } from '../../shared/views/app.ts';
import { type Pairing } from '../../shared/views/pairing.ts';
import { type TerminalView } from '../../shared/views/terminal.ts';
import { useFormat } from '../i18n/use-format.tsx';
import { StatusDot } from '../terminals/status-dot.tsx';
import { tailOf } from '../terminals/terminal-name.ts';
import { readinessOf, statusWords } from '../terminals/terminal-status.ts';
import { Tag } from '../ui/tag.tsx';
import styles from './top-bar.module.css';

interface TopBarProps {
  readonly paired: Pairing | undefined;
  readonly terminal: TerminalView | undefined;
  readonly network: NetworkView;
  readonly staff: StaffView;
  readonly training: boolean;
  readonly onTerminals: () => void;
  /** Somebody else is to go on. */
  readonly onPerson: () => void;
}

/** Where this is, which terminal it drives and how that is, whether Dintero can be reached, and who is here. */
export function TopBar({ paired, terminal, network, staff, training, onTerminals, onPerson }: TopBarProps) {
  const { t } = useTranslation();
  return (
    <header className={styles.bar}>
      {paired && (
        <p className={styles.place}>
          <strong className={styles.store}>{paired.store.name}</strong>
          <span className={styles.till}>{paired.tillName}</span>
        </p>
      )}
      {terminal && <TerminalPill terminal={terminal} onPress={onTerminals} />}
      {paired && !training && !isLiveAccount(paired.accountId) && <Tag>{t('frame.testAccount')}</Tag>}
      <span className={styles.gap} />
      <span className={styles.item}>
        {network.online ? <Wifi size="1.25rem" aria-hidden /> : <WifiOff size="1.25rem" aria-hidden />}
        {t(network.online ? 'frame.online' : 'frame.offline')}
      </span>
      {staff.signedIn && (
        <button
          type="button"
          className={styles.person}
          aria-label={t('staff.switchFrom', { person: staff.signedIn.name })}
          onClick={onPerson}
        >
          <User size="1.25rem" aria-hidden />
          {staff.signedIn.name}
        </button>
      )}
    </header>
  );
}

interface TerminalPillProps {
  readonly terminal: TerminalView;
  readonly onPress: () => void;
}

function TerminalPill({ terminal, onPress }: TerminalPillProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { status, usualOpenMs } = terminal;
  return (
    <button type="button" className={styles.terminal} onClick={onPress}>
      <StatusDot readiness={readinessOf(status)} />
      <span className={styles.tail}>{t('common.serialTail', { tail: tailOf(terminal) })}</span>
      <span>{statusWords(t, status).word}</span>
      {usualOpenMs !== undefined && (
        <span className={styles.usual}>{t('frame.usuallyOpens', { time: format.seconds(usualOpenMs) })}</span>
      )}
    </button>
  );
}
