import Inbox from 'lucide-react/icons/inbox';
import Lock from 'lucide-react/icons/lock';
import Nfc from 'lucide-react/icons/nfc';
import ReceiptText from 'lucide-react/icons/receipt-text';
import Settings from 'lucide-react/icons/settings';
import ShoppingBasket from 'lucide-react/icons/shopping-basket';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type LucideIcon } from '../ui/icon.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import styles from './rail.module.css';
import { type Screen } from './route.tsx';

type Place = 'sell' | 'sales' | 'desk' | 'terminals' | 'settings';

/** The place that a screen belongs to. */
const placeOf: Readonly<Record<Screen, Place>> = {
  sell: 'sell',
  sales: 'sales',
  sale: 'sales',
  transaction: 'sales',
  refund: 'sales',
  desk: 'desk',
  terminals: 'terminals',
  terminal: 'terminals',
  'new-terminal': 'terminals',
  settings: 'settings',
  people: 'settings',
  audit: 'settings',
  stores: 'settings',
  store: 'settings',
  'new-store': 'settings',
  sellers: 'settings',
  seller: 'settings',
  'new-seller': 'settings',
};

interface RailProps {
  readonly screen: Screen;
  readonly openMatters: number;
  readonly onGo: (place: Place) => void;
  readonly onLock: () => void;
}

/** The way to every screen; usable while a payment runs. */
export function Rail({ screen, openMatters, onGo, onLock }: RailProps) {
  const { t } = useTranslation();
  const current = placeOf[screen];
  const go = (place: Place) => ({ current: current === place, onPress: () => onGo(place) });
  return (
    <nav className={styles.rail} aria-label={t('frame.screens')}>
      <RailButton Icon={ShoppingBasket} label={t('frame.sell')} {...go('sell')} />
      <RailButton Icon={ReceiptText} label={t('frame.sales')} {...go('sales')} />
      <RailButton
        Icon={Inbox}
        label={t('frame.desk')}
        badge={openMatters}
        badgeText={t('frame.openMatters', { count: openMatters })}
        {...go('desk')}
      />
      <RailButton Icon={Nfc} label={t('frame.terminals')} {...go('terminals')} />
      <span className={styles.gap} />
      <RailButton Icon={Settings} label={t('frame.settings')} {...go('settings')} />
      <RailButton Icon={Lock} label={t('frame.lock')} onPress={onLock} />
    </nav>
  );
}

interface RailButtonProps {
  readonly Icon: LucideIcon;
  readonly label: string;
  readonly current?: boolean;
  readonly badge?: number;
  /** What the badge says, for those who can't see it. A description, so that the name stays what it is. */
  readonly badgeText?: string;
  readonly onPress: () => void;
}

function RailButton({ Icon, label, current = false, badge = 0, badgeText, onPress }: RailButtonProps) {
  const id = useId();
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-current={current ? 'page' : undefined}
        aria-describedby={badge > 0 ? id : undefined}
        onClick={onPress}
      >
        <span className={styles.icon}>
          <Icon size="1.5rem" aria-hidden />
          {badge > 0 && (
            <span className={styles.badge} aria-hidden>
              {badge}
            </span>
          )}
        </span>
        {label}
      </button>
      {badge > 0 && (
        <VisuallyHidden>
          <span id={id}>{badgeText}</span>
        </VisuallyHidden>
      )}
    </>
  );
}
